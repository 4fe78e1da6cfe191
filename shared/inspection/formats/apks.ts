import type { ZipArchive } from '../binary/zip.ts';
import { readSet } from '../bundle/read-set.ts';
import { describeApks } from '../bundle/set-descriptions.ts';
import type { InspectionContext } from '../context.ts';
import type { Observations } from '../observations.ts';
import type { ArchiveView } from './archive-view.ts';
import type { FormatFacts, FormatReader } from './format.ts';

const ROOT_SPLIT = /^(?:split_|config\.|split_config\.)[^/]*\.apk$/i;
const ROOT_OTHER = /^(?!split_|config\.)[^/]+\.apk$/i;

/**
 * A set of bundletool has a table of contents, or at least its folder of splits; exporters put base and splits side by side. An archive that
 * merely holds an APK is none.
 */
function sniff(view: ArchiveView): boolean {
  if (view.has('AndroidManifest.xml')) return false;
  if (view.has('toc.pb') && view.some(/\.apk$/i)) return true;
  if (view.some(/^splits\/[^/]+\.apk$/i)) return true;
  if (view.has('base.apk') && view.some(/^meta\.sai_v\d+\.json$/)) return true;
  return view.some(ROOT_SPLIT) && view.some(ROOT_OTHER);
}

/** Reads a set of split APKs as one app. */
async function read(archive: ZipArchive, context: InspectionContext, observations: Observations): Promise<FormatFacts> {
  return readSet(archive, await describeApks(archive, observations), 'toc.pb', context, observations);
}

export const apks: FormatReader = { format: 'apks', sniff, read };
