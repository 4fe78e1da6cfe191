import { hex } from '../broken.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';
import { decodeEntryName, type EntryNameFault } from './entry-name.ts';
import type { Ranges } from './ranges.ts';
import type { EndRecord } from './zip-end.ts';

/** One entry as the central directory has it: the directory wins over local headers, as in Android's installer. */
export interface ZipEntry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Absolute offset of the local header. */
  readonly localOffset: number;
  readonly nameLength: number;
  /** Why Android refuses the name; absent where it does not. */
  readonly nameFault?: EntryNameFault;
}

const CENTRAL_SIGNATURE = 0x02014b50;
const SIGNATURE_BYTES = Buffer.from('PK\x01\x02', 'latin1');
const HEADER = 46;

/** Reads the central directory (APPNOTE 4.3.12). A header that breaks off ends the list with a gap; what came before stays. */
export async function readDirectory(ranges: Ranges, end: EndRecord, observations: Observations): Promise<ZipEntry[]> {
  const length = Math.min(end.directorySize, LIMITS.directoryBytes);
  const bytes = await ranges.read(end.directoryOffset, length, 'ZIP central directory');
  const entries: ZipEntry[] = [];
  let at = 0;
  while (entries.length < LIMITS.entries && isHeader(bytes, at)) {
    const nameEnd = at + HEADER + bytes.readUInt16LE(at + 28);
    if (nameEnd > bytes.length) break;
    entries.push(readHeader(bytes, at, end.shift));
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    if (entries.length < end.entries && !isHeader(bytes, at)) at = resume(bytes, nameEnd, entries, observations);
  }
  return counted(entries, end, at, observations);
}

function isHeader(bytes: Buffer, at: number): boolean {
  return at + HEADER <= bytes.length && bytes.readUInt32LE(at) === CENTRAL_SIGNATURE;
}

/** A header whose extra field lies about its length hides all that follow it; the next signature is where it really ends. */
function resume(bytes: Buffer, from: number, entries: readonly ZipEntry[], observations: Observations): number {
  const next = bytes.indexOf(SIGNATURE_BYTES, from);
  if (next < 0) return bytes.length;
  const { name } = entries[entries.length - 1]!;
  const detail = {
    zh: '目录中该条目附加字段的长度是假的，会使解析工具丢失其后的条目；系统拒绝这样的归档',
    en: 'the directory gives a false length for the extra field of this entry, so that readers lose what follows; the system refuses it',
  };
  observations.trick('false-extra-length', name, detail, 'install');
  return next;
}

function readHeader(bytes: Buffer, at: number, shift: number): ZipEntry {
  const nameLength = bytes.readUInt16LE(at + 28);
  const extraAt = at + HEADER + nameLength;
  const wide = {
    size: bytes.readUInt32LE(at + 24),
    compressedSize: bytes.readUInt32LE(at + 20),
    localOffset: bytes.readUInt32LE(at + 42),
  };
  readZip64Extra(bytes.subarray(extraAt, extraAt + bytes.readUInt16LE(at + 30)), wide);
  const { name, fault } = decodeEntryName(bytes.subarray(at + HEADER, extraAt));
  return {
    name,
    flags: bytes.readUInt16LE(at + 8),
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    compressedSize: wide.compressedSize,
    size: wide.size,
    localOffset: wide.localOffset + shift,
    nameLength,
    ...(fault === null ? {} : { nameFault: fault }),
  };
}

/** ZIP64 extended information (APPNOTE 4.5.3): the fields that were saturated, in this order. */
function readZip64Extra(extra: Buffer, wide: { size: number; compressedSize: number; localOffset: number }): void {
  if (wide.size !== 0xffffffff && wide.compressedSize !== 0xffffffff && wide.localOffset !== 0xffffffff) return;
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === 0x0001) {
      let field = at + 4;
      // Some writers give all three though not all are needed (and the disk number): then all three count.
      const complete = length === 24 || length === 28;
      for (const key of ['size', 'compressedSize', 'localOffset'] as const) {
        if ((wide[key] !== 0xffffffff && !complete) || field + 8 > Math.min(at + 4 + length, extra.length)) continue;
        wide[key] = Number(extra.readBigUInt64LE(field));
        field += 8;
      }
      return;
    }
    at += 4 + length;
  }
}

/**
 * Android reads as many entries as the end record counts: fewer is a gap, more are hidden from it. A count that did not fit its 16 bits
 * hides nearly all of them, so that nothing can be installed; what was meant is read all the same.
 */
function counted(entries: ZipEntry[], end: EndRecord, at: number, observations: Observations): ZipEntry[] {
  const surplus = entries.length - end.entries;
  if (surplus === 0) return entries;
  const place = `ZIP central directory @ ${hex(end.directoryOffset + at)}`;
  if (surplus > 0) {
    const detail = {
      zh: `结束记录只声明 ${end.entries} 个条目，目录中实有 ${entries.length} 个，多出的条目对系统不可见`,
      en: `the end record counts ${end.entries} entries, the directory holds ${entries.length}; the system does not see the rest`,
    };
    const wrapped = end.wraps && surplus % 65_536 === 0;
    observations.trick(wrapped ? 'entry-count-wrapped' : 'entry-count-false', place, detail, wrapped ? 'install' : 'analysis');
    return wrapped ? entries : entries.slice(0, end.entries);
  }
  observations.gap('package', 'zip-directory-short', place, {
    zh: `中央目录只读出 ${entries.length} 个条目，应有 ${end.entries} 个`,
    en: `only ${entries.length} of ${end.entries} entries of the central directory could be read`,
  });
  return entries;
}
