import type { ZipArchive } from '../binary/zip.ts';
import { assessCoverage } from '../contents/coverage.ts';
import { entryNames } from '../contents/entry-names.ts';
import { findFrameworks } from '../contents/frameworks.ts';
import { listEntries } from '../contents/listing.ts';
import { readNativeLibraries } from '../contents/native-libraries.ts';
import { findPackers } from '../contents/packers.ts';
import type { InspectionContext } from '../context.ts';
import { emptyFacts } from '../empty.ts';
import type { FormatFacts } from '../formats/format.ts';
import type { Part } from '../formats/part.ts';
import type { Observations } from '../observations.ts';
import { verifySigning } from '../signing/index.ts';
import { ApiTargets } from './api-targets.ts';
import type { AppFacts } from './app.ts';
import { CodeFacts } from './code.ts';
import { readDexEntries } from './dex-entries.ts';

/**
 * What an Android app is made of, whatever container it came in: everything but the manifest, which the format has read. The first part
 * is the base: its archive is the one whose signature counts. A format that has more to say (modules, another signature) puts it over
 * the answer. A part that is broken becomes a gap and never hides the others.
 * @param parts at least one
 * @throws only what the source throws
 */
export async function readParts(
  parts: readonly Part[],
  app: AppFacts,
  context: InspectionContext,
  observations: Observations,
): Promise<FormatFacts> {
  const { knowledge } = context;
  const wanted = new Set(app.declaredClasses.map(descriptorOf));
  const code = new CodeFacts(new ApiTargets(knowledge.apis), wanted, observations);
  const dex = { read: 0, unread: [] as string[] };
  for (const part of parts) {
    const { read, unread } = await readDexEntries(asArchive(part), code, observations);
    dex.read += read;
    dex.unread.push(...unread);
  }
  const listing = listEntries(parts);
  const packages = code.packages();
  const names = { declared: app.declaredClasses, packages: packages.map(({ name }) => name) };
  const packers = findPackers(listing, names, knowledge.packers);
  const frameworks = findFrameworks(listing);
  const dynamicLoading = code.uses('loading');
  return {
    ...emptyFacts(),
    platform: 'android',
    ...app.facts,
    code: {
      dexFiles: code.dexFiles,
      packages,
      apiUses: code.uses('api'),
      dynamicLoading,
      hosts: [...code.hosts].sort(),
    },
    nativeLibraries: await readNativeLibraries(listing, knowledge.apis),
    frameworks,
    packers,
    signing: await verifySigning(parts[0]!.archive, context, app.facts.identity, observations),
    entries: entryNames(listing),
    coverage: assessCoverage({
      manifest: app.read,
      hasCode: app.hasCode,
      dexRead: dex.read,
      dexUnread: dex.unread,
      packers,
      frameworks,
      dynamicLoading,
      nested: [...listing.byPath.keys()].filter((name) => /^assets\/.*\.(?:dex|apk|jar)$/i.test(name)),
      ...definedClasses(app, code),
    }),
  };
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
