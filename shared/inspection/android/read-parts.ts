import type { CodeFacts } from '../../domain/facts/package.ts';
import { shellOf } from '../../knowledge/shells.ts';
import type { Knowledge } from '../../knowledge/types.ts';
import { type CodeEntry, type DeclaredApp, readCode } from '../code/read-code.ts';
import { codeEntries } from '../contents/code-entries.ts';
import { assessCoverage } from '../contents/coverage.ts';
import { findEmbedded } from '../contents/embedded.ts';
import { entryNames } from '../contents/entry-names.ts';
import { findFrameworks } from '../contents/frameworks.ts';
import { listEntries, placeOf } from '../contents/listing.ts';
import { readNativeLibraries } from '../contents/native-libraries.ts';
import { readNestedPackages } from '../contents/nested.ts';
import { findPackers } from '../contents/packers.ts';
import { isWebViewShell } from '../contents/webview-shell.ts';
import type { InspectionContext } from '../context.ts';
import { emptyFacts } from '../empty.ts';
import type { FormatFacts } from '../formats/format.ts';
import type { Part } from '../formats/part.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';
import { readScripts } from '../scripts/asset-scripts.ts';
import { type SdkLevels, verifySigning } from '../signing/index.ts';
import { readThirdParty } from '../third-party/read-third-party.ts';
import { resourcePrints } from '../third-party/resource-prints.ts';
import type { AppFacts } from './app.ts';

/**
 * What an Android app is made of, whatever container it came in: everything but the manifest, which the format has read. The first part
 * is the base: its archive is the one whose signature counts. A format that has more to say (modules, another signature) puts it over
 * the answer. A part that is broken becomes a gap and never hides the others. Of a package within a package only what it declares is
 * read: its code is read as hidden code of the package that carries it.
 * @param parts at least one
 * @param missingSplits splits that the app says it needs and that are not there
 * @param signedFor platform versions that the signature is judged for, where they are not those of the app
 * @throws only what the source throws
 */
export async function readParts(
  parts: readonly Part[],
  app: AppFacts,
  context: InspectionContext,
  observations: Observations,
  missingSplits: readonly string[] = [],
  signedFor: SdkLevels = app.facts.identity,
): Promise<FormatFacts> {
  const declared = { ...emptyFacts(), platform: 'android' as const, ...app.facts };
  if (context.depth > 0) return declared;
  const { knowledge } = context;
  const listing = listEntries(parts);
  const embedded = await findEmbedded(listing);
  const nested = await readNestedPackages(embedded.found, context);
  const entries = codeEntries(parts, nested.hidden);
  const code = await readCode(entries, declaredApp(app), context, observations);
  const { packages, dynamicLoading } = code.facts;
  const unread = new Set(code.unread);
  const wasRead = (loading: CodeEntry['loading']) =>
    entries.filter((entry) => entry.loading === loading && !unread.has(entry.name));
  const names = { declared: app.declaredClasses, packages: packages.map(({ name }) => name) };
  const packers = findPackers(listing, names, knowledge.packers);
  const { packageName } = app.facts.identity;
  const shell = { packageName, ...app.facts, launcher: startedActivity(app), code: code.facts, pageLoaders: code.pageLoaders };
  const frameworks = [...findFrameworks(listing), ...(isWebViewShell(shell) ? ['webview-shell'] : [])];
  const scripts = await readScripts(listing, knowledge, observations);
  const native = await readNativeLibraries(listing, knowledge.apis);
  const found = { app, code: code.versions, native: native.versions, pluginClasses: code.pluginClasses };
  return {
    ...declared,
    code: withResourcePrints(code.facts, app),
    scripts: scripts.files,
    nativeLibraries: native.libraries,
    frameworks,
    ...(await readThirdParty(listing, found)),
    packers,
    texts: [...app.facts.texts, ...code.texts, ...scripts.texts].slice(0, LIMITS.uiTexts),
    nested: nested.packages,
    nestedCount: nested.count,
    signing: await verifySigning(parts[0]!.archive, forSigning(parts[0]!, context), signedFor, observations),
    entries: entryNames(listing),
    coverage: assessCoverage({
      manifest: app.read,
      hasCode: app.hasCode,
      dexRead: wasRead('loaded').length,
      dexUnread: code.unread,
      packers,
      frameworks,
      scripts: scripts.files,
      dynamicLoading,
      hidden: wasRead('hidden').map(({ name }) => name),
      unread: [...nested.unread, ...embedded.opaque.map(placeOf), ...scripts.unread],
      missingSplits,
      ...definedClasses(app, code.facts, knowledge),
    }),
  };
}

function withResourcePrints(code: CodeFacts, { resources }: AppFacts): CodeFacts {
  return code.prints ? { ...code, prints: { ...code.prints, resources: resourcePrints(resources ?? null) } } : code;
}

/** The digests are those of the package as it was handed in: they say nothing about an archive within it. */
function forSigning({ place }: Part, { reading, digests }: InspectionContext): Pick<InspectionContext, 'reading' | 'digests'> {
  return place === '' && digests ? { reading, digests } : { reading };
}

/** What reading the code needs to know of the manifest. */
function declaredApp(app: AppFacts): DeclaredApp {
  const { application, components, identity } = app.facts;
  return {
    packageName: identity.packageName,
    applicationClass: application.className,
    appComponentFactory: application.appComponentFactory ?? null,
    components,
    launcher: startedActivity(app),
    minSdk: identity.minSdk,
  };
}

/** Class of the activity that the icon starts: an alias stands for another one. */
function startedActivity({ facts: { components, launcher } }: AppFacts): string | null {
  const alias = components.find(({ kind, name }) => kind === 'activity-alias' && name === launcher);
  return alias?.targetActivity ?? launcher;
}

/** A packer's own classes are always there, and say nothing about whether the app's are. */
function definedClasses(app: AppFacts, { declaredClasses }: CodeFacts, knowledge: Knowledge) {
  const own = app.declaredClasses.filter((name) => shellOf(name, knowledge) === null);
  const defined = new Set(declaredClasses?.filter((each) => each.defined).map(({ name }) => name));
  return { declaredClasses: own.length, undefinedClasses: own.filter((name) => !defined.has(name)) };
}
