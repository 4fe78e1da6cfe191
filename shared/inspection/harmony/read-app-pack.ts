import type { Module } from '../../domain/facts/contents.ts';
import type { SignatureResult } from '../../domain/facts/signing.ts';
import { openNested, placeWithin } from '../binary/nested-archive.ts';
import type { ZipArchive } from '../binary/zip.ts';
import type { InspectionContext } from '../context.ts';
import type { FormatFacts } from '../formats/format.ts';
import { notePartSigners } from '../formats/part-signers.ts';
import { readJsonEntry } from '../json/read-json-entry.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';
import { describeModule } from './describe-module.ts';
import { harmonyFacts } from './facts.ts';
import { readPackInfo } from './pack-info.ts';
import { notePackInfo } from './read-hap.ts';
import { type HarmonyModule, moduleAllowance, readHarmonyModule } from './read-module.ts';
import { verifyHapSigning } from './signing.ts';

const MODULE = /^[^/]+\.(?:hap|hsp)$/i;

/**
 * Reads an App Pack: the HAPs and HSPs in it as one app, the entry module as its base. They must be of one bundle and version
 * (OpenHarmony, "Packing tool", checks of modules), and signed by one developer where they are signed; what is not is noted.
 * @throws only what the source throws
 */
export async function readAppPack(
  archive: ZipArchive,
  context: InspectionContext,
  observations: Observations,
): Promise<FormatFacts> {
  const root = await readJsonEntry(archive, 'pack.info', 'package', observations);
  const outer = root ? readPackInfo(root) : null;
  const modules: HarmonyModule[] = [];
  const described: Module[] = [];
  const results: SignatureResult[] = [];
  const allowance = moduleAllowance();
  const unread: string[] = [];
  let opened = 0;
  for (const [name, entry] of archive.byName) {
    if (!MODULE.test(name)) continue;
    if (opened >= LIMITS.parts) {
      unread.push(name);
      const message = {
        zh: `模块超过 ${LIMITS.parts} 个，其余未读取`,
        en: `there are more than ${LIMITS.parts} modules; the others were not read`,
      };
      observations.gap('package', 'too-many-modules', 'ZIP', message);
      continue;
    }
    opened += 1;
    const inner = await openNested(archive, entry, observations);
    if (!inner) {
      unread.push(name);
      continue;
    }
    const within = observations.within(placeWithin(entry));
    const module = await readHarmonyModule(inner, name, within, allowance);
    // The digests that were taken are of the pack's bytes; a module that was inflated is at hand, one that is stored is read by range.
    const { digests: _outer, ...read } = context;
    const bundleName = module.declaration?.bundleName ?? null;
    const own = await verifyHapSigning(inner, read, bundleName, within);
    modules.push(module);
    results.push(own.verified);
    described.push(
      describeModule(
        module,
        inner.ranges.size,
        own.signers.flatMap(({ certificates }) => certificates[0]?.sha256 ?? []),
        outer,
      ),
    );
  }
  const order = [...modules.keys()].sort((a, b) => rank(described[a]!) - rank(described[b]!) || a - b);
  const sorted = order.map((index) => modules[index]!);
  const base = sorted[0];
  const signing = await verifyHapSigning(
    archive,
    context,
    base?.declaration?.bundleName ?? outer?.bundleName ?? null,
    observations,
  );
  noteMismatches(sorted, observations);
  notePartSigners(
    order.map((index) => ({ described: described[index]!, verified: results[index]! })),
    observations,
  );
  if (base) notePackInfo({ declaration: base.declaration, packInfo: outer }, observations);
  const list = order.map((index) => described[index]!);
  if (!base) return withoutModules(archive, signing, context, observations);
  return harmonyFacts(sorted, list, signing, context, observations, unread);
}

/** An App Pack of which no module could be opened: what is known is the pack itself. */
function withoutModules(
  archive: ZipArchive,
  signing: FormatFacts['signing'],
  context: InspectionContext,
  observations: Observations,
) {
  const message = { zh: 'App Pack 中没有可读取的模块', en: 'no module of the App Pack could be read' };
  observations.gap('manifest', 'no-module', 'ZIP', message);
  const part = { archive, entries: archive.byName, place: '' };
  const empty = { archive, entry: '', part, declaration: null, resources: null, packInfo: null, packageContext: null };
  return harmonyFacts([empty], [], signing, context, observations);
}

function rank({ kind }: Module): number {
  return kind === 'entry' ? 0 : kind === 'feature' ? 1 : 2;
}

function noteMismatches(modules: readonly HarmonyModule[], observations: Observations): void {
  const base = modules[0]?.declaration;
  for (const { declaration, entry } of modules.slice(1)) {
    if (!base || !declaration) continue;
    // A shared package of another team may carry a version of its own, of the app's bundle it must be all the same.
    const names = ['bundleName', 'versionCode', 'versionName', 'bundleType', 'vendor', 'debug'] as const;
    for (const name of names) {
      if (base[name] === declaration[name]) continue;
      observations.trick(
        'split-mismatch',
        `${entry}: ${name}`,
        {
          zh: `模块的 ${name} 为 ${declaration[name]}，主模块为 ${base[name]}，系统拒绝安装`,
          en: `the module has ${name} ${declaration[name]}, the base has ${base[name]}; devices refuse this`,
        },
        'install',
      );
    }
  }
}
