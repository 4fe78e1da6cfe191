import { createHash } from 'node:crypto';
import type { Certificate } from '../../domain/facts/signing.ts';
import { LIMITS } from '../limits.ts';
import { type Asn1, childOf, readAsn1 } from './asn1.ts';
import { type NamePart, nameParts, writeName } from './distinguished-name.ts';

const STRUCTURE = 'X.509 certificate';

const SIGNATURES: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.2': 'MD2withRSA',
  '1.2.840.113549.1.1.4': 'MD5withRSA',
  '1.2.840.113549.1.1.5': 'SHA1withRSA',
  '1.2.840.113549.1.1.10': 'RSASSA-PSS',
  '1.2.840.113549.1.1.11': 'SHA256withRSA',
  '1.2.840.113549.1.1.12': 'SHA384withRSA',
  '1.2.840.113549.1.1.13': 'SHA512withRSA',
  '1.2.840.113549.1.1.14': 'SHA224withRSA',
  '1.2.840.10040.4.3': 'SHA1withDSA',
  '2.16.840.1.101.3.4.3.2': 'SHA256withDSA',
  '1.2.840.10045.4.1': 'SHA1withECDSA',
  '1.2.840.10045.4.3.2': 'SHA256withECDSA',
  '1.2.840.10045.4.3.3': 'SHA384withECDSA',
  '1.2.840.10045.4.3.4': 'SHA512withECDSA',
  '1.2.156.10197.1.501': 'SM3withSM2',
  '1.3.101.112': 'Ed25519',
};

const KEYS: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.1': 'RSA',
  '1.2.840.10040.4.1': 'DSA',
  '1.2.840.10045.2.1': 'EC',
  '1.3.101.112': 'Ed25519',
};

const CURVE_BITS: Readonly<Record<string, number>> = {
  '1.2.840.10045.3.1.7': 256,
  '1.3.132.0.10': 256,
  '1.3.132.0.34': 384,
  '1.3.132.0.35': 521,
  '1.2.156.10197.1.301': 256,
};

/** Reads a certificate (RFC 5280, 4.1) for what a filing registers and a reviewer compares. @throws BrokenBytes */
export function readCertificate(der: Uint8Array): Certificate {
  return readParts(der).facts;
}

/** DER of a certificate's public key (`SubjectPublicKeyInfo`); the whole certificate must be readable. @throws BrokenBytes */
export function certificateKey(der: Uint8Array): Buffer {
  return readParts(der).publicKey;
}

interface Parts {
  readonly facts: Certificate;
  readonly publicKey: Buffer;
}

/** Each certificate is wanted several times: to verify with its key, and for its facts. */
const KNOWN = new WeakMap<Uint8Array, Parts>();

function readParts(der: Uint8Array): Parts {
  const known = KNOWN.get(der);
  if (known) return known;
  const whole = readAsn1(der, STRUCTURE, LIMITS.certificateValues);
  const body = childOf(whole, 0, STRUCTURE);
  // The version is optional and tagged; without it every field stands one place earlier.
  const first = childOf(body, 0, STRUCTURE).context ? 1 : 0;
  const field = (index: number) => childOf(body, first + index, STRUCTURE);
  const [serial, algorithm, issuer, validity, subject, key] = [0, 1, 2, 3, 4, 5].map(field) as [
    Asn1,
    Asn1,
    Asn1,
    Asn1,
    Asn1,
    Asn1,
  ];
  const signature = childOf(algorithm, 0, STRUCTURE).oid ?? '';
  const name = nameParts(subject);
  const facts = {
    subject: writeName(name),
    issuer: writeName(nameParts(issuer)),
    serial: serial.content
      .subarray(0, LIMITS.serialBytes)
      .toString('hex')
      .replace(/^(?:00)+(?=.)/, ''),
    notBefore: isoDate(validity, 0),
    notAfter: isoDate(validity, 1),
    algorithm: SIGNATURES[signature] ?? signature,
    ...describeKey(key),
    md5: digest('md5', der),
    sha1: digest('sha1', der),
    sha256: digest('sha256', der),
    publicKeySha256: digest('sha256', key.raw),
    publicKeyMd5: digest('md5', key.raw),
    publicKeySha1: digest('sha1', key.raw),
    debug: isDebug(name),
  };
  const parts = { facts, publicKey: key.raw };
  KNOWN.set(der, parts);
  return parts;
}

function isoDate(validity: Asn1, index: number): string {
  const date = childOf(validity, index, STRUCTURE).date;
  return date && !Number.isNaN(date.getTime()) ? date.toISOString() : '';
}

/** `SubjectPublicKeyInfo`: RSA by its modulus (RFC 8017, A.1.1), EC by its curve, DSA by the prime in the parameters. */
function describeKey(key: Asn1): Pick<Certificate, 'keyAlgorithm' | 'keyBits' | 'modulus'> {
  const identifier = childOf(key, 0, STRUCTURE);
  const oid = childOf(identifier, 0, STRUCTURE).oid ?? '';
  const keyAlgorithm = KEYS[oid] ?? oid;
  const parameters = identifier.children[1];
  if (keyAlgorithm === 'RSA') {
    // The first byte of a bit string counts its unused bits.
    const modulus = childOf(readAsn1(childOf(key, 1, STRUCTURE).content.subarray(1), STRUCTURE), 0, STRUCTURE);
    return { keyAlgorithm, keyBits: bitLength(modulus.content), modulus: hexNumber(modulus.content) };
  }
  if (keyAlgorithm === 'DSA')
    return { keyAlgorithm, keyBits: parameters?.children[0] ? bitLength(parameters.children[0].content) : null, modulus: null };
  return { keyAlgorithm, keyBits: CURVE_BITS[parameters?.oid ?? ''] ?? null, modulus: null };
}

/** As filings show a modulus: upper-case hexadecimal without the sign byte. */
function hexNumber(integer: Buffer): string {
  const start = integer.findIndex((byte) => byte !== 0);
  const digits = start < 0 ? integer.subarray(0, 0) : integer.subarray(start, start + LIMITS.modulusBytes);
  return digits.toString('hex').toUpperCase();
}

function bitLength(integer: Buffer): number {
  const start = integer.findIndex((byte) => byte !== 0);
  return start < 0 ? 0 : (integer.length - start) * 8 - Math.clz32(integer[start]!) + 24;
}

/** The key that development tools make for everybody; nothing signed with it says who made it. */
function isDebug(name: readonly NamePart[]): boolean {
  const has = (keyword: string, value: string) => name.some(([k, v]) => k === keyword && v === value);
  return has('CN', 'Android Debug') && has('O', 'Android');
}

function digest(algorithm: string, bytes: Uint8Array): string {
  return createHash(algorithm).update(bytes).digest('hex');
}
