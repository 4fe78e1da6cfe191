import type { Signing } from '../../domain/facts/signing.ts';
import { openNested, placeWithin } from '../binary/nested-archive.ts';
import type { ZipArchive } from '../binary/zip.ts';
import type { InspectionContext } from '../context.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';
import { type SdkLevels, verifySigning } from '../signing/index.ts';
import { noteMismatch } from './part-identity.ts';
import type { SetApk } from './set-apks.ts';
import type { SetListing } from './set-listing.ts';

const DEFLATED = 8;

/**
 * What may be read to verify the signatures of the APKs of a set: no digests were taken of them when the set came in. One that is in memory
 * costs nothing more; of the others small ones are read whole. Both end at allowances for the set.
 */
export class SignatureReading {
  readonly #context: InspectionContext;
  #bytesLeft: number = LIMITS.setSignatureBytes;
  #contentLeft: number = LIMITS.jarContentBytes;

  constructor(context: InspectionContext) {
    this.#context = context;
  }

  of({ entry, archive }: SetApk): Pick<InspectionContext, 'reading'> {
    const content = archive.entries.reduce((sum, { size }) => sum + size, archive.ranges.size);
    const bytes = entry.method === DEFLATED || this.#context.reading === 'full' ? 0 : archive.ranges.size;
    if (bytes > this.#bytesLeft || content > this.#contentLeft) return { reading: 'ranges' };
    this.#bytesLeft -= bytes;
    this.#contentLeft -= content;
    return { reading: 'full' };
  }
}

/**
 * Verifies the signature of a split and compares its signers with those of the base. Android installs a set only when every APK of it is
 * signed by the same signers (PackageInstallerSession, "assertApkConsistent").
 * @returns SHA-256 of the split's signing certificates
 */
export async function checkSigner(
  apk: SetApk,
  base: Signing,
  levels: SdkLevels,
  reading: SignatureReading,
  observations: Observations,
): Promise<readonly string[]> {
  const signing = await verifySigning(apk.archive, reading.of(apk), levels, apk.observations);
  const [own, wanted] = [signersOf(signing), signersOf(base)];
  if (own.join() !== wanted.join()) {
    const shown = (list: readonly string[]) => (list.length === 0 ? '-' : list.map((sha256) => sha256.slice(0, 16)).join('+'));
    noteMismatch(apk.listed.path, `signer ${shown(own)} ≠ ${shown(wanted)}`, observations);
  } else if (signing.verified === 'invalid' && base.verified !== 'invalid') {
    const problem = signing.results?.flatMap(({ problems }) => problems)[0];
    observations.trick(
      'split-signature-invalid',
      apk.listed.path,
      {
        zh: `该拆分包的签名无效（${problem?.message.zh ?? '未知原因'}），系统拒绝安装这样的组合`,
        en: `the signature of this split is not valid (${problem?.message.en ?? 'for an unknown reason'}); the system refuses such a set`,
      },
      'install',
    );
  }
  return own;
}

/** Signing certificates of the newest scheme that is there, as platforms compare them, sorted. */
export function signersOf({ signers }: Signing): string[] {
  const newest = (['v3.1', 'v3', 'v2', 'v1'] as const).find((scheme) => signers.some((signer) => signer.scheme === scheme));
  const certificates = signers.filter(({ scheme }) => scheme === newest).flatMap(({ certificates: chain }) => chain[0] ?? []);
  return certificates.map(({ sha256 }) => sha256).sort();
}

/** What the set says about the app is what an installer shows before the base has its say. */
export function noteFalseDescription(listing: SetListing, place: string, base: SetApk | null, observations: Observations): void {
  if (!base?.identity) return;
  const { packageName, versionCode } = base.identity;
  const differs: string[] = [];
  if (listing.packageName !== null && listing.packageName !== packageName)
    differs.push(`${listing.packageName} ≠ ${packageName}`);
  if (listing.versionCode !== null && listing.versionCode !== (versionCode ?? 0))
    differs.push(`${listing.versionCode} ≠ ${versionCode}`);
  if (differs.length === 0) return;
  observations.trick(
    'set-description-false',
    place,
    {
      zh: `描述文件所述的应用与基础包不符（${differs.join('，')}）`,
      en: `the set describes another app than its base (${differs.join(', ')})`,
    },
    'analysis',
  );
}

/**
 * Variants for other devices are not read again; what has code that no part has is named, because nobody looked at it.
 * @param known the parts that are read
 */
export async function noteOtherCode(
  archive: ZipArchive,
  variants: readonly string[],
  known: readonly SetApk[],
  observations: Observations,
): Promise<void> {
  const codeOf = (apk: ZipArchive) =>
    apk.entries.filter(({ name }) => /^classes\d*\.dex$/.test(name)).map(({ crc, size }) => `${crc} ${size}`);
  const read = new Set(known.filter(({ listed }) => !listed.librariesOnly).flatMap((apk) => codeOf(apk.archive)));
  const others = [
    ...known.filter(({ listed }) => listed.librariesOnly).map(({ listed }) => listed.path),
    ...[...new Set(variants)].slice(0, LIMITS.modules),
  ];
  for (const path of others) {
    const entry = archive.byName.get(path);
    const opened = entry ? await openNested(archive, entry, observations) : null;
    if (!entry || !opened || codeOf(opened).every((code) => read.has(code))) continue;
    observations.gap('code', 'variant-not-inspected', placeWithin(entry), {
      zh: `面向其他设备的变体 ${path} 含有不同的代码，未检查`,
      en: `${path}, a variant for other devices, has code of its own that was not inspected`,
    });
  }
}
