import { ApiTargets } from '../android/api-targets.ts';
import { type AppFacts, readApp } from '../android/app.ts';
import { CodeFacts } from '../android/code.ts';
import { entryNames, findFrameworks, findPackers, nativeLibraries, nestedCode } from '../android/contents.ts';
import { assessCoverage } from '../android/coverage.ts';
import { readDexEntries } from '../android/dex-entries.ts';
import { readSigning } from '../android/signing.ts';
import type { ZipArchive } from '../binary/zip.ts';
import type { InspectionContext } from '../context.ts';
import { emptyFacts } from '../empty.ts';
import type { Observations } from '../observations.ts';
import type { ArchiveView } from './archive-view.ts';
import type { FormatFacts, FormatReader } from './format.ts';

/** An APK has its manifest at the root; an AAR has too, but its code is a JAR. Code and resources without a manifest are a broken APK. */
function sniff(view: ArchiveView): boolean {
  if (view.has('AndroidManifest.xml'))
    return !(view.has('classes.jar') && !view.has('classes.dex') && !view.has('resources.arsc'));
  return view.has('classes.dex') && view.has('resources.arsc');
}

/** Reads an Android package. A part that is broken becomes a gap and never hides the others. */
async function read(archive: ZipArchive, { knowledge }: InspectionContext, observations: Observations): Promise<FormatFacts> {
  const app = await readApp(archive, observations);
  const wanted = new Set(app.declaredClasses.map(descriptorOf));
  const code = new CodeFacts(new ApiTargets(knowledge.apis), wanted, observations);
  const dex = await readDexEntries(archive, code, observations);
  const packers = findPackers(archive, knowledge.packers);
  const frameworks = findFrameworks(archive);
  const dynamicLoading = code.uses('loading');
  return {
    ...emptyFacts(),
    platform: 'android',
    ...app.facts,
    code: {
      dexFiles: code.dexFiles,
      packages: code.packages(),
      apiUses: code.uses('api'),
      dynamicLoading,
      hosts: [...code.hosts].sort(),
    },
    nativeLibraries: nativeLibraries(archive),
    frameworks,
    packers,
    signing: await readSigning(archive, observations),
    entries: entryNames(archive),
    coverage: assessCoverage({
      manifest: app.read,
      hasCode: app.hasCode,
      dexRead: dex.read,
      dexUnread: dex.unread,
      packers,
      frameworks,
      dynamicLoading,
      nested: nestedCode(archive),
      ...definedClasses(app, code),
    }),
  };
}

export const apk: FormatReader = { format: 'apk', sniff, read };

function definedClasses(app: AppFacts, code: CodeFacts) {
  const undefinedClasses = app.declaredClasses.filter((name) => !code.defined.has(descriptorOf(name)));
  return { declaredClasses: app.declaredClasses.length, undefinedClasses };
}

function descriptorOf(name: string): string {
  return `L${name.replaceAll('.', '/')};`;
}
