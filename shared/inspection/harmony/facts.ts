import type { Module } from '../../domain/facts/contents.ts';
import type { PackageFacts } from '../../domain/facts/package.ts';
import type { Signing } from '../../domain/facts/signing.ts';
import { type AppFacts, NOTHING_DECLARED, NOTHING_READ } from '../android/app.ts';
import { readParts } from '../android/read-parts.ts';
import { entryNames } from '../contents/entry-names.ts';
import { listEntries } from '../contents/listing.ts';
import type { InspectionContext } from '../context.ts';
import { emptyFacts } from '../empty.ts';
import type { FormatFacts } from '../formats/format.ts';
import { distinctParts } from '../formats/part.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';
import { KnownCalls } from '../scripts/known-calls.ts';
import { UiTexts } from '../scripts/ui-texts.ts';
import { harmonyCoverage } from './coverage.ts';
import type { HarmonyDeclaration } from './declaration.ts';
import { ownModules, packagesOf } from './packages.ts';
import type { HarmonyModule } from './read-module.ts';
import { isHarmonyScript, readHarmonyScripts } from './script-files.ts';
import { NO_TEXT } from './values.ts';

/**
 * The facts of a HarmonyOS app from its modules, the base first: one view of all of them.
 * @param modules at least one
 * @param described the same modules as parts of the package
 * @param modulesUnread entries of modules that could not be opened
 * @throws only what the source throws
 */
export async function harmonyFacts(
  modules: readonly HarmonyModule[],
  described: readonly Module[],
  signing: Signing,
  context: InspectionContext,
  observations: Observations,
  modulesUnread: readonly string[] = [],
): Promise<FormatFacts> {
  const declarations = modules.flatMap(({ declaration }) => declaration ?? []);
  const declared = declaredFacts(modules, declarations);
  // Of a package within a package only what it declares is read.
  if (context.depth > 0) return { ...emptyFacts(), platform: 'harmony', ...declared, harmony: harmonyOf(declarations, []) };
  const parts = distinctParts(modules.map(({ part }) => part));
  const listing = listEntries(parts);
  const texts = new UiTexts();
  for (const { resources, part } of modules) addTexts(texts, resources?.strings() ?? [], part.place);
  const own = ownModules(modules);
  const known = new KnownCalls(context.knowledge.scriptApis, ['arkts']);
  const scripts = await readHarmonyScripts(listing, known, own, texts, observations);
  // The rest of the contents is read as that of any app; scripts were read above, and the signature is not Android's.
  const others = parts.map((part) => ({
    ...part,
    entries: new Map([...part.entries].filter(([path]) => !isHarmonyScript(path))),
  }));
  const rest = await readParts(others, { ...NOTHING_READ, facts: declared, read: true, hasCode: false }, context, observations);
  return {
    ...rest,
    platform: 'harmony',
    scripts: [...scripts.files, ...rest.scripts],
    texts: [...texts.list, ...rest.texts].slice(0, LIMITS.uiTexts),
    modules: described,
    harmony: harmonyOf(declarations, packagesOf(modules, scripts.packages, own)),
    signing,
    entries: entryNames(listing),
    coverage: harmonyCoverage({
      declared: declarations.length > 0,
      abilities: declared.components.length,
      dexFiles: rest.code.dexFiles.length,
      scripts,
      modulesUnread,
      rest: rest.coverage,
    }),
  };
}

function addTexts(
  texts: UiTexts,
  strings: Iterable<{ readonly name: string; readonly text: { readonly zh: string | null; readonly default: string | null } }>,
  place: string,
): void {
  for (const { name, text } of strings) {
    if (text.zh !== null) texts.add(text.zh, `${place}$string:${name} (zh)`);
    if (text.default !== null && text.default !== text.zh) texts.add(text.default, `${place}$string:${name}`);
  }
}

function declaredFacts(modules: readonly HarmonyModule[], all: readonly HarmonyDeclaration[]): AppFacts['facts'] {
  const base = all[0];
  if (!base) return NOTHING_DECLARED;
  const { byName } = modules[0]!.archive;
  return {
    ...NOTHING_DECLARED,
    identity: {
      ...NOTHING_DECLARED.identity,
      packageName: base.bundleName,
      versionName: base.versionName,
      versionCode: base.versionCode,
      label: all.map(({ label }) => label).find((label) => label.zh !== null || label.default !== null) ?? NO_TEXT,
    },
    permissions: all.flatMap(({ permissions }) => permissions).slice(0, LIMITS.permissions),
    definedPermissions: all.flatMap(({ definedPermissions }) => definedPermissions).slice(0, LIMITS.permissions),
    queries: { packages: [], intents: all.reduce((sum, { querySchemes }) => sum + querySchemes, 0), providers: [] },
    components: all.flatMap(({ components }) => components).slice(0, LIMITS.components),
    launcher: all.map(({ launcher }) => launcher).find((launcher) => launcher !== null) ?? null,
    application: {
      ...NOTHING_DECLARED.application,
      className: base.className,
      debuggable: all.some(({ debug }) => debug),
      allowBackup: all.some(({ supportsBackup }) => supportsBackup),
      usesCleartextTraffic: cleartext(all),
      ...(base.process === null ? {} : { process: base.process }),
      icon: iconEntry(base.icon, byName),
      metaData: all.flatMap(({ metaData }) => metaData).slice(0, LIMITS.jsonList),
    },
  };
}

function cleartext(all: readonly HarmonyDeclaration[]): boolean | null {
  const said = all.flatMap(({ usesCleartextTraffic }) => usesCleartextTraffic ?? []);
  return said.length === 0 ? null : said.includes(true);
}

/** `entry/resources/base/media/icon.png` lies in `resources/…` of a stage HAP, and below `assets/` of one of the FA model. */
function iconEntry(value: string | null, byName: HarmonyModule['archive']['byName']): string | null {
  if (value === null) return null;
  const names = [value.slice(value.indexOf('/') + 1), `assets/${value}`, value];
  return names.find((name) => byName.has(name)) ?? null;
}

function harmonyOf(
  all: readonly HarmonyDeclaration[],
  packages: NonNullable<PackageFacts['harmony']>['packages'],
): PackageFacts['harmony'] {
  const base = all[0];
  const free = all.flatMap(({ installationFree }) => installationFree ?? []);
  return {
    minApiVersion: base?.minApiVersion ?? null,
    targetApiVersion: base?.targetApiVersion ?? null,
    apiReleaseType: base?.apiReleaseType ?? null,
    bundleType: base?.bundleType ?? null,
    vendor: base?.vendor ?? null,
    deviceTypes: [...new Set(all.flatMap(({ deviceTypes }) => deviceTypes))].sort().slice(0, LIMITS.jsonList),
    debug: all.some(({ debug }) => debug),
    model: base?.model ?? null,
    installationFree: free.length === 0 ? null : free.includes(true),
    packages,
  };
}
