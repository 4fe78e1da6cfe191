import type { ZipArchive } from '../binary/zip.ts';
import { readSet } from '../bundle/read-set.ts';
import { describeXapk } from '../bundle/set-descriptions.ts';
import type { InspectionContext } from '../context.ts';
import type { Observations } from '../observations.ts';
import type { ArchiveView } from './archive-view.ts';
import type { FormatFacts, FormatReader } from './format.ts';

/** An XAPK names its app in `manifest.json` and holds its APKs beside it. */
async function sniff(view: ArchiveView): Promise<boolean> {
  if (view.has('AndroidManifest.xml') || !view.has('manifest.json') || !view.some(/^[^/]+\.apk$/i)) return false;
  return /"(?:package_name|xapk_version|split_apks)"\s*:/.test(await view.text('manifest.json'));
}

/** Reads an APK with its splits and expansion files as one app. */
async function read(archive: ZipArchive, context: InspectionContext, observations: Observations): Promise<FormatFacts> {
  return readSet(archive, await describeXapk(archive, observations), 'manifest.json', context, observations);
}

export const xapk: FormatReader = { format: 'xapk', sniff, read };
