import type { Module } from '../../domain/facts/contents.ts';
import { type AppFacts, readResources } from '../android/app.ts';
import { noteInstallRules } from '../android/install-rules.ts';
import { readParts } from '../android/read-parts.ts';
import type { Resources } from '../android/resources.ts';
import type { ZipArchive } from '../binary/zip.ts';
import { BrokenBytes } from '../broken.ts';
import type { InspectionContext } from '../context.ts';
import { emptyFacts } from '../empty.ts';
import type { FormatFacts } from '../formats/format.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';
import { withV4 } from '../signing/v4.ts';
import { chooseApks } from './choose-base.ts';
import { mergeTables } from './merged-resources.ts';
import { findMissingSplits } from './missing-parts.ts';
import { noteMismatches } from './part-identity.ts';
import { type PartManifest, readApps } from './read-apps.ts';
import { openApks, type SetApk } from './set-apks.ts';
import { checkSigner, noteFalseDescription, noteOtherCode, SignatureReading, signersOf } from './set-checks.ts';
import { PlacedResources, setXml } from './set-files.ts';
import type { SetListing } from './set-listing.ts';
import { listSetParts, type SetPart } from './set-parts.ts';

/**
 * Reads a set of split APKs as the app that they make together, and checks that they belong together: one package, one version, one signer.
 * Signing facts are those of the base. What is broken becomes a gap.
 * @param described where the set describes itself, for places
 * @throws only what the source throws
 */
export async function readSet(
  archive: ZipArchive,
  listing: SetListing,
  described: string,
  context: InspectionContext,
  observations: Observations,
): Promise<FormatFacts> {
  const apks = await openApks(archive, listing, observations);
  const chosen = chooseApks(apks, observations);
  const { base } = chosen;
  if (!base) noteNoBase(archive, observations);
  const parts = listSetParts(apks, chosen);
  if (parts.length === 0) return { ...emptyFacts(), platform: 'android', modules: listExpansions(archive) };
  noteFalseDescription(listing, described, base, observations);
  const belong = parts.filter(({ apk }) => apk !== base);
  // What a split does not say is zero to the platform.
  const withVersion = ({ listed, identity }: SetApk) =>
    identity ? [{ place: listed.path, identity: { ...identity, versionCode: identity.versionCode ?? 0 } }] : [];
  noteMismatches(
    base ? withVersion(base)[0]!.identity : null,
    belong.flatMap(({ apk }) => withVersion(apk)),
    observations,
  );
  const missing = findMissingSplits(
    apks.flatMap(({ identity }) => identity ?? []),
    observations,
  );
  const own = parts.map(({ part }) => part);
  const app = await readApps(
    base && manifestOf(base, 'base'),
    chosen.splits.map((apk) => manifestOf(apk, apk.identity!.split!)).filter((manifest) => manifest !== null),
    await readTables(parts),
    setXml(own, observations),
  );
  for (const { apk } of parts) await noteRules(apk, app);
  const reading = new SignatureReading(context);
  const nested = { ...context, digests: undefined, ...reading.of(parts[0]!.apk) };
  const facts = await readParts(own, app, nested, observations, missing);
  const modules = [...(await sign(parts, facts, context.depth === 0 ? reading : null, observations)), ...listExpansions(archive)];
  if (context.depth === 0) await noteOtherCode(archive, listing.variants, apks, observations);
  const signing = withV4(facts.signing, parts[0]!.apk.listed.path, (path) => archive.byName.has(path));
  return { ...facts, signing, modules };
}

/** The installer's rules hold for every APK of a set. */
function noteRules({ archive, observations }: SetApk, { facts, extractNativeLibs }: AppFacts): Promise<void> {
  const terms = { targetSdk: facts.identity.targetSdk, extractNativeLibs };
  return observations.attempt('package', 'resources.arsc', undefined, () => noteInstallRules(archive, terms, observations));
}

function manifestOf({ root, observations }: SetApk, module: string): PartManifest | null {
  return root && { module: module.slice(0, LIMITS.fileName), root, observations };
}

/** All resource tables of a set; together they may take as much as the table of one app. */
async function readTables(parts: readonly SetPart[]): Promise<Resources | null> {
  const tables: Resources[] = [];
  const budget = { left: LIMITS.resourceBytes as number };
  const steps = { left: LIMITS.resourceSteps as number };
  for (const { apk, part } of parts) {
    if (apk.listed.librariesOnly) continue;
    const { observations, archive } = apk;
    const table = await observations.attempt('resources', 'resources.arsc', null, () =>
      readResources(archive, observations, budget, steps),
    );
    if (table) tables.push(new PlacedResources(table, part));
  }
  return mergeTables(tables);
}

/** The modules with their signers; of a set within a package nothing is verified. */
async function sign(
  parts: readonly SetPart[],
  { signing, identity }: FormatFacts,
  reading: SignatureReading | null,
  observations: Observations,
): Promise<Module[]> {
  const modules: Module[] = [];
  for (const [index, { apk, module }] of parts.entries()) {
    if (!reading) modules.push(module);
    else if (index === 0) modules.push({ ...module, signers: signersOf(signing) });
    else modules.push({ ...module, signers: await checkSigner(apk, signing, identity, reading, observations) });
  }
  return modules;
}

/** Expansion files lie beside the app on the device (`Android/obb/…`, "APK Expansion Files", developer.android.com): data, as asset packs are. */
function listExpansions(archive: ZipArchive): Module[] {
  const found = [...archive.byName].filter(([path]) => /\.obb$/i.test(path)).slice(0, LIMITS.modules);
  return found.map(([path, { size }]) => ({
    name: path.slice(path.lastIndexOf('/') + 1).slice(0, LIMITS.fileName),
    kind: 'asset-pack',
    entry: path.slice(0, LIMITS.place),
    bytes: size,
    delivery: null,
    versionCode: null,
    signers: [],
  }));
}

function noteNoBase(archive: ZipArchive, observations: Observations): void {
  const what = { zh: '没有基础包（清单中无 split 属性的 APK）', en: 'there is no base, an APK whose manifest names no split' };
  observations.failed('manifest', 'ZIP', new BrokenBytes('set-base-missing', 'ZIP', archive.directoryOffset, what));
}
