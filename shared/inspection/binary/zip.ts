import type { Observations } from '../observations.ts';
import type { Ranges } from './ranges.ts';
import { readDirectory, type ZipEntry } from './zip-directory.ts';
import { type EndRecord, findEndRecord } from './zip-end.ts';

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
  for (const entry of entries) {
    noteName(entry.name, observations);
    const first = byName.get(entry.name);
    if (first === undefined) byName.set(entry.name, entry);
    else if (!entry.name.endsWith('/')) noteDuplicate(entry.name, observations);
  }
  await notePrefix(ranges, entries.length, observations);
  return { ranges, entries, byName, directoryOffset: end.directoryOffset, end };
}

function noteDuplicate(name: string, observations: Observations): void {
  observations.trick('duplicate-entry', name, {
    zh: '归档中有同名条目，不同系统版本可能读取不同的内容；此处以第一个为准',
    en: 'several entries have this name and readers may differ in which they take; the first one was read',
  });
}

function noteName(name: string, observations: Observations): void {
  if (!/(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[A-Za-z]:[/\\]|\0/.test(name)) return;
  observations.trick('unsafe-name', name, {
    zh: '条目名指向归档之外（路径穿越、绝对路径或含空字符）',
    en: 'the name of the entry leads outside the archive (path traversal, absolute path or NUL)',
  });
}

/** A file that begins with anything but an entry can be taken for another format (a DEX in front: CVE-2017-13156, "Janus"). */
async function notePrefix(ranges: Ranges, entries: number, observations: Observations): Promise<void> {
  const head = await ranges.read(0, 4, 'ZIP');
  const signature = head.length === 4 ? head.readUInt32LE(0) : 0;
  if (signature === LOCAL_SIGNATURE || (entries === 0 && signature !== CENTRAL_SIGNATURE)) return;
  const dex = head.toString('latin1') === 'dex\n';
  observations.trick('prefixed-data', '0x0', {
    zh: dex ? '文件开头是 DEX 数据（Janus 漏洞 CVE-2017-13156 的形态）' : '文件开头在第一个条目之前有其他数据',
    en: dex ? 'the file begins with DEX data, as in Janus (CVE-2017-13156)' : 'the file begins with other data than an entry',
  });
}
