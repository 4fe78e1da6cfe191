import { readBinaryXml } from '../binary/axml.ts';
import type { ZipArchive } from '../binary/zip.ts';
import type { ZipEntry } from '../binary/zip-directory.ts';
import { readEntry } from '../binary/zip-entry.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';
import type { XmlFiles } from './resources.ts';

/** The binary XML files of an APK. They are read in the order in which they lie in it, so that neighbours share one read. */
export function archiveXml(archive: ZipArchive, observations: Observations): XmlFiles {
  async function* read(paths: readonly string[]) {
    const entries = paths.flatMap((path): ZipEntry | never[] => archive.byName.get(path) ?? []);
    entries.sort((a, b) => a.localOffset - b.localOffset);
    for (const entry of entries) {
      const load = () => readEntry(archive, entry, LIMITS.layoutBytes, 'resources', observations);
      const bytes = await observations.attempt('resources', entry.name, null, load);
      if (bytes) yield { path: entry.name, bytes };
    }
  }
  return {
    read,
    parse: (bytes, path) => readBinaryXml(bytes, path, observations),
    mayMention: () => true,
  };
}
