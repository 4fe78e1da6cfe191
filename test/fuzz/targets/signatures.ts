import { buildZip } from '../../fixtures/zip.ts';
import type { Target } from '../engine/target.ts';
import { changeAsn1 } from '../mutate/nested.ts';
import { realParts, realSigningBlocks } from '../seeds.ts';
import { packageAround, partTarget } from './package-target.ts';
import { SAMPLE_PARTS } from './parts.ts';

const MANIFEST = Buffer.from('Manifest-Version: 1.0\r\n\r\nName: classes.dex\r\nSHA-256-Digest: aaaa\r\n\r\n');
const SIGNATURE_FILE = Buffer.from(
  'Signature-Version: 1.0\r\nSHA-256-Digest-Manifest: aaaa\r\n\r\nName: classes.dex\r\nSHA-256-Digest: aaaa\r\n\r\n',
);

const sample = buildZip(Object.entries(SAMPLE_PARTS).map(([name, data]) => ({ name, data, stored: true })));
const directoryAt = sample.readUInt32LE(sample.length - 6);

/** The sample with something between its last entry and its directory. */
export function beforeDirectory(block: Buffer): Buffer {
  const bytes = Buffer.concat([sample.subarray(0, directoryAt), block, sample.subarray(directoryAt)]);
  bytes.writeUInt32LE(directoryAt + block.length, bytes.length - 6);
  return bytes;
}

const signingBlock = partTarget({
  name: 'signing-block',
  wrap: beforeDirectory,
  seeds: () => realSigningBlocks(),
  tokens: ['APK Sig Block 42', ...[0x7109871a, 0xf05368c0, 0x1b93ad61, 0x42726577, 0x3ba06f8c].map(pairId)],
  largest: 32 << 10,
});

function pairId(id: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(id);
  return bytes;
}

const cms = partTarget({
  name: 'cms',
  wrap: packageAround('META-INF/CERT.RSA', {
    'AndroidManifest.xml': SAMPLE_PARTS['AndroidManifest.xml']!,
    'META-INF/MANIFEST.MF': MANIFEST,
    'META-INF/CERT.SF': SIGNATURE_FILE,
  }),
  seeds: () => realParts(/^META-INF\/[^/]+\.(?:RSA|DSA|EC)$/i),
  mutators: [changeAsn1],
  largest: 32 << 10,
});

const jarManifest = partTarget({
  name: 'jar-manifest',
  wrap: packageAround('META-INF/MANIFEST.MF', {
    'AndroidManifest.xml': SAMPLE_PARTS['AndroidManifest.xml']!,
    'classes.dex': SAMPLE_PARTS['classes.dex']!,
    'META-INF/CERT.SF': SIGNATURE_FILE,
  }),
  seeds: async () => [MANIFEST, SIGNATURE_FILE, ...(await realParts(/^META-INF\/MANIFEST\.MF$/, { most: 4, largest: 8 << 10 }))],
  tokens: ['Name: ', '\r\n\r\n', '\r\n ', 'SHA1-Digest: ', 'SHA-256-Digest: ', 'X-Android-APK-Signed: 2'],
  largest: 32 << 10,
});

export const SIGNATURES: readonly Target[] = [signingBlock, cms, jarManifest];
