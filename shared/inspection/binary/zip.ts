import type { Observations } from '../observations.ts';
import type { Ranges } from './ranges.ts';
import { readDirectory, type ZipEntry } from './zip-directory.ts';
import { type EndRecord, findEndRecord } from './zip-end.ts';
import { noteNames, noteOverlaps } from './zip-lies.ts';

/** A ZIP archive by its central directory. */
export interface ZipArchive {
  readonly ranges: Ranges;
  readonly entries: readonly ZipEntry[];
  /** The first entry of each name. */
  readonly byName: ReadonlyMap<string, ZipEntry>;
  readonly directoryOffset: number;
  /** The end record that was chosen: where it lies, and by how much the archive's offsets are short. */
  readonly end: EndRecord;
}

const LOCAL_SIGNATURE = 0x04034b50;
const CENTRAL_SIGNATURE = 0x02014b50;

/** Opens an archive and notes what is strange about it as a whole. @throws BrokenBytes when no directory can be found */
export async function openArchive(ranges: Ranges, observations: Observations): Promise<ZipArchive> {
  const end = await findEndRecord(ranges, observations);
  const entries = await readDirectory(ranges, end, observations);
  const byName = new Map<string, ZipEntry>();
  for (const entry of entries) if (!byName.has(entry.name)) byName.set(entry.name, entry);
  noteNames(entries, byName, observations);
  noteOverlaps(entries, observations);
  await notePrefix(ranges, entries.length, observations);
  return { ranges, entries, byName, directoryOffset: end.directoryOffset, end };
}

/** A file that begins with anything but an entry can be taken for another format (a DEX in front: CVE-2017-13156, "Janus"). */
async function notePrefix(ranges: Ranges, entries: number, observations: Observations): Promise<void> {
  const head = await ranges.read(0, 4, 'ZIP');
  const signature = head.length === 4 ? head.readUInt32LE(0) : 0;
  if (signature === LOCAL_SIGNATURE || (entries === 0 && signature !== CENTRAL_SIGNATURE)) return;
  const dex = head.toString('latin1') === 'dex\n';
  const detail = {
    zh: dex
      ? '文件开头是 DEX 数据（Janus 漏洞 CVE-2017-13156 的形态）'
      : '文件开头在第一个条目之前有其他数据，系统拒绝这样的归档',
    en: dex
      ? 'the file begins with DEX data, as in Janus (CVE-2017-13156)'
      : 'the file begins with other data than an entry: the system refuses it',
  };
  observations.trick('prefixed-data', '0x0', detail, 'install');
}
