import { readApp } from '../android/app.ts';
import { readParts } from '../android/read-parts.ts';
import type { ZipArchive } from '../binary/zip.ts';
import type { InspectionContext } from '../context.ts';
import type { Observations } from '../observations.ts';
import type { ArchiveView } from './archive-view.ts';
import type { FormatFacts, FormatReader } from './format.ts';
import { wholeArchive } from './part.ts';

/** An APK has its manifest at the root; an AAR has too, but its code is a JAR. Code and resources without a manifest are a broken APK. */
function sniff(view: ArchiveView): boolean {
  if (view.has('AndroidManifest.xml'))
    return !(view.has('classes.jar') && !view.has('classes.dex') && !view.has('resources.arsc'));
  return view.has('classes.dex') && view.has('resources.arsc');
}

/** Reads an Android package. A part that is broken becomes a gap and never hides the others. */
async function read(archive: ZipArchive, context: InspectionContext, observations: Observations): Promise<FormatFacts> {
  const app = await readApp(archive, observations);
  return readParts([wholeArchive(archive)], app, context, observations, app.missingSplits);
}

export const apk: FormatReader = { format: 'apk', sniff, read };
