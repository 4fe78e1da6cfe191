import { signApk, signBlock } from '../../../services/cli/building/sign.ts';
import { signJar } from '../../../services/cli/building/sign-jar.ts';
import { buildZip, type EntryRecipe } from '../../../services/cli/building/zip.ts';
import { buildHap, moduleJson } from '../../fixtures/hap.ts';
import { PROOF_OF_ROTATION, writeLineage } from '../../fixtures/lineage.ts';
import { buildRpk, rpkManifest } from '../../fixtures/rpk.ts';
import type { Target } from '../engine/target.ts';
import { FIXED_IDENTITY } from '../fixed-identity.ts';
import { changeAsn1 } from '../mutate/nested.ts';
import { realParts, realSigningBlocks } from '../seeds.ts';
import { packageAround, partTarget } from './package-target.ts';
import { SAMPLE_PARTS } from './parts.ts';

const ENTRIES: readonly EntryRecipe[] = Object.entries(SAMPLE_PARTS).map(([name, data]) => ({ name, data, stored: true }));
const SAMPLE = buildZip(ENTRIES);
const HAP = buildHap({ module: moduleJson() });
const RPK = buildRpk({ manifest: rpkManifest(), files: { 'app.js': 'console.log(1)' } });

/** Where the directory of an archive without comment begins: it is what stands last but its end record. */
const directoryOf = (bytes: Buffer): number => bytes.readUInt32LE(bytes.length - 6);

/** Puts something between the last entry of an archive and its directory. */
function beforeDirectory(archive: Buffer): (block: Buffer) => Buffer {
  const at = directoryOf(archive);
  return (block) => {
    const bytes = Buffer.concat([archive.subarray(0, at), block, archive.subarray(at)]);
    bytes.writeUInt32LE(at + block.length, bytes.length - 6);
    return bytes;
  };
}

/** What a signer put there. */
function blockOf(signed: Buffer, unsigned: Buffer): Buffer {
  return Buffer.from(signed.subarray(directoryOf(unsigned), directoryOf(signed)));
}

function pairId(id: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(id);
  return bytes;
}

const signingBlock = partTarget({
  name: 'signing-block',
  wrap: beforeDirectory(SAMPLE),
  async seeds() {
    const lineage = { id: PROOF_OF_ROTATION, value: writeLineage([FIXED_IDENTITY, FIXED_IDENTITY]) };
    const rotated = signBlock(SAMPLE, [{ scheme: 'v3', signers: [{ identity: FIXED_IDENTITY, attributes: [lineage] }] }]);
    const built = [signApk(SAMPLE, [FIXED_IDENTITY], ['v2', 'v3']), rotated].map((signed) => blockOf(signed, SAMPLE));
    return [...built, ...(await realSigningBlocks())];
  },
  tokens: ['APK Sig Block 42', ...[0x7109871a, 0xf05368c0, 0x1b93ad61, 0x42726577, 0x3ba06f8c].map(pairId)],
  largest: 32 << 10,
});

const hapBlock = partTarget({
  name: 'hap-signature',
  wrap: beforeDirectory(HAP),
  seeds: async () =>
    ([2, 3] as const).map((version) =>
      blockOf(buildHap({ module: moduleJson(), signing: { identity: FIXED_IDENTITY, version } }), HAP),
    ),
  tokens: ['<hap sign block>', 'hap sign block42', ...[0x20000000, 0x20000001, 0x20000002, 0x20000003].map(pairId)],
  largest: 32 << 10,
});

const rpkBlock = partTarget({
  name: 'rpk-signature',
  wrap: beforeDirectory(RPK),
  async seeds() {
    const signing = { identity: FIXED_IDENTITY, pairs: ['sections', 'chunks', 'files', 'platform'] as const };
    return [blockOf(buildRpk({ manifest: rpkManifest(), files: { 'app.js': 'console.log(1)' }, signing }), RPK)];
  },
  tokens: ['RPK Sig Block 42', ...[0x01000101, 0x01000102, 0x01000201, 0x02000101].map(pairId)],
  largest: 32 << 10,
});

const SIGNED = new Map(signJar(ENTRIES, [FIXED_IDENTITY]).map(({ name, data }) => [name, Buffer.from(data)]));
const nameOf = (suffix: string): string =>
  [...SIGNED.keys()].find((name) => name.startsWith('META-INF/') && name.endsWith(suffix))!;
const aroundSigned = (name: string) => packageAround(name, Object.fromEntries(SIGNED));

const cms = partTarget({
  name: 'cms',
  wrap: aroundSigned(nameOf('.RSA')),
  seeds: async () => [SIGNED.get(nameOf('.RSA'))!, ...(await realParts(/^META-INF\/[^/]+\.(?:RSA|DSA|EC)$/i))],
  mutators: [changeAsn1],
  largest: 32 << 10,
});

const JAR_TOKENS = ['Name: ', '\r\n\r\n', '\r\n ', 'SHA1-Digest: ', 'SHA-256-Digest: ', 'X-Android-APK-Signed: 2', 'classes.dex'];

const jarManifest = partTarget({
  name: 'jar-manifest',
  wrap: aroundSigned('META-INF/MANIFEST.MF'),
  seeds: async () => [
    SIGNED.get('META-INF/MANIFEST.MF')!,
    ...(await realParts(/^META-INF\/MANIFEST\.MF$/, { most: 4, largest: 8 << 10 })),
  ],
  tokens: JAR_TOKENS,
  largest: 32 << 10,
});

const jarSignatureFile = partTarget({
  name: 'jar-signature-file',
  wrap: aroundSigned(nameOf('.SF')),
  seeds: async () => [SIGNED.get(nameOf('.SF'))!],
  tokens: JAR_TOKENS,
  largest: 32 << 10,
});

export const SIGNATURES: readonly Target[] = [signingBlock, hapBlock, rpkBlock, cms, jarManifest, jarSignatureFile];
