import type { Cursor } from '../binary/cursor.ts';
import { BrokenBytes } from '../broken.ts';
import { LIMITS } from '../limits.ts';

/** An algorithm's id with what it made: a signature, or a content digest. */
export interface Record32 {
  readonly id: number;
  readonly value: Buffer;
}

/** One signer of APK Signature Scheme v2 (source.android.com, "APK Signature Scheme v2 block") or v3, not yet verified. */
export interface BlockSigner {
  readonly signedData: Buffer;
  readonly signatures: readonly Record32[];
  readonly publicKey: Buffer;
  /** v3: for these platform versions. */
  readonly minSdk: number;
  readonly maxSdk: number;
}

/** What a signer's signature covers. */
export interface SignedContent {
  readonly digests: readonly Record32[];
  /** DER, the signing certificate first. */
  readonly certificates: readonly Buffer[];
  readonly minSdk: number;
  readonly maxSdk: number;
  /** The additional attributes; `readAttributes` takes them apart, which comes last on the platform too. */
  readonly attributes: Cursor;
}

export type BlockScheme = 'v2' | 'v3' | 'v3.1';

/** Splits the value of a scheme's pair into signers, each by its own bytes. @throws BrokenBytes */
export function splitSigners(value: Cursor): Cursor[] {
  const sequence = value.prefixed();
  const signers: Cursor[] = [];
  while (sequence.left > 0) {
    if (signers.length >= LIMITS.signers) throw tooMany(sequence, LIMITS.signers);
    signers.push(sequence.prefixed());
  }
  return signers;
}

/** @throws BrokenBytes */
export function readSigner(signer: Cursor, scheme: BlockScheme): BlockSigner {
  const signedData = signer.take(signer.u32());
  const [minSdk, maxSdk] = scheme === 'v2' ? [0, 0x7fffffff] : [signer.u32() | 0, signer.u32() | 0];
  const signatures = records(signer.prefixed());
  return { signedData, signatures, publicKey: signer.take(signer.u32()), minSdk, maxSdk };
}

/** @throws BrokenBytes */
export function readSignedContent(data: Cursor, scheme: BlockScheme): SignedContent {
  const digests = data.prefixed();
  const list = data.prefixed();
  const [minSdk, maxSdk] = scheme === 'v2' ? [0, 0x7fffffff] : [data.u32() | 0, data.u32() | 0];
  const attributes = data.prefixed();
  const certificates: Buffer[] = [];
  while (list.left > 0) {
    if (certificates.length >= LIMITS.certificates) throw tooMany(list, LIMITS.certificates);
    certificates.push(list.take(list.u32()));
  }
  return { digests: records(digests), certificates, minSdk, maxSdk, attributes };
}

/** Additional attributes by id; an id may come several times. @throws BrokenBytes */
export function readAttributes(list: Cursor): Record32[] {
  const attributes: Record32[] = [];
  while (list.left > 0) {
    if (attributes.length >= LIMITS.signerRecords) throw tooMany(list, LIMITS.signerRecords);
    const attribute = list.prefixed();
    attributes.push({ id: attribute.u32(), value: attribute.take(attribute.left) });
  }
  return attributes;
}

function records(list: Cursor): Record32[] {
  const found: Record32[] = [];
  while (list.left > 0) {
    if (found.length >= LIMITS.signerRecords) throw tooMany(list, LIMITS.signerRecords);
    const record = list.prefixed();
    found.push({ id: record.u32(), value: record.take(record.u32()) });
  }
  return found;
}

function tooMany(cursor: Cursor, most: number): BrokenBytes {
  const what = { zh: `超过 ${most} 项`, en: `more than ${most} of them` };
  return new BrokenBytes('too-many-records', cursor.structure, cursor.offset, what);
}
