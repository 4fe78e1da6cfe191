import type { XmlFiles } from '../android/resources.ts';
import type { ItemNames } from '../binary/protobuf-item.ts';
import { readProtoXml } from '../binary/protobuf-xml.ts';
import type { ZipArchive } from '../binary/zip.ts';
import { readEntry } from '../binary/zip-entry.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';

/** The XML files of all modules of a bundle, by their names in it. They are read in the order in which they lie there. */
export function bundleXml(archive: ZipArchive, names: ItemNames, observations: Observations): XmlFiles {
  async function* read(paths: readonly string[]) {
    const entries = paths.flatMap((path) => archive.byName.get(path) ?? []).sort((a, b) => a.localOffset - b.localOffset);
    for (const entry of entries) {
      const load = () => readEntry(archive, entry, LIMITS.layoutBytes, 'resources', observations);
      const bytes = await observations.attempt('resources', entry.name, null, load);
      if (bytes) yield { path: entry.name, bytes };
    }
  }
  return {
    read,
    parse: (bytes, path) => readProtoXml(bytes, path, observations, names, 'resources'),
    mayMention: () => true,
  };
}
