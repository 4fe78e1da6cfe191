import type { ZipArchive } from '../binary/zip.ts';
import { assessCoverage } from '../contents/coverage.ts';
import { findEmbedded } from '../contents/embedded.ts';
import { entryNames } from '../contents/entry-names.ts';
import { findFrameworks } from '../contents/frameworks.ts';
import { listEntries, placeOf } from '../contents/listing.ts';
import { readNativeLibraries } from '../contents/native-libraries.ts';
import { readNestedPackages } from '../contents/nested.ts';
import { findPackers } from '../contents/packers.ts';
import { readScripts } from '../contents/scripts.ts';
import type { InspectionContext } from '../context.ts';
import { emptyFacts } from '../empty.ts';
import type { FormatFacts } from '../formats/format.ts';
import type { Part } from '../formats/part.ts';
import type { Observations } from '../observations.ts';
import { type SdkLevels, verifySigning } from '../signing/index.ts';
import { ApiTargets } from './api-targets.ts';
import type { AppFacts } from './app.ts';
import { CodeFacts } from './code.ts';
import { readDexEntries } from './dex-entries.ts';

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
  const wanted = new Set(app.declaredClasses.map(descriptorOf));
  const code = new CodeFacts(new ApiTargets(knowledge.apis), wanted, observations);
  const dex = { read: 0, unread: [] as string[] };
  for (const part of parts) {
    const { read, unread } = await readDexEntries(asArchive(part), code, observations);
    dex.read += read;
    dex.unread.push(...unread);
  }
  const packages = code.packages();
  const names = { declared: app.declaredClasses, packages: packages.map(({ name }) => name) };
  const packers = findPackers(listing, names, knowledge.packers);
  const frameworks = findFrameworks(listing);
  const scripts = await readScripts(listing, knowledge, observations);
  const dynamicLoading = code.uses('loading');
  return {
    ...declared,
    code: {
      dexFiles: code.dexFiles,
      packages,
      apiUses: code.uses('api'),
      dynamicLoading,
      hosts: [...code.hosts].sort(),
    },
    scripts: scripts.files,
    nativeLibraries: await readNativeLibraries(listing, knowledge.apis),
    frameworks,
    packers,
    texts: scripts.texts,
    nested: nested.packages,
    nestedCount: nested.count,
    signing: await verifySigning(parts[0]!.archive, forSigning(parts[0]!, context), signedFor, observations),
    entries: entryNames(listing),
    coverage: assessCoverage({
      manifest: app.read,
      hasCode: app.hasCode,
      dexRead: dex.read,
      dexUnread: dex.unread,
      packers,
      frameworks,
      scripts: scripts.files,
      dynamicLoading,
      hidden: [],
      unread: [...nested.hidden.map(({ name }) => name), ...nested.unread, ...embedded.opaque.map(placeOf), ...scripts.unread],
      missingSplits,
      ...definedClasses(app, code),
    }),
  };
}

/** The digests are those of the package as it was handed in: they say nothing about an archive within it. */
function forSigning({ place }: Part, { reading, digests }: InspectionContext): Pick<InspectionContext, 'reading' | 'digests'> {
  return place === '' && digests ? { reading, digests } : { reading };
}

function asArchive({ archive, entries }: Part): ZipArchive {
  return { ...archive, byName: entries };
}

function definedClasses(app: AppFacts, code: CodeFacts) {
  const undefinedClasses = app.declaredClasses.filter((name) => !code.defined.has(descriptorOf(name)));
  return { declaredClasses: app.declaredClasses.length, undefinedClasses };
}

function descriptorOf(name: string): string {
  return `L${name.replaceAll('.', '/')};`;
}
