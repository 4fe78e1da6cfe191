import { type Asn1, childOf, readAsn1, TAG } from './asn1.ts';

const STRUCTURE = 'PKCS #7';

/**
 * Certificates of each signer of a JAR signature block, `META-INF/*.RSA` and kin: CMS `SignedData` (RFC 5652, 5.1). The signer's own
 * certificate comes first, the others of the block follow. DER bytes. @throws BrokenBytes
 */
export function readJarSignature(bytes: Uint8Array): Buffer[][] {
  const signedData = childOf(childOf(readAsn1(bytes, STRUCTURE), 1, STRUCTURE), 0, STRUCTURE);
  // version, digestAlgorithms, encapContentInfo, then [0] certificates and [1] crls, both optional, then signerInfos.
  const certificates = signedData.children.find((child) => child.context && child.tag === 0)?.children ?? [];
  const signers = signedData.children[signedData.children.length - 1]?.children ?? [];
  return signers.map((signer) => {
    const own = certificates.find((certificate) => isIssuedAs(certificate, childOf(signer, 1, STRUCTURE)));
    const chain = own ? [own, ...certificates.filter((other) => other !== own)] : certificates;
    return chain.map((certificate) => certificate.raw);
  });
}

/** Whether a certificate has the issuer and serial number of an `IssuerAndSerialNumber`. */
function isIssuedAs(certificate: Asn1, wanted: Asn1): boolean {
  const body = certificate.children[0];
  if (!body) return false;
  const first = body.children[0]?.context ? 1 : 0;
  const serial = body.children[first];
  const issuer = body.children[first + 2];
  const [wantedIssuer, wantedSerial] = wanted.children;
  if (!serial || !issuer || !wantedIssuer || wantedSerial?.tag !== TAG.integer) return false;
  return serial.content.equals(wantedSerial.content) && issuer.raw.equals(wantedIssuer.raw);
}
