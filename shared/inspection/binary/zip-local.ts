import { BrokenBytes } from '../broken.ts';
import type { Observations } from '../observations.ts';
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
    observations.trick('encrypted-flag', name, {
      zh: '条目带有加密标志而数据未加密，系统忽略该标志，分析工具会报错',
      en: 'the entry is marked as encrypted although it is not; the system ignores the mark, other readers fail',
    });
  }
  if (entry.method !== STORED && entry.method !== DEFLATED) {
    observations.trick('bogus-method', name, {
      zh: `压缩方式 ${entry.method} 不存在，系统按未压缩处理`,
      en: `compression method ${entry.method} does not exist; the system takes the data as stored`,
    });
  }
  const localName = bytes.toString('utf8', 30, 30 + bytes.readUInt16LE(26));
  if (localName !== name) {
    observations.trick('local-name-differs', name, {
      zh: `本地文件头中的名称是“${localName.slice(0, 200)}”，与目录不同`,
      en: `the local header says "${localName.slice(0, 200)}", the directory another name`,
    });
  }
  noteNumbers(bytes, entry, observations);
}

/** Sizes may be zero where a data descriptor follows; anything else than the directory's values is a lie. */
function noteNumbers(bytes: Buffer, entry: ZipEntry, observations: Observations): void {
  const differs: string[] = [];
  if (bytes.readUInt16LE(8) !== entry.method) differs.push(`method ${bytes.readUInt16LE(8)} ≠ ${entry.method}`);
  const deferred = (bytes.readUInt16LE(6) & 8) !== 0;
  for (const [field, at, value] of [
    ['compressed size', 18, entry.compressedSize],
    ['size', 22, entry.size],
  ] as const) {
    const local = bytes.readUInt32LE(at);
    if (local !== value && local !== 0xffffffff && !(deferred && local === 0)) differs.push(`${field} ${local} ≠ ${value}`);
  }
  if (differs.length === 0) return;
  observations.trick('local-header-differs', entry.name, {
    zh: `本地文件头与目录不一致：${differs.join('，')}`,
    en: `the local header is not that of the directory: ${differs.join(', ')}`,
  });
}
