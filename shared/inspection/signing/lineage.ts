import { createHash } from 'node:crypto';
import { Cursor } from '../binary/cursor.ts';
import { BrokenBytes } from '../broken.ts';
import { LIMITS } from '../limits.ts';
import { certificateKey } from './certificate.ts';
import { readPublicKey } from './public-key.ts';
import { algorithmOf, verifies } from './signature-algorithms.ts';

/** A certificate of the rotation's history. */
export interface LineageNode {
  readonly certificate: Buffer;
  readonly sha256: string;
  readonly capabilities: readonly string[];
}

const STRUCTURE = 'proof of rotation';
const VERSION = 1;

/** What an older certificate may still be trusted with (source.android.com, "APK Signature Scheme v3", self-trusted old certs). */
const CAPABILITIES = ['installed-data', 'shared-uid', 'permission', 'rollback', 'auth'] as const;

/**
 * Reads a proof-of-rotation attribute, oldest certificate first, and verifies that each one was signed by the key before it.
 * @throws BrokenBytes `lineage-malformed`, `lineage-wrong`, `lineage-unsupported`
 */
export function readLineage(value: Buffer): LineageNode[] {
  const cursor = new Cursor(value, STRUCTURE);
  if (cursor.u32() !== VERSION) throw fault('lineage-malformed', 0, '版本未知', 'its version is unknown');
  const nodes: LineageNode[] = [];
  let algorithmId = 0;
  while (cursor.left > 0) {
    const at = cursor.offset;
    if (nodes.length >= LIMITS.lineage) throw fault('lineage-malformed', at, '证书过多', 'it has too many certificates');
    const node = cursor.prefixed();
    const signedData = node.take(node.u32());
    const flags = node.u32();
    const nextAlgorithmId = node.u32();
    const signature = node.take(node.u32());
    const signed = new Cursor(signedData, STRUCTURE);
    const certificate = signed.take(signed.u32());
    const signedAlgorithmId = signed.u32();
    const parent = nodes[nodes.length - 1];
    if (parent && (signedAlgorithmId !== algorithmId || !isSignedBy(parent.certificate, algorithmId, signedData, signature)))
      throw fault(
        'lineage-wrong',
        at,
        `第 ${nodes.length + 1} 个证书的签名不成立`,
        `certificate ${nodes.length + 1} is not signed by the one before`,
      );
    if (nodes.some((other) => other.certificate.equals(certificate)))
      throw fault('lineage-wrong', at, '证书重复', 'a certificate comes twice');
    const capabilities = CAPABILITIES.filter((_, bit) => (flags & (1 << bit)) !== 0);
    nodes.push({ certificate, sha256: createHash('sha256').update(certificate).digest('hex'), capabilities });
    algorithmId = nextAlgorithmId;
  }
  return nodes;
}

function isSignedBy(parent: Buffer, algorithmId: number, signedData: Buffer, signature: Buffer): boolean {
  const algorithm = algorithmOf(algorithmId);
  if (!algorithm) return false;
  const key = readPublicKey(certificateKey(parent));
  try {
    if (key !== null) return verifies(algorithm, signedData, key, signature);
  } catch {
    // Said below: the runtime cannot tell.
  }
  throw fault('lineage-unsupported', 0, '运行环境不支持其算法', 'this runtime cannot verify its algorithm');
}

function fault(code: string, offset: number, zh: string, en: string): BrokenBytes {
  return new BrokenBytes(code, STRUCTURE, offset, { zh, en });
}
