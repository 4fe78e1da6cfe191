import { BrokenBytes } from '../broken.ts';
import type { Observations } from '../observations.ts';
import { decodeEntryName } from './entry-name.ts';
import type { ZipEntry } from './zip-directory.ts';

const LOCAL_SIGNATURE = 0x04034b50;
const DEFLATED = 8;
const STORED = 0;

/**
 * Compares the local header (APPNOTE 4.3.7) with the directory and notes where it lies; `bytes` begin with it.
 * @throws BrokenBytes `zip-local-header-missing` when there is no local header
 */
export function noteLocalHeader(bytes: Buffer, entry: ZipEntry, observations: Observations): void {
  const { name } = entry;
  if (bytes.length < 30 || bytes.readUInt32LE(0) !== LOCAL_SIGNATURE) {
    const what = { zh: `条目 ${name} 处没有本地文件头`, en: `no local header for ${name}` };
    throw new BrokenBytes('zip-local-header-missing', name, entry.localOffset, what);
  }
  if (((entry.flags | bytes.readUInt16LE(6)) & 1) !== 0) {
    const detail = {
      zh: '条目带有加密标志而数据未加密，系统忽略该标志，分析工具会报错',
      en: 'the entry is marked as encrypted although it is not; the system ignores the mark, other readers fail',
    };
    observations.trick('encrypted-flag', name, detail, 'analysis');
  }
  if (entry.method !== STORED && entry.method !== DEFLATED) {
    const detail = {
      zh: `压缩方式 ${entry.method} 不存在，系统按未压缩处理`,
      en: `compression method ${entry.method} does not exist; the system takes the data as stored`,
    };
    observations.trick('bogus-method', name, detail, 'analysis');
  }
  const { name: localName } = decodeEntryName(bytes.subarray(30, 30 + bytes.readUInt16LE(26)));
  if (localName !== name) {
    const detail = {
      zh: `本地文件头中的名称是“${localName.slice(0, 200)}”，与目录不同，系统拒绝该条目`,
      en: `the local header says "${localName.slice(0, 200)}", the directory another name: the system refuses the entry`,
    };
    observations.trick('local-name-differs', name, detail, 'install');
  }
  noteNumbers(bytes, entry, observations);
}

/** Where the data of an entry begin behind its local header, and so how they are aligned; `bytes` begin with the header. */
export function dataOffset(bytes: Buffer, entry: ZipEntry): number {
  return entry.localOffset + 30 + bytes.readUInt16LE(26) + bytes.readUInt16LE(28);
}

/**
 * Compares the numbers of the two headers. Sizes and checksum count for the system (libziparchive, `FindEntry`) unless a data descriptor
 * follows; the method of the local header it never reads.
 */
function noteNumbers(bytes: Buffer, entry: ZipEntry, observations: Observations): void {
  const deferred = (bytes.readUInt16LE(6) & 8) !== 0;
  const method = bytes.readUInt16LE(8);
  const differs = method === entry.method ? [] : [`method ${method} ≠ ${entry.method}`];
  const refused: string[] = [];
  for (const [field, at, value] of [
    ['crc', 14, entry.crc],
    ['compressed size', 18, entry.compressedSize],
    ['size', 22, entry.size],
  ] as const) {
    const local = bytes.readUInt32LE(at);
    if (local === value || (at !== 14 && local === 0xffffffff) || (deferred && local === 0)) continue;
    (deferred ? differs : refused).push(`${field} ${local} ≠ ${value}`);
  }
  const all = [...differs, ...refused];
  if (all.length === 0) return;
  const detail = {
    zh: `本地文件头与目录不一致：${all.join('，')}`,
    en: `the local header is not that of the directory: ${all.join(', ')}`,
  };
  observations.trick('local-header-differs', entry.name, detail, refused.length > 0 ? 'install' : 'analysis');
}
