import type { Signer } from '../../domain/facts/signing.ts';
import { Cursor } from '../binary/cursor.ts';
import { type BlockScheme, splitSigners } from './block-signers.ts';
import { type LineageNode, readLineage } from './lineage.ts';
import type { PackageContent, Unavailable } from './package-content.ts';
import { Verification } from './problems.ts';
import { algorithmName } from './signature-algorithms.ts';
import { attributeNumber, type VerifiedSigner, verifySigner } from './verify-signer.ts';

/** Ids of additional attributes. */
const STRIPPING_PROTECTION = 0xbeeff00d;
const PROOF_OF_ROTATION = 0x3ba06f8c;
const ROTATION_MIN_SDK = 0x559f8b02;
const DEVELOPMENT_RELEASE = 0xc2a6b3ba;

/** Signers that platforms accept at most (AOSP `ApkSignatureSchemeV2Verifier`). */
const MOST_SIGNERS = 10;

/** One scheme of the signing block, verified by itself. */
export interface BlockResult {
  readonly scheme: BlockScheme;
  readonly verification: Verification;
  readonly signers: readonly BlockSignerResult[];
}

export interface BlockSignerResult {
  /** DER, the signing certificate first. */
  readonly certificates: readonly Buffer[];
  readonly algorithms: NonNullable<Signer['algorithms']>;
  readonly minSdk: number;
  readonly maxSdk: number;
  readonly lineage: readonly LineageNode[] | null;
  /** v3.1: for a development release, whose number is still that of the release before. */
  readonly development: boolean;
  /** v2: the newer scheme that must be there too. */
  readonly alsoSigned: readonly number[];
  /** v3: since which platform version the signer in v3.1 counts. */
  readonly rotationMinSdk: number | null;
}

/**
 * Verifies one scheme: each signer's signatures and, unless `content` cannot be had, the digests of the package's content.
 * @param minSdk the oldest platform version that would look at this scheme
 */
export async function verifyBlockScheme(
  scheme: BlockScheme,
  value: Buffer,
  content: PackageContent,
  minSdk: number,
): Promise<BlockResult> {
  const verification = new Verification(scheme);
  const parts = verification.attempt(() => splitSigners(new Cursor(value, `${scheme} block`))) ?? [];
  if (parts.length === 0 && verification.result === 'valid') verification.wrong('no-signers', '没有签名者', 'there is no signer');
  if (parts.length > MOST_SIGNERS)
    verification.wrong('too-many-signers', `签名者超过 ${MOST_SIGNERS} 个`, `there are more than ${MOST_SIGNERS} signers`);
  const signers: BlockSignerResult[] = [];
  for (const part of parts.slice(0, MOST_SIGNERS)) {
    const verified = verification.attempt(() => verifySigner(part, scheme, minSdk, verification));
    if (!verified) continue;
    signers.push(summarise(verified, verification));
    if (verification.result !== 'invalid') await compareContent(verified, content, verification);
  }
  return { scheme, verification, signers };
}

function summarise({ signer, content, attributes }: VerifiedSigner, found: Verification): BlockSignerResult {
  const numbers = (id: number): number[] =>
    attributes.filter((each) => each.id === id).flatMap((each) => found.attempt(() => attributeNumber(each)) ?? []);
  const rotation = attributes.find(({ id }) => id === PROOF_OF_ROTATION);
  const certificates = content?.certificates ?? [];
  return {
    certificates,
    algorithms: signer.signatures.map(({ id }) => algorithmName(id)),
    minSdk: signer.minSdk,
    maxSdk: signer.maxSdk,
    lineage: rotation ? checkedLineage(rotation.value, certificates[0], found) : null,
    development: attributes.some(({ id }) => id === DEVELOPMENT_RELEASE),
    alsoSigned: numbers(STRIPPING_PROTECTION),
    rotationMinSdk: numbers(ROTATION_MIN_SDK)[0] ?? null,
  };
}

/** The history must end with the certificate that signs. */
function checkedLineage(value: Buffer, own: Buffer | undefined, found: Verification): LineageNode[] | null {
  const lineage = found.attempt(() => readLineage(value));
  if (lineage && !(own && lineage[lineage.length - 1]?.certificate.equals(own)))
    found.wrong(
      'lineage-other-certificate',
      '轮替记录的最后一个证书不是签名证书',
      'the lineage does not end with the signing certificate',
    );
  return lineage;
}

const REASONS: Readonly<Record<Unavailable, readonly [zh: string, en: string]>> = {
  'not-read': [
    '安装包按范围读取，未读取全部内容，且没有入库时计算的摘要',
    'the package was read by ranges only, and there are no digests that were taken when it came in',
  ],
  unaligned: ['签名块未按 4 KiB 对齐', 'the signing block is not aligned to 4 KiB'],
  'too-large': ['中央目录超过读取上限', 'the central directory is larger than the limit'],
};

async function compareContent(verified: VerifiedSigner, content: PackageContent, found: Verification): Promise<void> {
  for (const { kind, digest } of verified.expected) {
    const actual = await content.digest(kind);
    if (typeof actual === 'string') {
      const [zh, en] = REASONS[actual];
      if (actual === 'unaligned') found.wrong('content-unaligned', zh, en);
      else found.unchecked(`content-${actual}`, zh, en);
    } else if (!actual.equals(digest)) {
      found.wrong('content-changed', `安装包内容与签名时的摘要（${kind}）不符`, `the content is not what was signed (${kind})`);
    }
  }
}
