import { readBinaryXml } from '../binary/axml.ts';
import { mentions } from '../binary/axml-mentions.ts';
import type { ZipArchive } from '../binary/zip.ts';
import type { ZipEntry } from '../binary/zip-directory.ts';
import { readEntry } from '../binary/zip-entry.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';
import type { XmlFiles } from './resources.ts';

/** Neighbouring files that lie no further apart than this are fetched together, up to so many bytes at once. */
const NEAR = 64 << 10;
const AT_ONCE = 1 << 20;
/** Bytes of a local header with its name and alignment. */
const HEADER = 2048;

/** The binary XML files of an APK. They are read in the order in which they lie in it, neighbours by one read. */
export function archiveXml(archive: ZipArchive, observations: Observations): XmlFiles {
  async function* read(paths: readonly string[]) {
    const entries = paths.flatMap((path): ZipEntry | never[] => archive.byName.get(path) ?? []);
    for (const group of neighbours(entries)) {
      await observations.attempt('resources', group[0]!.name, undefined, () => fetchGroup(archive, group));
      for (const entry of group) {
        const load = () => readEntry(archive, entry, LIMITS.layoutBytes, 'resources', observations);
        const bytes = await observations.attempt('resources', entry.name, null, load);
        if (bytes) yield { path: entry.name, bytes };
      }
    }
  }
  return { read, parse: (bytes, path) => readBinaryXml(bytes, path, observations, 'resources'), mayMention: mentions };
}

/** Entries in groups that one read brings. */
function neighbours(entries: readonly ZipEntry[]): ZipEntry[][] {
  const groups: ZipEntry[][] = [];
  let start = 0;
  let end = 0;
  for (const entry of [...entries].sort((a, b) => a.localOffset - b.localOffset)) {
    const own = entry.localOffset + HEADER + entry.compressedSize;
    const group = groups[groups.length - 1];
    if (group && entry.localOffset - end <= NEAR && own - start <= AT_ONCE) group.push(entry);
    else {
      groups.push([entry]);
      start = entry.localOffset;
    }
    end = own;
  }
  return groups;
}

async function fetchGroup({ ranges }: ZipArchive, group: readonly ZipEntry[]): Promise<void> {
  if (group.length < 2) return;
  const from = group[0]!.localOffset;
  const last = group[group.length - 1]!;
  const length = last.localOffset + HEADER + last.compressedSize - from;
  ranges.remember(from, await ranges.read(from, length, 'ZIP'));
}
