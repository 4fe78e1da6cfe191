import { Cursor } from '../binary/cursor.ts';
import { BrokenBytes } from '../broken.ts';
import {
  type BlockScheme,
  type BlockSigner,
  type Record32,
  readAttributes,
  readSignedContent,
  readSigner,
  type SignedContent,
} from './block-signers.ts';
import { certificateKey } from './certificate.ts';
import type { Verification } from './problems.ts';
import { isSameKey, readPublicKey } from './public-key.ts';
import { algorithmName, algorithmOf, type ContentDigestKind, signaturesToVerify, verifies } from './signature-algorithms.ts';

/** A signer as far as it could be read, whether it verified or not. */
export interface VerifiedSigner {
  readonly signer: BlockSigner;
  readonly content: SignedContent | null;
  readonly attributes: readonly Record32[];
  /** Digests that the content must have for some platform version, of algorithms whose signature verified. */
  readonly expected: readonly { readonly kind: ContentDigestKind; readonly digest: Buffer }[];
}

/**
 * Verifies what one signer of scheme v2 or later signed: the signatures that some platform version from `minSdk` on takes, over the
 * signed data; the certificate's key is the signer's; digests and signatures name the same algorithms. The content of the package is
 * not looked at.
 * @throws BrokenBytes when the signer cannot even be split into its parts
 */
export function verifySigner(bytes: Cursor, scheme: BlockScheme, minSdk: number, found: Verification): VerifiedSigner {
  const signer = readSigner(bytes, scheme);
  const read = found.attempt(() => readSignedContent(new Cursor(signer.signedData, 'signed data'), scheme));
  const range = scheme === 'v2' ? { from: minSdk, to: signer.maxSdk } : { from: signer.minSdk, to: signer.maxSdk };
  const kinds = verifySignatures(signer, range, found);
  const attributes = read ? (found.attempt(() => readAttributes(read.attributes)) ?? []) : [];
  if (read) {
    checkCertificate(signer, read, found);
    checkRanges(signer, read, found);
    if (signer.signatures.map(({ id }) => id).join() !== read.digests.map(({ id }) => id).join())
      found.wrong('algorithms-differ', '签名与摘要所列算法不一致', 'signatures and digests do not name the same algorithms');
  }
  const expected = (read?.digests ?? []).flatMap(({ id, value }) => {
    const kind = algorithmOf(id)?.content;
    return kind !== undefined && kinds.has(kind) ? [{ kind, digest: value }] : [];
  });
  return { signer, content: read, attributes, expected };
}

function verifySignatures(signer: BlockSigner, range: { from: number; to: number }, found: Verification): Set<ContentDigestKind> {
  const kinds = new Set<ContentDigestKind>();
  const known = signer.signatures.flatMap(({ id, value }) => {
    const algorithm = algorithmOf(id);
    return algorithm ? [{ algorithm, value }] : [];
  });
  const chosen = signaturesToVerify(known, range.from, range.to);
  if (chosen === null) {
    const ids = signer.signatures.map(({ id }) => algorithmName(id)).join(', ');
    found.wrong(
      'no-known-signature',
      `没有系统支持的签名（${ids}）`,
      `there is no signature of an algorithm that platforms know (${ids})`,
    );
    return kinds;
  }
  const key = found.attempt(() => readPublicKey(signer.publicKey));
  if (key === null) {
    if (found.result !== 'invalid')
      found.unchecked('key-unsupported', '运行环境不支持该类公钥', 'this runtime cannot use keys of this kind');
    return kinds;
  }
  for (const { algorithm, value } of chosen) {
    try {
      if (!verifies(algorithm, signer.signedData, key, value))
        found.wrong('signature-wrong', `${algorithm.name} 签名不成立`, `the ${algorithm.name} signature does not verify`);
    } catch (error) {
      const reason = error instanceof Error ? error.message.slice(0, 200) : String(error);
      found.unchecked(
        'runtime-refused',
        `运行环境无法验证 ${algorithm.name}：${reason}`,
        `${algorithm.name} cannot be verified here: ${reason}`,
      );
    }
    kinds.add(algorithm.content);
  }
  return kinds;
}

function checkCertificate(signer: BlockSigner, { certificates }: SignedContent, found: Verification): void {
  const [own] = certificates;
  if (!own) {
    found.wrong('no-certificate', '没有签名证书', 'there is no certificate');
    return;
  }
  const keys = certificates.map((der) => found.attempt(() => certificateKey(der)));
  if (keys[0] && !isSameKey(keys[0], signer.publicKey))
    found.wrong('key-mismatch', '签名者公钥与证书公钥不同', "the signer's key is not the one of its certificate");
}

/** v3 says twice for which platform versions a signer is; only one of the two is signed. */
function checkRanges(signer: BlockSigner, read: SignedContent, found: Verification): void {
  if (signer.minSdk !== read.minSdk || signer.maxSdk !== read.maxSdk)
    found.wrong(
      'sdk-range-differs',
      '签名者的系统版本范围与签名数据中的不同',
      "the signer's platform versions are not those of the signed data",
    );
  if (signer.minSdk < 0 || signer.minSdk > signer.maxSdk)
    found.wrong(
      'sdk-range-impossible',
      `系统版本范围 ${signer.minSdk}–${signer.maxSdk} 不成立`,
      `platform versions ${signer.minSdk} to ${signer.maxSdk} are no range`,
    );
}

/** A four-byte little-endian value of an attribute. @throws BrokenBytes */
export function attributeNumber({ id, value }: Record32): number {
  if (value.length >= 4) return value.readInt32LE(0);
  const what = { zh: `属性 0x${id.toString(16)} 过短`, en: `attribute 0x${id.toString(16)} is too short` };
  throw new BrokenBytes('attribute-malformed', 'signed data', 0, what);
}
