import { createHash } from 'node:crypto';
import type { ZipArchive } from '../binary/zip.ts';
import type { InspectionContext } from '../context.ts';
import { LIMITS } from '../limits.ts';
import { CHUNK_BYTES } from '../signing/content-digests.ts';
import type { HapBlock } from './signature-block.ts';

export type HapDigest = 'sha256' | 'sha384' | 'sha512';

/** Chunks read at once. */
const AT_ONCE = 4;

/**
 * The digest of a HAP's content (developtools_hapsigner, `HapUtils.computeDigests`): chunks of 1 MiB of what stands before the signing
 * block, of the central directory and of the end record with the directory's offset set to where the block begins, as APK Signature
 * Scheme v2 has it; then the other parts of the block. Null where the content may not be read and was not digested as it passed by.
 * @param others values of the block's parts that are signed along, in their order
 * @throws BrokenBytes, SourceFailure
 */
export async function digestHap(
  { ranges, directoryOffset, end }: ZipArchive,
  block: HapBlock,
  others: readonly Buffer[],
  kind: HapDigest,
  { digests, reading }: Pick<InspectionContext, 'digests' | 'reading'>,
): Promise<Buffer | null> {
  // Digests of an archive around this one are of other bytes, and SHA-384 is not taken on the way.
  const digested = await digests;
  const passed = kind !== 'sha384' && digested?.size === ranges.size ? digested[kind] : null;
  const taken = passed?.length === 0 ? null : passed;
  if (taken === null && reading !== 'full' && ranges.size > LIMITS.smallPackage) return null;
  if (end.directorySize > LIMITS.directoryBytes) return null;
  const bytes = createHash(kind).digest().length;
  const whole = taken === null ? 0 : Math.floor(block.offset / CHUNK_BYTES);
  const chunks: Buffer[] = taken === null ? [] : [Buffer.from(taken.subarray(0, whole * bytes))];
  for (let at = whole * CHUNK_BYTES; at < block.offset; at += AT_ONCE * CHUNK_BYTES) {
    const length = Math.min(AT_ONCE * CHUNK_BYTES, block.offset - at);
    chunks.push(...chunkDigests(kind, await ranges.read(at, length, 'HAP content')));
  }
  const record = Buffer.from(await ranges.read(end.offset, ranges.size - end.offset, 'ZIP end record'));
  record.writeUInt32LE(block.offset % 2 ** 32, 16);
  const directory = await ranges.read(directoryOffset, end.directorySize, 'ZIP central directory');
  for (const section of [directory, record]) chunks.push(...chunkDigests(kind, section));
  const all = Buffer.concat(chunks);
  const hash = createHash(kind)
    .update(head(0x5a, all.length / bytes))
    .update(all);
  for (const other of others) hash.update(other);
  return hash.digest();
}

function chunkDigests(kind: HapDigest, section: Buffer): Buffer[] {
  const digests: Buffer[] = [];
  for (let at = 0; at < section.length; at += CHUNK_BYTES) {
    const chunk = section.subarray(at, at + CHUNK_BYTES);
    digests.push(createHash(kind).update(head(0xa5, chunk.length)).update(chunk).digest());
  }
  return digests;
}

function head(prefix: number, count: number): Buffer {
  const bytes = Buffer.alloc(5);
  bytes[0] = prefix;
  bytes.writeUInt32LE(count, 1);
  return bytes;
}
