import type { Certificate, Signing } from '../../domain/facts/signing.ts';
import { Cursor } from '../binary/cursor.ts';
import type { ZipArchive } from '../binary/zip.ts';
import { BrokenBytes } from '../broken.ts';
import type { InspectionContext } from '../context.ts';
import { emptyFacts } from '../empty.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';
import { readCertificate } from '../signing/certificate.ts';
import { verifyCms } from '../signing/pkcs7.ts';
import { Verification } from '../signing/problems.ts';
import { readSignedData } from '../signing/signed-data.ts';
import { digestHap, type HapDigest } from './content-digest.ts';
import { readProfile } from './profile.ts';
import { type HapBlock, PART, readHapBlock } from './signature-block.ts';

/** Content digests by the low byte of the signature algorithm's id (developtools_hapsigner, `SignatureAlgorithm`). */
const DIGESTS: Readonly<Record<number, HapDigest>> = {
  1: 'sha256',
  2: 'sha384',
  3: 'sha512',
  4: 'sha256',
  5: 'sha384',
  6: 'sha512',
};

/** The key of OpenHarmony's samples, which is in their public repository. */
const SAMPLE_KEY = '8e93863fc32ee238060bf69a9b37e2608fffb21f93c862dd511cbac9f30024b5';

const NOBODY: Signing = { schemes: [], signers: [], verified: 'invalid', results: [] };

/**
 * Who signed a HAP, HSP or App Pack, and whether the signature holds: the CMS signature over the digests, the digests over the content,
 * the provisioning profile. Trust in the certificate authority, revocation and the code signature of native libraries (the property
 * part) are not decided. An unsigned package is refused by every device.
 * Of a package within a package nothing is said.
 * @throws only what the source throws
 */
export async function verifyHapSigning(
  archive: ZipArchive,
  context: InspectionContext,
  bundleName: string | null,
  observations: Observations,
): Promise<Signing> {
  if (context.depth > 0) return emptyFacts().signing;
  const verification = new Verification('hap');
  const block = await observations.attempt<HapBlock | null | 'broken'>('signature', 'HAP signing block', 'broken', () =>
    readHapBlock(archive),
  );
  if (block === null) {
    verification.wrong('unsigned', '安装包没有签名', 'the package is not signed');
    return { ...NOBODY, results: [verification.finish()] };
  }
  if (block === 'broken') {
    verification.wrong('signing-block-broken', '签名块已损坏', 'the signing block is broken');
    return { ...NOBODY, schemes: ['hap'], results: [verification.finish()] };
  }
  const enterprise = block.parts.get(PART.enterpriseSignature);
  const signature = enterprise ?? block.parts.get(PART.signature);
  if (!signature) {
    verification.wrong('signature-missing', '签名块中没有应用签名', 'the signing block holds no signature of the app');
    return { ...NOBODY, schemes: ['hap'], results: [verification.finish()] };
  }
  const { certificates, result, problems, algorithms } = verifyCms(signature, null);
  verification.take(result, problems);
  const signed = verification.attempt(() => readSignedData(signature).content) ?? null;
  const others = signedAlong(block, enterprise !== undefined);
  await observations.attempt('signature', 'HAP content', undefined, () =>
    checkDigests(archive, block, others, signed, context, verification),
  );
  const profileBytes = block.parts.get(PART.profile);
  const signer = certificates[0] ?? null;
  const profile = profileBytes && verification.attempt(() => readProfile(profileBytes, signer, bundleName, verification));
  if (!profileBytes)
    verification.note('profile-missing', '签名块中没有 Profile', 'the signing block holds no provisioning profile');
  const finished = verification.finish();
  return {
    schemes: ['hap'],
    signers: [
      {
        scheme: 'hap',
        certificates: await readCertificates(certificates, observations),
        algorithms: algorithms.slice(0, LIMITS.signers),
      },
    ],
    verified: finished.result,
    results: [finished],
    ...(profile ? { profile } : {}),
  };
}

/** Parts that are signed along with the content: all others, or for a re-signed enterprise app the ones that it names, in its order. */
function signedAlong({ parts }: HapBlock, enterprise: boolean): Buffer[] {
  if (!enterprise) return [...parts].filter(([type]) => type !== PART.signature).map(([, value]) => value);
  return [PART.property, PART.profile, PART.signature, PART.enterpriseCode].flatMap((type) => parts.get(type) ?? []);
}

/** The signed content: version, number of blocks, and for each its length, the id of the algorithm, and the digest behind its length. */
async function checkDigests(
  archive: ZipArchive,
  block: HapBlock,
  others: readonly Buffer[],
  signed: Buffer | null,
  context: InspectionContext,
  verification: Verification,
): Promise<void> {
  if (!signed) return;
  const entries = verification.attempt(() => readDigests(signed)) ?? [];
  if (entries.length === 0) verification.wrong('no-digest', '签名中没有摘要', 'the signature holds no digest');
  for (const { kind, digest } of entries) {
    if (kind === undefined) {
      verification.unchecked('digest-unknown', '摘要算法未知', 'the digest algorithm is not known');
      continue;
    }
    const actual = await digestHap(archive, block, others, kind, context);
    if (actual === null)
      verification.unchecked(
        'content-not-read',
        '未读取全部内容，摘要未校验',
        'not all of the content was read, so the digest was not checked',
      );
    else if (!actual.equals(digest))
      verification.wrong('content-digest', '安装包内容与签名时不同', 'the content is not what was signed');
  }
}

function readDigests(signed: Buffer): { readonly kind: HapDigest | undefined; readonly digest: Buffer }[] {
  const cursor = new Cursor(signed, 'HAP signed digests');
  const entries: { kind: HapDigest | undefined; digest: Buffer }[] = [];
  while (cursor.left > 4 && entries.length < 4) {
    cursor.skip(8);
    const at = cursor.offset;
    const length = cursor.u32();
    const kind = DIGESTS[cursor.u32() & 0xff];
    const digest = cursor.take(cursor.u32());
    if (length === digest.length + 8) entries.push({ kind, digest });
    else
      throw new BrokenBytes('digest-length', cursor.structure, at, {
        zh: '摘要长度不一致',
        en: 'the lengths of the digest differ',
      });
  }
  return entries;
}

async function readCertificates(list: readonly Buffer[], observations: Observations): Promise<Certificate[]> {
  const certificates: Certificate[] = [];
  for (const der of list.slice(0, LIMITS.certificates)) {
    const certificate = await observations.attempt('signature', 'HAP signing block', null, () => readCertificate(der));
    if (certificate) certificates.push({ ...certificate, debug: certificate.sha256 === SAMPLE_KEY });
  }
  return certificates;
}
