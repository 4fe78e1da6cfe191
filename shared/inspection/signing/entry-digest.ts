import { createHash, type Hash } from 'node:crypto';
import { createInflateRaw, inflateRawSync } from 'node:zlib';
import { decodeEntryName } from '../binary/entry-name.ts';
import type { ZipArchive } from '../binary/zip.ts';
import type { ZipEntry } from '../binary/zip-directory.ts';
import { BrokenBytes } from '../broken.ts';

const LOCAL_HEADER = 30;
const LOCAL_SIGNATURE = 0x04034b50;
const DEFERRED = 8;
const STORED = 0;
const DEFLATED = 8;
/** Entries up to this size are read and inflated at once; larger ones pass by in pieces. */
const AT_ONCE = 4 << 20;
const PIECE = 1 << 20;
/** Room for the local extra field, so that one read usually brings header and data. */
const EXTRA_SLACK = 64;

/**
 * Digests of an entry's content, each hash once, holding no more than a few megabytes of it. As strict as platforms that verify JAR
 * signatures: the local header must agree with the directory, and the content must be as long as it says.
 * @throws BrokenBytes `entry-malformed`, `zip-inflate-failed`; SourceFailure
 */
export async function entryDigests(archive: ZipArchive, entry: ZipEntry, names: readonly string[]): Promise<Buffer[]> {
  const hashes = names.map((name) => createHash(name));
  const { data, rest } = await openData(archive, entry);
  if (entry.method === STORED && entry.compressedSize !== entry.size)
    throw malformed(entry, '两个长度不同', 'its two sizes differ');
  if (entry.method !== STORED && entry.method !== DEFLATED)
    throw malformed(entry, '压缩方式未知', 'its compression method is unknown');
  if (rest === null && (entry.method === STORED || entry.size <= AT_ONCE)) {
    const content = entry.method === STORED ? data : inflateAtOnce(data, entry);
    if (content.length !== entry.size) throw malformed(entry, '长度与目录不符', 'its size is not that of the directory');
    for (const hash of hashes) hash.update(content);
  } else {
    const pieces = piecesOf(archive, data, rest);
    const length = await digestPieces(entry.method === STORED ? pieces : inflatePieces(pieces, entry), entry, hashes);
    if (length !== entry.size) throw malformed(entry, '长度与目录不符', 'its size is not that of the directory');
  }
  return hashes.map((hash) => hash.digest());
}

/** The first bytes of an entry's data, and the range of those that were not read with them. */
async function openData(archive: ZipArchive, entry: ZipEntry) {
  const { ranges, directoryOffset } = archive;
  const head = LOCAL_HEADER + entry.nameLength + EXTRA_SLACK;
  const bytes = await ranges.read(entry.localOffset, head + Math.min(entry.compressedSize, AT_ONCE), entry.name);
  checkLocalHeader(bytes, entry);
  const start = LOCAL_HEADER + bytes.readUInt16LE(26) + bytes.readUInt16LE(28);
  const from = entry.localOffset + start;
  const end = from + entry.compressedSize;
  if (end > directoryOffset) throw malformed(entry, '数据延伸到中央目录', 'its data reach into the directory');
  const data = bytes.subarray(start, start + entry.compressedSize);
  if (data.length === entry.compressedSize) return { data, rest: null };
  if (entry.compressedSize > AT_ONCE) return { data, rest: { from: from + data.length, end } };
  return { data: await ranges.read(from, entry.compressedSize, entry.name), rest: null };
}

function checkLocalHeader(bytes: Buffer, entry: ZipEntry): void {
  if (bytes.length < LOCAL_HEADER || bytes.readUInt32LE(0) !== LOCAL_SIGNATURE)
    throw malformed(entry, '没有本地文件头', 'it has no local header');
  const deferred = (bytes.readUInt16LE(6) & DEFERRED) !== 0;
  const numbers = [bytes.readUInt32LE(14), bytes.readUInt32LE(18), bytes.readUInt32LE(22)].join();
  const own = [entry.crc, entry.compressedSize, entry.size].join();
  const { name } = decodeEntryName(bytes.subarray(LOCAL_HEADER, LOCAL_HEADER + entry.nameLength));
  const differs =
    deferred !== ((entry.flags & DEFERRED) !== 0) ||
    (!deferred && numbers !== own) ||
    bytes.readUInt16LE(26) < entry.nameLength ||
    name !== entry.name;
  if (differs) throw malformed(entry, '本地文件头与目录不一致', 'its local header is not that of the directory');
}

function inflateAtOnce(data: Buffer, entry: ZipEntry): Buffer {
  try {
    // One byte more than it may have, so that nothing is cut to the right length.
    return inflateRawSync(data, { maxOutputLength: entry.size + 1 });
  } catch {
    throw inflateFailed(entry);
  }
}

async function* piecesOf(archive: ZipArchive, data: Buffer, rest: { from: number; end: number } | null): AsyncGenerator<Buffer> {
  yield data;
  for (let at = rest?.from ?? 0; rest && at < rest.end; at += PIECE) {
    yield await archive.ranges.read(at, Math.min(PIECE, rest.end - at), 'entry');
  }
}

async function* inflatePieces(pieces: AsyncIterable<Buffer>, entry: ZipEntry): AsyncGenerator<Buffer> {
  const inflater = createInflateRaw();
  let failure: unknown;
  const feeding = (async () => {
    for await (const piece of pieces) {
      if (inflater.destroyed || inflater.writableFinished) return;
      if (inflater.write(piece)) continue;
      await new Promise<void>((resolve) => {
        inflater.once('drain', resolve);
        inflater.once('close', resolve);
      });
    }
    inflater.end();
  })().catch((error: unknown) => {
    failure = error;
    inflater.destroy();
  });
  try {
    for await (const chunk of inflater) yield chunk as Buffer;
  } catch {
    throw failure ?? inflateFailed(entry);
  } finally {
    inflater.destroy();
    await feeding;
  }
  if (failure !== undefined) throw failure;
}

async function digestPieces(pieces: AsyncIterable<Buffer>, entry: ZipEntry, hashes: readonly Hash[]): Promise<number> {
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > entry.size) break;
    for (const hash of hashes) hash.update(piece);
  }
  return length;
}

function malformed({ name, localOffset }: ZipEntry, zh: string, en: string): BrokenBytes {
  return new BrokenBytes('entry-malformed', name, localOffset, { zh: `${name} ${zh}`, en: `${name}: ${en}` });
}

function inflateFailed({ name }: ZipEntry): BrokenBytes {
  return new BrokenBytes('zip-inflate-failed', name, 0, { zh: '压缩数据损坏', en: 'the compressed data are damaged' });
}
