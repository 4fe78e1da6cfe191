import type { Module } from '../../domain/facts/contents.ts';
import type { Part } from '../formats/part.ts';
import { LIMITS } from '../limits.ts';
import type { ChosenApks } from './choose-base.ts';
import { readDelivery } from './delivery.ts';
import type { SetApk } from './set-apks.ts';

/** An APK of a set with its place in the app. */
export interface SetPart {
  readonly apk: SetApk;
  readonly part: Part;
  /** Its facts but for its signers, which take reading its signature. */
  readonly module: Module;
}

/**
 * The parts of which a set makes an app, the base first, then its splits by name, then what could not be told and is read all the same:
 * APKs without a readable manifest, and the native libraries of standalone APKs for other processors.
 */
export function listSetParts(apks: readonly SetApk[], { base, splits }: ChosenApks): SetPart[] {
  const libraries = apks.filter((apk) => apk.listed.librariesOnly);
  const unknown = apks.filter((apk) => apk.identity === null && !apk.listed.librariesOnly);
  const abis = new Set(base ? abisOf(base) : []);
  return [
    ...(base ? [toPart(base, 'base', base.archive.byName)] : []),
    ...splits.map((apk) => toPart(apk, apk.identity!.split!, apk.archive.byName)),
    ...unknown.map((apk) => toPart(apk, fileName(apk), apk.archive.byName)),
    ...libraries.map((apk) => toPart(apk, fileName(apk), furtherLibraries(apk, abis))),
  ];
}

function toPart(apk: SetApk, name: string, entries: Part['entries']): SetPart {
  const { listed, identity, root, archive, place } = apk;
  const isBase = name === 'base' && identity?.split === null;
  const said = readDelivery(root, isBase ? 'base' : name);
  const module = name.slice(0, LIMITS.fileName);
  return {
    apk,
    part: { archive, entries, place, ...(isBase ? {} : { module }) },
    module: {
      name: module,
      kind: kindOf(apk, isBase, said.kind),
      entry: listed.path.slice(0, LIMITS.place),
      bytes: archive.ranges.size,
      delivery: listed.delivery ?? said.delivery,
      versionCode: identity?.versionCode ?? null,
      signers: [],
    },
  };
}

function kindOf({ listed, identity }: SetApk, isBase: boolean, said: Module['kind']): Module['kind'] {
  if (isBase) return 'base';
  if (listed.librariesOnly || (identity && identity.configFor !== null)) return 'config';
  return listed.isAssetPack ? 'asset-pack' : said;
}

function fileName({ listed }: SetApk): string {
  return listed.path.slice(listed.path.lastIndexOf('/') + 1).replace(/\.apk$/i, '');
}

function abisOf({ archive }: SetApk): string[] {
  return [...archive.byName.keys()].flatMap((path) => /^lib\/([^/]+)\//.exec(path)?.[1] ?? []);
}

/** Native libraries of processors that no part before had. @param abis takes those of this one */
function furtherLibraries(apk: SetApk, abis: Set<string>): Part['entries'] {
  const entries = [...apk.archive.byName].filter(([path]) => {
    const abi = /^lib\/([^/]+)\//.exec(path)?.[1];
    return abi !== undefined && !abis.has(abi);
  });
  for (const abi of abisOf(apk)) abis.add(abi);
  return new Map(entries);
}
