import { BrokenBytes } from '../broken.ts';
import { LIMITS } from '../limits.ts';
import { type Asn1, childOf, readAsn1, TAG } from './asn1.ts';
import { nameKey } from './distinguished-name.ts';

const STRUCTURE = 'PKCS #7';
const SIGNED_DATA = '1.2.840.113549.1.7.2';

/** One `SignerInfo` (RFC 5652, 5.3). */
export interface SignerInfo {
  /** Issuer and serial number, or [0] key identifier, of the signing certificate. */
  readonly id: Asn1;
  readonly digestOid: string;
  /** As it lies in the input, tag [0] included. */
  readonly signedAttributes: Asn1 | null;
  readonly signatureAlgorithm: Asn1;
  readonly signature: Buffer;
}

/** CMS `SignedData` (RFC 5652, 5.1), as far as signatures need it. */
export interface SignedData {
  readonly contentType: string;
  /** What is signed, when it is inside. */
  readonly content: Buffer | null;
  /** DER, in the order of the block. */
  readonly certificates: readonly Asn1[];
  readonly signers: readonly SignerInfo[];
}

/** Parses a `ContentInfo` that holds `SignedData`. @throws BrokenBytes `asn1-broken`, `asn1-missing`, `not-signed-data` */
export function readSignedData(der: Uint8Array): SignedData {
  const info = readAsn1(der, STRUCTURE);
  if (childOf(info, 0, STRUCTURE).oid !== SIGNED_DATA) {
    const what = { zh: '不是 CMS 签名数据', en: 'is no CMS signed data' };
    throw new BrokenBytes('not-signed-data', STRUCTURE, 0, what);
  }
  // version, digestAlgorithms, encapContentInfo, then [0] certificates and [1] crls, both optional, then signerInfos.
  const signedData = childOf(childOf(info, 1, STRUCTURE), 0, STRUCTURE);
  const encapsulated = childOf(signedData, 2, STRUCTURE);
  const inside = encapsulated.children[1]?.children[0];
  const certificates = signedData.children.find((child) => child.context && child.tag === 0)?.children ?? [];
  const last = signedData.children[signedData.children.length - 1];
  const signers = last && !last.context && last.tag === TAG.set ? last.children : [];
  return {
    contentType: childOf(encapsulated, 0, STRUCTURE).oid ?? '',
    content: inside ? octets(inside) : null,
    certificates: certificates.slice(0, LIMITS.certificates),
    signers: signers.slice(0, LIMITS.signers).map(readSignerInfo),
  };
}

function readSignerInfo(info: Asn1): SignerInfo {
  const attributes = childOf(info, 3, STRUCTURE);
  const signed = attributes.context && attributes.tag === 0 ? attributes : null;
  const next = signed ? 4 : 3;
  return {
    id: childOf(info, 1, STRUCTURE),
    digestOid: childOf(childOf(info, 2, STRUCTURE), 0, STRUCTURE).oid ?? '',
    signedAttributes: signed,
    signatureAlgorithm: childOf(info, next, STRUCTURE),
    signature: octets(childOf(info, next + 1, STRUCTURE)),
  };
}

/** BER lets an octet string come in pieces (X.690, 8.7.3.2). */
function octets(value: Asn1): Buffer {
  return value.children.length > 0 ? Buffer.concat(value.children.map((piece) => piece.content)) : value.content;
}

/** The certificate that a signer names, by issuer and serial number or by its key identifier (RFC 5652, 5.3); undefined if not there. */
export function certificateOf(signer: SignerInfo, certificates: readonly Asn1[]): Asn1 | undefined {
  if (signer.id.context) return certificates.find((each) => keyIdentifier(each)?.equals(signer.id.content));
  const [issuer, serial] = signer.id.children;
  return certificates.find((certificate) => {
    const body = certificate.children[0];
    const first = body?.children[0]?.context ? 1 : 0;
    const own = { serial: body?.children[first], issuer: body?.children[first + 2] };
    if (!own.serial || !own.issuer || !issuer || serial?.tag !== TAG.integer) return false;
    return own.serial.content.equals(serial.content) && nameKey(own.issuer) === nameKey(issuer);
  });
}

/** Subject key identifier extension (RFC 5280, 4.2.1.2): an octet string within an octet string. */
function keyIdentifier(certificate: Asn1): Buffer | undefined {
  const extensions = certificate.children[0]?.children.find((child) => child.context && child.tag === 3)?.children[0];
  const found = extensions?.children.find((extension) => extension.children[0]?.oid === '2.5.29.14');
  return found?.children[found.children.length - 1]?.content.subarray(2);
}

/** The signer's certificate, then each one's issuer as far as they are there (by name), then the rest. */
export function chainOf(own: Asn1 | undefined, all: readonly Asn1[]): Asn1[] {
  const chain: Asn1[] = own ? [own] : [];
  const rest = all.filter((each) => each !== own);
  for (let last = own; last && names(last).issuer !== names(last).subject; ) {
    const { issuer } = names(last);
    const at = rest.findIndex((each) => issuer !== null && names(each).subject === issuer);
    last = at < 0 ? undefined : rest.splice(at, 1)[0];
    if (last) chain.push(last);
  }
  return [...chain, ...rest];
}

function names(certificate: Asn1): { issuer: string | null; subject: string | null } {
  const fields = certificate.children[0]?.children ?? [];
  const first = fields[0]?.context ? 1 : 0;
  const [issuer, subject] = [fields[first + 2], fields[first + 4]];
  return { issuer: issuer ? nameKey(issuer) : null, subject: subject ? nameKey(subject) : null };
}
