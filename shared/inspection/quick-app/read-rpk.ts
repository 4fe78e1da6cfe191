import type { Module } from '../../domain/facts/contents.ts';
import { type AppFacts, NOTHING_DECLARED, NOTHING_READ } from '../android/app.ts';
import { readParts } from '../android/read-parts.ts';
import type { ZipArchive } from '../binary/zip.ts';
import { BrokenBytes } from '../broken.ts';
import { entryNames } from '../contents/entry-names.ts';
import { listEntries } from '../contents/listing.ts';
import type { InspectionContext } from '../context.ts';
import { emptyFacts } from '../empty.ts';
import type { FormatFacts } from '../formats/format.ts';
import { distinctParts, type Part, wholeArchive } from '../formats/part.ts';
import { notePartSigners, type SignedPart } from '../formats/part-signers.ts';
import { readJsonEntry } from '../json/read-json-entry.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';
import { KnownCalls } from '../scripts/known-calls.ts';
import { UiTexts } from '../scripts/ui-texts.ts';
import { quickAppCoverage } from './coverage.ts';
import { type QuickAppManifest, readManifest } from './manifest.ts';
import { openSubpackages, type Subpackage } from './open-parts.ts';
import { isQuickAppScript, readQuickAppScripts } from './script-files.ts';
import { verifyRpkSigning } from './signing.ts';
import { readTexts } from './texts.ts';

/** Reads a quick app or quick game, with the subpackages in it. @throws only what the source throws */
export async function readRpk(archive: ZipArchive, context: InspectionContext, observations: Observations): Promise<FormatFacts> {
  const subpackages = await openSubpackages(archive, observations);
  const container = !archive.byName.has('manifest.json') && subpackages[0] !== undefined;
  const base: Subpackage = container ? subpackages[0]! : { archive, entry: '', part: wholeArchive(archive) };
  const others = container ? subpackages.slice(1) : subpackages;
  const parts = distinctParts([base, ...others].map(({ part }) => part));
  const within = observations.within(base.part.place);
  const manifest = await readRpkManifest(base.archive, within);
  const declared = declaredFacts(manifest, base.archive);
  const quickApp = manifest?.quickApp ?? null;
  // Of a package within a package only what it declares is read.
  if (context.depth > 0) return { ...emptyFacts(), platform: 'quick-app', ...declared, quickApp };
  const listing = listEntries(parts);
  const texts = new UiTexts();
  const known = new KnownCalls(context.knowledge.scriptApis, ['quick-app']);
  const scripts = await readQuickAppScripts(listing, known, texts, observations);
  // The digests that were taken are of the container's bytes.
  const { digests: _outer, ...inner } = context;
  const signing = await verifyRpkSigning(base.archive, container ? inner : context, within);
  // Subpackages are read here, scripts were read above; what else lies in the package is read as that of any app.
  const rest = await readParts(
    parts.map(contentsOf),
    { ...NOTHING_READ, facts: declared, read: true, hasCode: false },
    context,
    observations,
  );
  return {
    ...rest,
    platform: 'quick-app',
    scripts: [...scripts.files, ...rest.scripts],
    texts: [...texts.list, ...rest.texts].slice(0, LIMITS.uiTexts),
    modules: subpackages.length === 0 ? [] : await describeParts([base, ...others], manifest, inner, observations),
    quickApp,
    signing,
    entries: entryNames(listing),
    coverage: quickAppCoverage(manifest !== null, scripts, rest.coverage),
  };
}

/** On a phone `manifest-phone.json` counts where there is one (quick app engine, `AppInfo.create`). */
async function readRpkManifest(archive: ZipArchive, observations: Observations): Promise<QuickAppManifest | null> {
  const name = archive.byName.has('manifest-phone.json') ? 'manifest-phone.json' : 'manifest.json';
  if (!archive.byName.has(name)) {
    const what = { zh: '没有 manifest.json', en: 'there is no manifest.json' };
    observations.failed('manifest', 'ZIP', new BrokenBytes('manifest-missing', 'ZIP', 0, what));
    return null;
  }
  const root = await readJsonEntry(archive, name, 'manifest', observations, { lenient: true });
  return root ? readManifest(root, await readTexts(archive, observations)) : null;
}

function contentsOf(part: Part): Part {
  return { ...part, entries: new Map([...part.entries].filter(([path]) => !isQuickAppScript(path) && !/\.s?rpk$/i.test(path))) };
}

function declaredFacts(manifest: QuickAppManifest | null, { byName }: ZipArchive): AppFacts['facts'] {
  if (!manifest) return NOTHING_DECLARED;
  const { packageName, versionName, versionCode, label, permissions, components, launcher, metaData, debug, icon } = manifest;
  return {
    ...NOTHING_DECLARED,
    identity: { ...NOTHING_DECLARED.identity, packageName, versionName, versionCode, label },
    permissions,
    components,
    launcher,
    application: {
      ...NOTHING_DECLARED.application,
      allowBackup: false,
      debuggable: debug,
      icon: icon !== null && byName.has(icon) ? icon : null,
      metaData,
    },
  };
}

/** The parts with their own signatures; those of a whole package were read with it. */
async function describeParts(
  parts: readonly Subpackage[],
  manifest: QuickAppManifest | null,
  context: InspectionContext,
  observations: Observations,
): Promise<Module[]> {
  const signed: SignedPart[] = [];
  for (const part of parts) {
    const { signers, verified } = await verifyRpkSigning(part.archive, context, observations.within(part.part.place));
    const certificates = signers.flatMap((signer) => signer.certificates[0]?.sha256 ?? []);
    signed.push({ described: describe(part, manifest, certificates), verified });
  }
  notePartSigners(signed, observations);
  return signed.map(({ described }) => described);
}

function describe({ archive, entry, part }: Subpackage, manifest: QuickAppManifest | null, signers: readonly string[]): Module {
  const base = entry === '' || /\.rpk$/i.test(entry) || /\bbase\.srpk$/i.test(entry);
  return {
    name: part.module ?? 'base',
    kind: base ? 'base' : 'feature',
    entry,
    bytes: archive.ranges.size,
    delivery: base ? 'install-time' : 'on-demand',
    versionCode: base ? (manifest?.versionCode ?? null) : null,
    signers,
  };
}
