import { constants, createInflateRaw } from 'node:zlib';
import { BrokenBytes } from '../broken.ts';
import type { ZipArchive } from './zip.ts';
import type { ZipEntry } from './zip-directory.ts';
import { storedLength } from './zip-entry.ts';

const LOCAL_HEADER = 30;
const DEFLATED = 8;

/** The content of an entry where only parts of it are wanted. */
export interface EntryBytes {
  /** Bytes of the content, as far as the directory tells the truth. */
  readonly size: number;
  /** Bytes from the start that can be read: all of them for a stored entry, the prefix that was inflated for a compressed one. */
  readonly readable: number;
  /** Fewer bytes than asked for only at the end of what is readable. */
  read(offset: number, length: number): Promise<Buffer>;
}

/**
 * Opens an entry for reading parts of it: a stored one by ranges, so that its size costs nothing; of a compressed one the first `prefix`
 * bytes are inflated, and no more, however well the rest is packed.
 * @throws BrokenBytes when there is no data where the directory says, or none that can be inflated
 */
export async function openEntryBytes(archive: ZipArchive, entry: ZipEntry, prefix: number): Promise<EntryBytes> {
  const { ranges } = archive;
  const head = await ranges.read(entry.localOffset, LOCAL_HEADER, entry.name);
  if (head.length < LOCAL_HEADER) {
    throw new BrokenBytes('zip-local-header', entry.name, 0, { zh: '本地文件头不完整', en: 'the local header breaks off' });
  }
  const start = entry.localOffset + LOCAL_HEADER + head.readUInt16LE(26) + head.readUInt16LE(28);
  if (entry.method !== DEFLATED) {
    const size = Math.min(storedLength(archive, entry), Math.max(0, ranges.size - start));
    const read = (offset: number, length: number) => {
      const from = Math.min(Math.max(0, offset), size);
      return ranges.read(start + from, Math.min(length, size - from), entry.name);
    };
    return { size, readable: size, read };
  }
  // Deflate makes nothing longer but by five bytes a block of 64 kB, so this much of the packed bytes holds the prefix.
  const packed = await ranges.read(start, Math.min(entry.compressedSize, prefix + (prefix >> 10) + 1024), entry.name);
  const bytes = await inflatePrefix(packed, prefix, entry.name);
  return {
    size: entry.size,
    readable: bytes.length,
    read: async (offset, length) => bytes.subarray(Math.min(Math.max(0, offset), bytes.length), Math.max(0, offset) + length),
  };
}

/**
 * Inflates until there are `most` bytes or the packed ones end.
 * @throws BrokenBytes when not one byte can be inflated
 */
async function inflatePrefix(packed: Buffer, most: number, name: string): Promise<Buffer> {
  const stream = createInflateRaw({ finishFlush: constants.Z_SYNC_FLUSH, chunkSize: Math.max(1024, Math.min(most, 1 << 18)) });
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    stream.end(packed);
    for await (const chunk of stream) {
      chunks.push(chunk as Buffer);
      length += (chunk as Buffer).length;
      if (length >= most) break;
    }
  } catch {
    if (length === 0) {
      throw new BrokenBytes('zip-inflate-failed', name, 0, { zh: '压缩数据损坏', en: 'the compressed data are damaged' });
    }
  } finally {
    stream.destroy();
  }
  const bytes = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
  return bytes.subarray(0, most);
}
