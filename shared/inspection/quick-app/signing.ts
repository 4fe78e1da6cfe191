import type { Certificate, Signer, Signing } from '../../domain/facts/signing.ts';
import { Cursor } from '../binary/cursor.ts';
import type { ZipArchive } from '../binary/zip.ts';
import type { InspectionContext } from '../context.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';
import { splitSigners } from '../signing/block-signers.ts';
import { readCertificate } from '../signing/certificate.ts';
import { PackageContent } from '../signing/package-content.ts';
import { Verification } from '../signing/problems.ts';
import { algorithmName } from '../signing/signature-algorithms.ts';
import { readSigningBlock, type SigningBlock } from '../signing/signing-block.ts';
import { type VerifiedSigner, verifySigner } from '../signing/verify-signer.ts';
import { digestSections } from './content-digest.ts';
import { verifyFileList } from './file-list.ts';

const MAGIC = 'RPK Sig Block 42';
/** Ids of the block's pairs (quick app engine, `SignatureVerifier`). */
const WHOLE_SECTIONS = 0x01000101;
const CHUNKS = 0x01000102;
const FILE_LIST = 0x01000201;
const PLATFORM = [0x02000101, 0x02000102];

/** Certificates of the keys that hap-toolkit brings along for everybody: of its first versions, and of version 2. */
const TOOLKIT_DEBUG = (certificate: Certificate) =>
  certificate.subject === 'CN=RPKDebug, O=RPK, C=CN' ||
  certificate.sha256 === '4e8e1ee24968b0dad6d0956a7e14d848b38b22a203f39c389a45d8737bdc4585';

/**
 * Who signed a quick app, and whether the signature holds, as the engine verifies it: the developer's signature over the content, or for
 * a package that the store has split and signed the list of files; the store's own signature cannot be verified without its certificate.
 * The engine runs no unsigned package.
 * @throws only what the source throws
 */
export async function verifyRpkSigning(
  archive: ZipArchive,
  context: InspectionContext,
  observations: Observations,
): Promise<Signing> {
  const verification = new Verification('rpk');
  const block = await observations.attempt('signature', 'RPK signing block', null, () =>
    readSigningBlock(archive, observations, MAGIC),
  );
  if (!block) {
    verification.wrong('unsigned', '安装包没有签名', 'the package is not signed');
    return { schemes: [], signers: [], verified: 'invalid', results: [verification.finish()] };
  }
  const small = archive.ranges.size <= LIMITS.smallPackage;
  const reading: InspectionContext = small ? { ...context, reading: 'full' } : context;
  const developer = block.pairs.get(WHOLE_SECTIONS) ?? block.pairs.get(CHUNKS);
  const platform = PLATFORM.map((id) => block.pairs.get(id)).find((value) => value !== undefined);
  const value = developer ?? platform;
  const signers = value ? verifySigners(value, verification) : [];
  if (signers.length === 0 && verification.result === 'valid')
    verification.wrong('no-signers', '没有签名者', 'there is no signer');
  if (developer) {
    for (const signer of signers)
      await observations.attempt('signature', 'RPK content', undefined, () =>
        compare(archive, block, signer, reading, verification),
      );
  } else if (platform) {
    verification.unchecked(
      'platform-signature',
      '应用商店对分包的签名无法校验',
      "the store's signature of a split package cannot be verified",
    );
  }
  const list = block.pairs.get(FILE_LIST);
  const own = signers[0]?.content?.certificates[0];
  if (list && own) {
    const files = new Verification('rpk');
    await observations.attempt('signature', 'RPK file list', undefined, () =>
      verifyFileList(archive, list, own, reading, files, observations),
    );
    const { result, problems } = files.finish();
    // Where the developer's signature is there the engine does not look at the list.
    for (const { code, message } of problems) {
      if (!developer && result !== 'valid') verification.take(result, [{ code, message }]);
      else verification.note(code, message.zh, message.en);
    }
  } else if (!developer && platform) {
    verification.wrong('file-list-missing', '分包没有文件清单签名', 'the split package has no signed list of files');
  }
  const finished = verification.finish();
  return {
    schemes: ['rpk'],
    signers: await Promise.all(signers.map((signer) => describe(signer, observations))),
    verified: finished.result,
    results: [finished],
  };
}

/** The signers of a pair have the form of APK Signature Scheme v2. */
function verifySigners(value: Buffer, verification: Verification): VerifiedSigner[] {
  const parts = verification.attempt(() => splitSigners(new Cursor(value, 'RPK signature'))) ?? [];
  return parts.flatMap((part) => verification.attempt(() => verifySigner(part, 'v2', 24, verification)) ?? []);
}

async function compare(
  archive: ZipArchive,
  block: SigningBlock,
  { expected }: VerifiedSigner,
  context: InspectionContext,
  verification: Verification,
): Promise<void> {
  const content = new PackageContent(archive, block, context);
  const sections = block.pairs.has(WHOLE_SECTIONS);
  for (const { kind, digest } of expected) {
    if (kind === 'verity') continue;
    const readable = !sections || context.reading === 'full';
    const actual = !readable ? null : sections ? await digestSections(archive, block, kind) : await content.digest(kind);
    if (!Buffer.isBuffer(actual)) {
      verification.unchecked(
        'content-not-read',
        '未读取全部内容，摘要未校验',
        'not all of the content was read, so the digest was not checked',
      );
    } else if (!actual.equals(digest)) {
      verification.wrong('content-changed', '安装包内容与签名时不同', 'the content is not what was signed');
    }
  }
}

async function describe({ signer, content }: VerifiedSigner, observations: Observations): Promise<Signer> {
  const certificates: Certificate[] = [];
  for (const der of content?.certificates ?? []) {
    const certificate = await observations.attempt('signature', 'RPK signing block', null, () => readCertificate(der));
    if (certificate) certificates.push({ ...certificate, debug: TOOLKIT_DEBUG(certificate) });
  }
  return { scheme: 'rpk', certificates, algorithms: signer.signatures.map(({ id }) => algorithmName(id)) };
}
