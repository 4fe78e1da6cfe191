import { constants } from 'node:crypto';
import type { Asn1 } from './asn1.ts';

/** How a CMS signature is to be verified (RFC 5652, 5.4; RFC 3370; RFC 5754). */
export interface CmsAlgorithm {
  /** Name for Node's hashes. */
  readonly hash: string;
  readonly key: 'rsa' | 'ec' | 'dsa';
  readonly pss?: { readonly padding: number; readonly saltLength: number };
  /** As facts show it. */
  readonly name: string;
}

/** Digest algorithms by object identifier. */
export const DIGESTS: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.5': 'md5',
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.4': 'sha224',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/** Signature algorithms: some name the key only and leave the hash to the digest algorithm. */
const SIGNATURES: Readonly<Record<string, { readonly key: CmsAlgorithm['key']; readonly hash?: string }>> = {
  '1.2.840.113549.1.1.1': { key: 'rsa' },
  '1.2.840.113549.1.1.4': { key: 'rsa', hash: 'md5' },
  '1.2.840.113549.1.1.5': { key: 'rsa', hash: 'sha1' },
  '1.2.840.113549.1.1.14': { key: 'rsa', hash: 'sha224' },
  '1.2.840.113549.1.1.11': { key: 'rsa', hash: 'sha256' },
  '1.2.840.113549.1.1.12': { key: 'rsa', hash: 'sha384' },
  '1.2.840.113549.1.1.13': { key: 'rsa', hash: 'sha512' },
  '1.2.840.10040.4.1': { key: 'dsa' },
  '1.2.840.10040.4.3': { key: 'dsa', hash: 'sha1' },
  '2.16.840.1.101.3.4.3.1': { key: 'dsa', hash: 'sha224' },
  '2.16.840.1.101.3.4.3.2': { key: 'dsa', hash: 'sha256' },
  '1.2.840.10045.2.1': { key: 'ec' },
  '1.2.840.10045.4.1': { key: 'ec', hash: 'sha1' },
  '1.2.840.10045.4.3.1': { key: 'ec', hash: 'sha224' },
  '1.2.840.10045.4.3.2': { key: 'ec', hash: 'sha256' },
  '1.2.840.10045.4.3.3': { key: 'ec', hash: 'sha384' },
  '1.2.840.10045.4.3.4': { key: 'ec', hash: 'sha512' },
};

const PSS = '1.2.840.113549.1.1.10';
const PSS_DEFAULT_SALT = 20;

/** The algorithm that a pair of identifiers means; null for one that is not known here. */
export function cmsAlgorithm(digestOid: string, signature: Asn1 | undefined): CmsAlgorithm | null {
  const digest = DIGESTS[digestOid];
  const oid = signature?.children[0]?.oid ?? '';
  if (oid === PSS) return pssAlgorithm(signature?.children[1]);
  const known = SIGNATURES[oid];
  if (!known || !digest) return null;
  const hash = known.hash ?? digest;
  return { hash, key: known.key, name: `${hash.toUpperCase()}with${NAMES[known.key]}` };
}

const NAMES = { rsa: 'RSA', ec: 'ECDSA', dsa: 'DSA' } as const;

/** RSASSA-PSS with its parameters (RFC 4055, 3.1): [0] hash, [1] mask, [2] salt length; SHA-1 and 20 bytes where they are left out. */
function pssAlgorithm(parameters: Asn1 | undefined): CmsAlgorithm | null {
  const field = (tag: number) => parameters?.children.find((child) => child.context && child.tag === tag)?.children[0];
  const hashOid = field(0)?.children[0]?.oid;
  const hash = field(0) === undefined ? 'sha1' : DIGESTS[hashOid ?? ''];
  if (hash === undefined) return null;
  const salt = field(2);
  const saltLength = salt ? salt.content.reduce((sum, byte) => Math.min(sum * 256 + byte, 0xffff), 0) : PSS_DEFAULT_SALT;
  return {
    hash,
    key: 'rsa',
    pss: { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength },
    name: `${hash.toUpperCase()}withRSA/PSS`,
  };
}

/**
 * Since which platform version a JAR signature of this digest and signature algorithm is accepted by that one and every later one;
 * null for combinations that today's platforms refuse. Digest and signature must be of one hash: pairs of different ones passed on
 * some versions by accident only. (android.os.Build.VERSION_CODES; AOSP `JarUtils`, `OpenSSLSignature`.)
 */
export function acceptedSince(digestOid: string, signatureOid: string): number | null {
  const hash = DIGESTS[digestOid];
  const signature = SIGNATURES[signatureOid];
  if (!hash || !signature || (signature.hash !== undefined && signature.hash !== hash)) return null;
  return SINCE[signature.key][signature.hash === undefined ? 0 : 1]?.[hash] ?? null;
}

type Since = Readonly<Record<string, number>>;
/** By key: where the signature algorithm names the key only, and where it names the hash too. */
const SINCE: Readonly<Record<CmsAlgorithm['key'], readonly [Since, Since]>> = {
  rsa: [
    { md5: 0, sha1: 0, sha224: 21, sha256: 18, sha384: 18, sha512: 18 },
    { md5: 21, sha1: 0, sha224: 21, sha256: 18, sha384: 21, sha512: 21 },
  ],
  dsa: [
    { sha1: 0, sha224: 22, sha256: 22 },
    { sha1: 9, sha224: 21, sha256: 21 },
  ],
  ec: [
    { sha1: 18, sha224: 21, sha256: 18, sha384: 18, sha512: 18 },
    { sha1: 18, sha224: 21, sha256: 21, sha384: 21, sha512: 21 },
  ],
};
