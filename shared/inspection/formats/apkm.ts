import type { ZipArchive } from '../binary/zip.ts';
import { readSet } from '../bundle/read-set.ts';
import { describeApkm } from '../bundle/set-descriptions.ts';
import type { InspectionContext } from '../context.ts';
import type { Observations } from '../observations.ts';
import type { ArchiveView } from './archive-view.ts';
import type { FormatFacts, FormatReader } from './format.ts';

/** An APKM describes its app in `info.json` beside base and splits. */
async function sniff(view: ArchiveView): Promise<boolean> {
  if (view.has('AndroidManifest.xml') || !view.has('info.json') || !view.some(/^[^/]+\.apk$/i)) return false;
  return /"(?:apkm_version|pname|versioncode)"\s*:/.test(await view.text('info.json'));
}

/** Reads a set of split APKs as one app. */
async function read(archive: ZipArchive, context: InspectionContext, observations: Observations): Promise<FormatFacts> {
  return readSet(archive, await describeApkm(archive, observations), 'info.json', context, observations);
}

export const apkm: FormatReader = { format: 'apkm', sniff, read };
