import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { Cursor } from '../binary/cursor.ts';
import type { ZipArchive } from '../binary/zip.ts';
import { readEntry } from '../binary/zip-entry.ts';
import type { InspectionContext } from '../context.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';
import { certificateKey } from '../signing/certificate.ts';
import type { Verification } from '../signing/problems.ts';
import { readPublicKey } from '../signing/public-key.ts';
import { algorithmOf, verifies } from '../signing/signature-algorithms.ts';

/** The entry that holds the digests for streamed loading, signed by itself. */
const CERTIFICATE_ENTRY = 'META-INF/CERT';

/**
 * Verifies the signed list of files (hap-toolkit `signFiles`; quick app engine, `FileListSignatureVerifier`): the algorithm's id, and for
 * each file the CRC-32 of its name and its digest; every file must be in it, and be what it says.
 * @throws BrokenBytes, SourceFailure
 */
export async function verifyFileList(
  archive: ZipArchive,
  value: Buffer,
  certificate: Buffer,
  { reading }: InspectionContext,
  verification: Verification,
  observations: Observations,
): Promise<void> {
  const list = new Cursor(value, 'RPK file list').prefixed();
  const digests = list.take(list.u32());
  const signature = list.prefixed();
  const algorithm = algorithmOf(signature.u32());
  const bytes = signature.take(signature.u32());
  const key = verification.attempt(() => readPublicKey(certificateKey(certificate)));
  if (!algorithm || !key) {
    verification.unchecked(
      'file-list-algorithm',
      '文件清单的签名算法未知',
      'the signature algorithm of the file list is not known',
    );
    return;
  }
  if (!verifies(algorithm, digests, key, bytes)) {
    verification.wrong('file-list-signature', '文件清单的签名不成立', 'the signature of the file list does not verify');
    return;
  }
  if (reading !== 'full') {
    verification.unchecked(
      'files-not-read',
      '未读取全部文件，清单未校验',
      'not all files were read, so the list was not checked',
    );
    return;
  }
  await compareFiles(archive, readList(digests), algorithm.hash, verification, observations);
}

function readList(digests: Buffer): Map<number, Buffer[]> {
  const cursor = new Cursor(digests, 'RPK file list');
  cursor.skip(4);
  const byName = new Map<number, Buffer[]>();
  while (cursor.left > 0 && byName.size < LIMITS.entries) {
    const name = cursor.u32();
    const digest = cursor.take(cursor.u16());
    byName.set(name, [...(byName.get(name) ?? []).slice(0, 10), digest]);
  }
  return byName;
}

async function compareFiles(
  archive: ZipArchive,
  expected: ReadonlyMap<number, readonly Buffer[]>,
  hash: string,
  verification: Verification,
  observations: Observations,
): Promise<void> {
  let left: number = LIMITS.scriptBytes;
  for (const [name, entry] of archive.byName) {
    if (name.endsWith('/') || name === CERTIFICATE_ENTRY) continue;
    const known = expected.get(crc32(Buffer.from(name)));
    const shown = name.slice(0, LIMITS.fileName);
    if (!known) {
      verification.wrong('file-unlisted', `${shown} 不在已签名的文件清单中`, `${shown} is not in the signed list of files`);
      continue;
    }
    if (Math.max(entry.size, entry.compressedSize) > left) {
      verification.unchecked(
        'files-not-read',
        '文件过大，清单未全部校验',
        'the files are too large for all of the list to be checked',
      );
      return;
    }
    const bytes = await readEntry(archive, entry, left, 'signature', observations);
    left -= bytes.length;
    const digest = createHash(hash).update(bytes).digest();
    if (!known.some((each) => each.equals(digest))) {
      verification.wrong('file-changed', `${shown} 与签名时不同`, `${shown} is not what was signed`);
    }
  }
}
