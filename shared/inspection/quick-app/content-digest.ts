import { createHash, type Hash } from 'node:crypto';
import type { ZipArchive } from '../binary/zip.ts';
import { LIMITS } from '../limits.ts';
import type { SigningBlock } from '../signing/signing-block.ts';

const STEP = 4 << 20;

/**
 * The digest of a quick app's content as its packager makes it (hap-toolkit, and the engine's `SignatureVerifier`): like APK Signature
 * Scheme v2, but each of the three sections is one chunk, however long it is. Null for a directory beyond any limit.
 * @throws BrokenBytes, SourceFailure
 */
export async function digestSections(
  { ranges, directoryOffset, end }: ZipArchive,
  block: SigningBlock,
  kind: 'sha256' | 'sha512',
): Promise<Buffer | null> {
  if (end.directorySize > LIMITS.directoryBytes) return null;
  const entries = begin(kind, block.offset);
  for (let at = 0; at < block.offset; at += STEP) {
    entries.update(await ranges.read(at, Math.min(STEP, block.offset - at), 'RPK content'));
  }
  const record = Buffer.from(await ranges.read(end.offset, ranges.size - end.offset, 'ZIP end record'));
  record.writeUInt32LE(block.offset % 2 ** 32, 16);
  const directory = await ranges.read(directoryOffset, end.directorySize, 'ZIP central directory');
  const digests = [
    entries.digest(),
    ...[directory, record].map((section) => begin(kind, section.length).update(section).digest()),
  ];
  return createHash(kind).update(head(0x5a, digests.length)).update(Buffer.concat(digests)).digest();
}

function begin(kind: 'sha256' | 'sha512', length: number): Hash {
  return createHash(kind).update(head(0xa5, length));
}

function head(prefix: number, count: number): Buffer {
  const bytes = Buffer.alloc(5);
  bytes[0] = prefix;
  bytes.writeUInt32LE(count % 2 ** 32, 1);
  return bytes;
}
