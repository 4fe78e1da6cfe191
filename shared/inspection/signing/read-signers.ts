import type { Certificate, Signing } from '../../domain/facts/package.ts';
import type { ZipArchive } from '../binary/zip.ts';
import { readEntry } from '../binary/zip-entry.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';
import { readCertificate } from './certificate.ts';
import { readSigningBlock } from './signing-block.ts';
import { readJarSignature } from './signing-jar.ts';

type Signer = Signing['signers'][number];

const SCHEMES = ['v1', 'v2', 'v3', 'v3.1'] as const;

/**
 * Who signed: certificates of the JAR signature (v1) and of the APK Signing Block (v2, v3, v3.1). They are read, not verified: digests
 * take every byte of the package, which inspection does not read.
 */
export async function readSigning(archive: ZipArchive, observations: Observations): Promise<Signing> {
  const signers: Signer[] = await readJarSigners(archive, observations);
  const block = await observations.attempt('signature', 'APK Signing Block', [], () =>
    readSigningBlock(archive.ranges, archive.directoryOffset, observations),
  );
  for (const { scheme, certificates } of block) {
    signers.push({ scheme, certificates: await readCertificates(certificates, scheme, observations) });
  }
  const schemes = SCHEMES.filter((scheme) => signers.some((signer) => signer.scheme === scheme));
  return { schemes, signers, verified: 'not-checked' };
}

/** A v1 signer is a signature file (`.SF`) with its block (`.RSA`, `.DSA`, `.EC`) beside it. */
async function readJarSigners(archive: ZipArchive, observations: Observations): Promise<Signer[]> {
  const signers: Signer[] = [];
  for (const [name, entry] of archive.byName) {
    const stem = /^(META-INF\/[^/]+)\.(?:RSA|DSA|EC)$/i.exec(name)?.[1];
    if (stem === undefined || signers.length >= LIMITS.signers) continue;
    if (!archive.byName.has(`${stem}.SF`) && !archive.byName.has(`${stem}.sf`)) continue;
    await observations.attempt('signature', name, undefined, async () => {
      const bytes = await readEntry(archive, entry, LIMITS.jarSignatureBytes, 'signature', observations);
      for (const certificates of readJarSignature(bytes).slice(0, LIMITS.signers)) {
        signers.push({ scheme: 'v1', certificates: await readCertificates(certificates, name, observations) });
      }
    });
  }
  return signers;
}

async function readCertificates(list: readonly Buffer[], part: string, observations: Observations): Promise<Certificate[]> {
  const certificates: Certificate[] = [];
  for (const der of list.slice(0, LIMITS.certificates)) {
    const certificate = await observations.attempt('signature', part, null, () => readCertificate(der).facts);
    if (certificate) certificates.push(certificate);
  }
  return certificates;
}
