import type { Module } from '../../domain/facts/contents.ts';
import type { AppFacts } from '../android/app.ts';
import type { XmlElement } from '../binary/axml.ts';
import { type ByteBudget, readWithin } from '../binary/entry-budget.ts';
import { ProtoAllowance } from '../binary/protobuf.ts';
import type { ItemNames } from '../binary/protobuf-item.ts';
import { readProtoXml } from '../binary/protobuf-xml.ts';
import type { ZipArchive } from '../binary/zip.ts';
import type { ZipEntry } from '../binary/zip-directory.ts';
import { readEntry } from '../binary/zip-entry.ts';
import { BrokenBytes } from '../broken.ts';
import type { Part } from '../formats/part.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';
import { type BundleConfig, readBundleConfig } from './bundle-config.ts';
import { readDelivery } from './delivery.ts';
import { mergeTables } from './merged-resources.ts';
import { type BundleModule, findModules, modulePart } from './modules.ts';
import { noteMismatches, type PartIdentity, readPartIdentity } from './part-identity.ts';
import { bundleXml } from './proto-files.ts';
import { ProtoResources } from './proto-resources.ts';
import { readApps } from './read-apps.ts';

/** An app bundle as parts of one app. */
export interface Bundle {
  readonly app: AppFacts;
  readonly parts: readonly Part[];
  readonly modules: readonly Module[];
}

/** What the modules of a bundle may take together. */
interface Budget extends ByteBudget {
  readonly allowance: ProtoAllowance;
}

interface ReadModule extends BundleModule {
  readonly root: XmlElement | null;
  readonly identity: PartIdentity | null;
}

/**
 * Reads the manifests and resources of an app bundle ("The Android App Bundle format", developer.android.com): base and features as one app.
 * What is broken becomes a gap. @throws only what the source throws
 */
export async function readBundle(archive: ZipArchive, observations: Observations): Promise<Bundle> {
  const found = findModules(archive, observations);
  const config = await readConfig(archive, observations);
  const tables = new Map<string, ProtoResources>();
  const forTables = { left: LIMITS.resourceBytes as number, allowance: new ProtoAllowance() };
  for (const module of found) {
    const table = await readResources(archive, module, forTables, observations);
    if (table) tables.set(module.name, table);
  }
  const modules: ReadModule[] = [];
  const forManifests = { left: LIMITS.manifestTotalBytes as number, allowance: new ProtoAllowance() };
  for (const module of found) {
    const root = await readManifest(archive, module, namesOf(tables, module.name), forManifests, observations);
    modules.push({ ...module, root, identity: root && readPartIdentity(root) });
  }
  const base = modules.find(({ name }) => name === 'base');
  noteMismatches(
    base?.identity ?? null,
    modules.flatMap(({ name, identity }) => (identity ? { place: `${name}/`, identity } : [])),
    observations,
  );
  if (!base && config?.type !== 'asset-only') noteNoBase(archive, observations);
  const manifest = ({ name, root }: ReadModule) => root && { module: name, root, observations: observations.within(`${name}:`) };
  const resources = mergeTables([...tables.values()]);
  const files = bundleXml(archive, namesOf(tables, 'base'), observations);
  const features = modules.filter((module) => module !== base).flatMap((module) => manifest(module) ?? []);
  return {
    app: await readApps(base ? manifest(base) : null, features, resources, files),
    parts: modules.map((module) => modulePart(archive, module)),
    modules: modules.map(describe),
  };
}

function describe({ name, root, identity, bytes }: ReadModule): Module {
  const versionCode = identity?.versionCode ?? null;
  return {
    name: name.slice(0, LIMITS.fileName),
    ...readDelivery(root, name),
    entry: `${name}/`,
    bytes,
    versionCode,
    signers: [],
  };
}

/** A name stands for a resource of the module itself, or of the base that every module builds on. */
function namesOf(tables: ReadonlyMap<string, ProtoResources>, module: string): ItemNames {
  const own = [tables.get(module), tables.get('base')];
  return {
    id: (name) => own.map((table) => table?.id(name) ?? 0).find((id) => id !== 0) ?? 0,
    file: (path) => `${module}/${path}`,
  };
}

async function readConfig(archive: ZipArchive, observations: Observations): Promise<BundleConfig | null> {
  const name = 'BundleConfig.pb';
  return observations.attempt('package', name, null, async () => {
    const entry = archive.byName.get(name);
    if (!entry) throw missing('bundle-config-missing', archive, name);
    return readBundleConfig(await readEntry(archive, entry, LIMITS.bundleConfigBytes, 'package', observations));
  });
}

async function readResources(
  archive: ZipArchive,
  module: BundleModule,
  budget: Budget,
  observations: Observations,
): Promise<ProtoResources | null> {
  const { resources: entry, name } = module;
  if (!entry) return null;
  return observations.attempt('resources', entry.name, null, async () => {
    const bytes = await readWithin(archive, entry, budget, LIMITS.resourceBytes, 'resources', observations);
    return new ProtoResources(bytes, entry.name, observations, `${name}/`, budget.allowance);
  });
}

async function readManifest(
  archive: ZipArchive,
  { name, manifest }: BundleModule,
  names: ItemNames,
  budget: Budget,
  observations: Observations,
): Promise<XmlElement | null> {
  const place = `${name}/manifest/AndroidManifest.xml`;
  return observations.attempt('manifest', place, null, async () => {
    if (!manifest) throw missing('manifest-missing', archive, place);
    return readRoot(archive, manifest, names, budget, observations);
  });
}

/** @throws BrokenBytes when there is no `<manifest>` */
async function readRoot(
  archive: ZipArchive,
  entry: ZipEntry,
  names: ItemNames,
  budget: Budget,
  observations: Observations,
): Promise<XmlElement> {
  const bytes = await readWithin(archive, entry, budget, LIMITS.manifestBytes, 'manifest', observations);
  const root = readProtoXml(bytes, entry.name, observations, names, 'manifest', budget.allowance);
  if (root.name === 'manifest') return root;
  const what = { zh: `根元素是 <${root.name}>，应为 <manifest>`, en: `the root element is <${root.name}>, not <manifest>` };
  throw new BrokenBytes('manifest-root', entry.name, 0, what);
}

function missing(code: string, archive: ZipArchive, name: string): BrokenBytes {
  return new BrokenBytes(code, 'ZIP', archive.directoryOffset, { zh: `没有 ${name}`, en: `there is no ${name}` });
}

/** Without a base nothing is known of the app itself; a bundle of asset packs alone has none. */
function noteNoBase(archive: ZipArchive, observations: Observations): void {
  observations.failed('manifest', 'base', missing('bundle-base-missing', archive, 'base/manifest/AndroidManifest.xml'));
}
