import type { ByteSource } from '../../domain/ports.ts';
import { Cursor } from '../binary/cursor.ts';
import { Ranges } from '../binary/ranges.ts';
import { findEndRecord } from '../binary/zip-end.ts';
import { BrokenBytes } from '../broken.ts';
import { Observations } from '../observations.ts';
import { readSignedContent, readSigner, splitSigners } from './block-signers.ts';
import type { ChunkDigestKind } from './content-digests.ts';
import { algorithmOf } from './signature-algorithms.ts';
import { readSigningBlock, SCHEME_BLOCKS } from './signing-block.ts';

const BOTH: readonly ChunkDigestKind[] = ['sha256', 'sha512'];

/**
 * The digests by chunks that the signatures of an APK name: for a file that lies there whole, so that the pass over it need not take
 * the others. Both where that cannot be told, as in formats whose blocks look different.
 * @throws only what the source throws
 */
export async function neededDigests(source: ByteSource): Promise<readonly ChunkDigestKind[]> {
  const ranges = new Ranges(source);
  const ignored = new Observations();
  try {
    const end = await findEndRecord(ranges, ignored);
    const block = await readSigningBlock({ ranges, end, directoryOffset: end.directoryOffset }, ignored);
    if (!block) return BOTH;
    const kinds = new Set<ChunkDigestKind>();
    for (const { scheme, id } of SCHEME_BLOCKS) {
      const value = block.pairs.get(id);
      for (const part of value ? splitSigners(new Cursor(value, scheme)) : []) {
        const { signedData } = readSigner(part, scheme);
        for (const digest of readSignedContent(new Cursor(signedData, scheme), scheme).digests) {
          const kind = algorithmOf(digest.id)?.content;
          if (kind === 'sha256' || kind === 'sha512') kinds.add(kind);
        }
      }
    }
    return [...kinds];
  } catch (error) {
    if (error instanceof BrokenBytes) return BOTH;
    throw error;
  }
}
