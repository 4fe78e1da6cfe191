import { createPublicKey, type KeyObject } from 'node:crypto';
import { BrokenBytes } from '../broken.ts';
import { type Asn1, readAsn1 } from './asn1.ts';

const STRUCTURE = 'public key';

/** Key algorithms and named curves that every build of the runtime's library reads; a key of theirs that it refuses is malformed. */
const READABLE: ReadonlySet<string> = new Set(['1.2.840.113549.1.1.1', '1.2.840.10040.4.1']);
const EC = '1.2.840.10045.2.1';
const READABLE_CURVES: ReadonlySet<string> = new Set(['1.2.840.10045.3.1.7', '1.3.132.0.34', '1.3.132.0.35']);
/** Beyond this the library refuses to verify with an RSA key, as it would take too long. */
const RSA_BITS = 16_384;

/**
 * A key out of its `SubjectPublicKeyInfo` (RFC 5280, 4.1.2.7); null when this runtime cannot use keys of its kind.
 * @throws BrokenBytes `public-key-malformed`, `asn1-broken`
 */
export function readPublicKey(der: Buffer): KeyObject | null {
  const [identifier] = readAsn1(der, STRUCTURE).children;
  let key: KeyObject;
  try {
    key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  } catch {
    if (isReadable(identifier)) throw malformed();
    return null;
  }
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  return bits > RSA_BITS ? null : key;
}

/**
 * Whether a signer's key is the one of its certificate. The platform encodes the certificate's anew before it compares, so that what an
 * encoding leaves open may differ there, but not in the signer's.
 */
export function isSameKey(certified: Buffer, signers: Buffer): boolean {
  return certified.equals(signers) || canonical(certified).equals(signers);
}

function canonical(der: Buffer): Buffer {
  try {
    return createPublicKey({ key: der, format: 'der', type: 'spki' }).export({ format: 'der', type: 'spki' });
  } catch {
    return der;
  }
}

function isReadable(identifier: Asn1 | undefined): boolean {
  const [algorithm, parameters] = identifier?.children ?? [];
  if (algorithm?.oid === EC) return READABLE_CURVES.has(parameters?.oid ?? '');
  return READABLE.has(algorithm?.oid ?? '') || algorithm === undefined;
}

function malformed(): BrokenBytes {
  return new BrokenBytes('public-key-malformed', STRUCTURE, 0, { zh: '公钥无法解析', en: 'the public key cannot be read' });
}
