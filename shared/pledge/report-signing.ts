import type { PackageFacts } from '../domain/facts/package.ts';
import type { Report } from './report.ts';

/**
 * How the package is signed, and the certificates it carries with the digests that a filing registers: each once, the signing certificate
 * of every scheme. Null without facts of a package.
 */
export function reportSigning(facts: PackageFacts | null): Report['signing'] {
  if (facts === null) return null;
  const { schemes, signers, verified } = facts.signing;
  const certificates = new Map<string, NonNullable<Report['signing']>['certificates'][number]>();
  for (const { scheme, certificates: chain } of signers) {
    const certificate = chain[0];
    if (certificate === undefined) continue;
    const known = certificates.get(certificate.sha256);
    if (known !== undefined) {
      if (!known.schemes.includes(scheme)) known.schemes.push(scheme);
      continue;
    }
    certificates.set(certificate.sha256, {
      schemes: [scheme],
      subject: certificate.subject,
      issuer: certificate.issuer,
      serial: certificate.serial,
      notBefore: certificate.notBefore,
      notAfter: certificate.notAfter,
      keyAlgorithm: certificate.keyAlgorithm,
      keyBits: certificate.keyBits,
      md5: certificate.md5,
      sha1: certificate.sha1,
      sha256: certificate.sha256,
      publicKeyMd5: certificate.publicKeyMd5 ?? null,
      publicKeySha256: certificate.publicKeySha256,
      publicKey: certificate.modulus ?? null,
      debug: certificate.debug,
    });
  }
  return { schemes: [...schemes], verified, certificates: [...certificates.values()] };
}
