import { constants, crc32, inflateRawSync } from 'node:zlib';
import { BrokenBytes } from '../broken.ts';
import type { Observations } from '../observations.ts';
import { contentsAllowance } from './contents-allowance.ts';
import type { ZipArchive } from './zip.ts';
import type { ZipEntry } from './zip-directory.ts';
import { noteLocalHeader } from './zip-local.ts';

const LOCAL_HEADER = 30;
/** Room for the local extra field (alignment padding) so that one read usually brings header and data. */
const EXTRA_SLACK = 1024;

/**
 * The content of an entry, at most `maxBytes`. Sizes and method are those of the directory; the local header only says where the data
 * begin. A method other than deflate means stored and the encryption bit means nothing, as Android has it. A false size or a wrong
 * checksum does not hide the content; both are noted. Where the archive's contents have an allowance (see `limitContents`) it comes out of
 * that too; what fails counts as the most that its bytes can hold.
 * @throws BrokenBytes when the content cannot be had or is larger than `maxBytes`
 */
export async function readEntry(
  archive: ZipArchive,
  entry: ZipEntry,
  maxBytes: number,
  affects: Parameters<Observations['gap']>[0],
  observations: Observations,
): Promise<Buffer> {
  const allowance = contentsAllowance(archive.ranges);
  if (!allowance)
    return unpackEntry(await readPacked(archive, entry, maxBytes, observations), entry, maxBytes, affects, observations);
  const cap = Math.max(0, Math.min(maxBytes, allowance.left));
  const reserved = Math.min(cap, entry.compressedSize * MOST_EXPANSION);
  allowance.left -= reserved;
  const bytes = unpackEntry(await readPacked(archive, entry, cap, observations), entry, cap, affects, observations);
  allowance.left += reserved - bytes.length;
  return bytes;
}

/** What is needed of an entry to unpack it, plain data. */
export type PackedEntry = Pick<ZipEntry, 'name' | 'method' | 'size' | 'compressedSize' | 'crc'>;

/** The content of an entry whose packed bytes were read; see `readEntry`. @throws BrokenBytes */
export function unpackEntry(
  packed: Buffer,
  entry: PackedEntry,
  maxBytes: number,
  affects: Parameters<Observations['gap']>[0],
  observations: Observations,
): Buffer {
  const { name } = entry;
  const content = entry.method === 8 ? inflate(packed, entry, maxBytes) : { bytes: packed, whole: true };
  const deflated = entry.method === 8;
  if (!content.whole || (!deflated && content.bytes.length < Math.min(entry.size, entry.compressedSize))) {
    observations.gap(affects, 'zip-entry-truncated', name, {
      zh: `条目 ${name} 的数据不完整，只读出 ${content.bytes.length} 字节`,
      en: `the data of ${name} break off after ${content.bytes.length} bytes`,
    });
  } else if (content.bytes.length !== entry.size || (!deflated && entry.size !== entry.compressedSize)) {
    // Unpacked, another size makes Android give up the entry; mapped as it lies, nobody compares.
    const detail = {
      zh: `目录声明 ${entry.size} 字节（压缩后 ${entry.compressedSize} 字节），实际为 ${content.bytes.length} 字节`,
      en: `the directory says ${entry.size} bytes (${entry.compressedSize} packed), there are ${content.bytes.length}`,
    };
    observations.trick('false-size', name, detail, deflated ? 'install' : 'analysis');
  }
  if (content.whole && crc32(content.bytes) !== entry.crc) {
    observations.gap(affects, 'zip-entry-crc-mismatch', name, {
      zh: `条目 ${name} 的校验和与目录不符，内容可能损坏`,
      en: `the checksum of ${name} is not that of the directory; its content may be damaged`,
    });
  }
  return content.bytes;
}

/** The bytes of the entry as they lie in the archive. @throws BrokenBytes when they cannot be had or are more than `maxBytes` */
export async function readPacked(
  archive: ZipArchive,
  entry: ZipEntry,
  maxBytes: number,
  observations: Observations,
): Promise<Buffer> {
  const { ranges } = archive;
  const { name } = entry;
  const length = entry.method === 8 ? entry.compressedSize : storedLength(archive, entry);
  if (length > maxBytes) throw tooLarge(name, maxBytes);
  const headLength = LOCAL_HEADER + entry.nameLength + EXTRA_SLACK;
  const bytes = await ranges.read(entry.localOffset, headLength + length, name);
  noteLocalHeader(bytes, entry, observations);
  const start = LOCAL_HEADER + bytes.readUInt16LE(26) + bytes.readUInt16LE(28);
  if (start + length <= bytes.length) return bytes.subarray(start, start + length);
  return ranges.read(entry.localOffset + start, length, name);
}

/** Android maps a stored entry by its uncompressed size; where that leaves the entries' area only the other size can be true. */
export function storedLength(archive: ZipArchive, entry: ZipEntry): number {
  const fits = entry.localOffset + LOCAL_HEADER + entry.nameLength + entry.size <= archive.directoryOffset;
  return fits ? entry.size : entry.compressedSize;
}

/** Deflate makes nothing more than a thousand times smaller (RFC 1951: 258 bytes for two bits at best). */
const MOST_EXPANSION = 1032;

function inflate(packed: Buffer, { name, size }: PackedEntry, maxBytes: number): { bytes: Buffer; whole: boolean } {
  // With room for all of it at once nothing has to be joined; a false size only costs that.
  const chunkSize = Math.max(1024, Math.min(size + 1, packed.length * MOST_EXPANSION, maxBytes));
  try {
    return { bytes: inflateRawSync(packed, { maxOutputLength: maxBytes, chunkSize }), whole: true };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(name, maxBytes);
    if (code !== 'Z_BUF_ERROR') {
      const what = { zh: '压缩数据损坏', en: 'the compressed data are damaged' };
      throw new BrokenBytes('zip-inflate-failed', name, 0, what);
    }
    return { bytes: inflateRawSync(packed, { maxOutputLength: maxBytes, finishFlush: constants.Z_SYNC_FLUSH }), whole: false };
  }
}

function tooLarge(name: string, maxBytes: number): BrokenBytes {
  const what = { zh: `内容超过 ${maxBytes} 字节的上限`, en: `the content is larger than the limit of ${maxBytes} bytes` };
  return new BrokenBytes('zip-entry-too-large', name, 0, what);
}
