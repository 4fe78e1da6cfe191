import { createHash, verify } from 'node:crypto';
import type { SignatureResult } from '../../domain/facts/signing.ts';
import { BrokenBytes } from '../broken.ts';
import { type Asn1, TAG } from './asn1.ts';
import { certificateKey } from './certificate.ts';
import { signingObjection } from './certificate-use.ts';
import { type CmsAlgorithm, cmsAlgorithm, DIGESTS } from './cms-algorithms.ts';
import type { Problem } from './problems.ts';
import { readPublicKey } from './public-key.ts';
import { certificateOf, type SignedData, type SignerInfo } from './signed-data.ts';

const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SET_TAG = 0x31;

/** What came of one signer. */
export interface SignerOutcome {
  readonly result: SignatureResult;
  /** Null exactly when the signature is valid. */
  readonly problem: Problem | null;
  readonly certificate: Asn1 | null;
  readonly algorithm: CmsAlgorithm | null;
}

/**
 * Verifies one signer over the content (RFC 5652, 5.4 and 5.6): without signed attributes the signature is over the content; with them
 * it is over the attributes, of which `messageDigest` must be the content's digest and `contentType` the block's.
 */
export function verifySignerInfo(data: SignedData, signer: SignerInfo, content: Buffer): SignerOutcome {
  const certificate = certificateOf(signer, data.certificates) ?? null;
  const algorithm = cmsAlgorithm(signer.digestOid, signer.signatureAlgorithm);
  const end = (result: SignatureResult, code: string, zh: string, en: string): SignerOutcome => ({
    result,
    problem: { code, message: { zh, en } },
    certificate,
    algorithm,
  });
  if (!certificate)
    return end('invalid', 'signer-certificate-missing', '签名块中没有签名者的证书', "the signer's certificate is not there");
  if (!algorithm) {
    const used = `${signer.digestOid} / ${signer.signatureAlgorithm.children[0]?.oid ?? '?'}`;
    return end('not-checked', 'algorithm-unknown', `不支持的签名算法：${used}`, `signature algorithm that is not known: ${used}`);
  }
  try {
    const publicKey = certificateKey(certificate.raw);
    const objection = signingObjection(certificate);
    if (objection) return end('invalid', objection.code, objection.message.zh, objection.message.en);
    const signed = signer.signedAttributes ? signedAttributes(data, signer, content, signer.signedAttributes) : content;
    if (signed === null) {
      return end(
        'invalid',
        'signed-attributes-differ',
        '签名属性与被签名的内容不符',
        'the signed attributes are not those of the content',
      );
    }
    const key = readPublicKey(publicKey);
    if (key === null)
      return end('not-checked', 'key-unsupported', '运行环境不支持该类公钥', 'this runtime cannot use keys of this kind');
    if (key.asymmetricKeyType !== algorithm.key) {
      return end('invalid', 'key-mismatch', '签名算法与证书公钥类型不符', 'the signature algorithm is not one for the key');
    }
    if (verify(algorithm.hash, signed, { key, ...algorithm.pss }, signer.signature)) {
      return { result: 'valid', problem: null, certificate, algorithm };
    }
    return end('invalid', 'signature-wrong', '签名与内容不符', 'the signature is not one of the content');
  } catch (error) {
    if (error instanceof BrokenBytes) return end('invalid', error.code, error.text.zh, error.text.en);
    // The runtime's library may be built without an algorithm, or be told to refuse it.
    const reason = error instanceof Error ? error.message.slice(0, 200) : String(error);
    return end('not-checked', 'runtime-refused', `运行环境无法验证 ${algorithm.name}：${reason}`, `${algorithm.name}: ${reason}`);
  }
}

/** The bytes that are signed: the attributes with the tag of a set; null when they do not fit the content. */
function signedAttributes(data: SignedData, signer: SignerInfo, content: Buffer, attributes: Asn1): Buffer | null {
  const values = new Map<string, Asn1>();
  for (const { children } of attributes.children) {
    const [type, set] = children;
    if (!type?.oid || set?.children.length !== 1 || values.has(type.oid)) return null;
    values.set(type.oid, set.children[0]!);
  }
  const contentType = values.get(CONTENT_TYPE);
  const digest = values.get(MESSAGE_DIGEST);
  const hash = DIGESTS[signer.digestOid];
  if (contentType?.oid !== data.contentType || digest?.tag !== TAG.octetString || hash === undefined) return null;
  if (!createHash(hash).update(content).digest().equals(digest.content)) return null;
  const bytes = Buffer.from(attributes.raw);
  bytes[0] = SET_TAG;
  return bytes;
}
