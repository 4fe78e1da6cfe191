import { Cursor } from '../binary/cursor.ts';
import type { Ranges } from '../binary/ranges.ts';
import { hex } from '../broken.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';

/** One signer of an APK signature scheme: its certificates in DER, the signing one first. */
export interface BlockSigner {
  readonly scheme: 'v2' | 'v3' | 'v3.1';
  readonly certificates: readonly Buffer[];
}

const STRUCTURE = 'APK Signing Block';
const MAGIC = 'APK Sig Block 42';
/** Magic and the size in front of it. */
const FOOTER = 24;

/** Block ids by scheme (source.android.com, "APK Signature Scheme v2", "v3", "v3.1"). */
const SCHEMES: ReadonlyMap<number, BlockSigner['scheme']> = new Map([
  [0x7109871a, 'v2'],
  [0xf05368c0, 'v3'],
  [0x1b93ad61, 'v3.1'],
]);

/**
 * Signers in the APK Signing Block, which lies right in front of the central directory: its size, pairs of id and value, the size once
 * more, the magic. None where there is no block. @throws BrokenBytes when there is one that is broken
 */
export async function readSigningBlock(
  ranges: Ranges,
  directoryOffset: number,
  observations: Observations,
): Promise<BlockSigner[]> {
  if (directoryOffset < FOOTER + 8) return [];
  const footer = await ranges.read(directoryOffset - FOOTER, FOOTER, STRUCTURE);
  if (footer.toString('latin1', 8) !== MAGIC) return [];
  const size = new Cursor(footer, STRUCTURE).u64();
  if (size < FOOTER || size > LIMITS.signingBlockBytes || size + 8 > directoryOffset) {
    observations.gap('signature', 'signing-block-size', `${STRUCTURE} @ ${hex(directoryOffset - FOOTER)}`, {
      zh: `签名块长度 ${size} 不可能成立`,
      en: `the signing block cannot have ${size} bytes`,
    });
    return [];
  }
  const pairs = new Cursor(await ranges.read(directoryOffset - size, size - FOOTER, STRUCTURE), STRUCTURE);
  const signers: BlockSigner[] = [];
  while (pairs.left >= 12) {
    const pair = pairs.part(pairs.u64());
    const scheme = SCHEMES.get(pair.u32());
    if (scheme === undefined) continue;
    await observations.attempt('signature', STRUCTURE, undefined, () => readScheme(scheme, pair, signers));
  }
  return signers;
}

/** A sequence of signers; each begins with its signed data: digests, certificates, and what this reader does not need. */
function readScheme(scheme: BlockSigner['scheme'], pair: Cursor, signers: BlockSigner[]): void {
  const sequence = pair.prefixed();
  while (sequence.left >= 4 && signers.length < LIMITS.signers) {
    const signedData = sequence.prefixed().prefixed();
    signedData.prefixed();
    const list = signedData.prefixed();
    const certificates: Buffer[] = [];
    while (list.left >= 4 && certificates.length < LIMITS.certificates) certificates.push(list.take(list.u32()));
    signers.push({ scheme, certificates });
  }
}
