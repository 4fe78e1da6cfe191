import type { BlockResult, BlockSignerResult } from './block-scheme.ts';
import type { LineageNode } from './lineage.ts';

/** The highest platform version that a signer can name. */
const LAST = 0x7fffffff;

/**
 * Checks that the signers of v3 or v3.1 stand for platform versions without hole or overlap, from the oldest that looks at the scheme
 * to the newest, and that a certificate's history only grows (source.android.com, "APK Signature Scheme v3", "v3.1").
 * @param minSdk the oldest version that looks at the scheme; null for v3.1, before which v3 stands in
 * @param rotationMinSdk for v3: since when v3.1 takes over, where there is one
 */
export function checkSdkRanges(
  { verification: found, signers }: BlockResult,
  minSdk: number | null,
  rotationMinSdk: number | null,
): void {
  const sorted = [...new Map(signers.map((each) => [each.maxSdk, each])).values()].sort(
    (one, other) => one.maxSdk - other.maxSdk,
  );
  let last: BlockSignerResult | undefined;
  let longest = 0;
  for (const signer of sorted) {
    if (last && signer.minSdk !== last.maxSdk + 1 && !(signer.development && signer.minSdk === last.maxSdk)) {
      found.wrong(
        'sdk-ranges-differ',
        '各签名者的系统版本范围重叠或有缺口',
        "the signers' platform versions overlap or leave a gap",
      );
      break;
    }
    if (signer.lineage && signer.lineage.length < longest) {
      found.wrong('lineages-differ', '新系统版本的轮替记录反而更短', 'a newer platform version has a shorter lineage');
      break;
    }
    longest = Math.max(longest, signer.lineage?.length ?? 0);
    last = signer;
  }
  const [first] = sorted;
  if (!first || !last) return;
  const until = rotationMinSdk === null ? LAST : rotationMinSdk - 1;
  if ((minSdk !== null && first.minSdk > minSdk) || last.maxSdk < until) {
    const range = `${first.minSdk}–${last.maxSdk}`;
    found.wrong('sdk-versions-missing', `签名只适用于系统版本 ${range}`, `the signature is for platform versions ${range} only`);
  }
  if (lineageOf(signers) === 'differ') found.wrong('lineages-differ', '轮替记录互相矛盾', 'the lineages contradict each other');
}

/** The longest history among signers, which every other must be the beginning of; null where there is none. */
export function lineageOf(signers: readonly BlockSignerResult[]): readonly LineageNode[] | 'differ' | null {
  let longest: readonly LineageNode[] | null = null;
  for (const { lineage } of signers) if (lineage && lineage.length > (longest?.length ?? 0)) longest = lineage;
  const whole = longest;
  if (whole === null) return null;
  const agree = signers.every(({ lineage }) => lineage?.every((node, index) => node.sha256 === whole[index]!.sha256) ?? true);
  return agree ? whole : 'differ';
}

/**
 * Checks v3's promise that a rotation in v3.1 is there, and from the platform version that it names on.
 * @param rotationMinSdk the first platform version of v3.1; null where there is no v3.1
 */
export function checkRotationKept({ verification: found, signers }: BlockResult, rotationMinSdk: number | null): void {
  for (const { rotationMinSdk: promised } of signers) {
    if (promised === null || promised === rotationMinSdk) continue;
    if (rotationMinSdk === null)
      found.wrong(
        'scheme-stripped',
        'v3 声明还有 v3.1 签名，而该签名已被移除',
        'v3 says that there is a v3.1 signature, which was removed',
      );
    else
      found.wrong(
        'rotation-differs',
        'v3 与 v3.1 对轮替起始系统版本说法不一',
        'v3 and v3.1 differ about the platform version of the rotation',
      );
  }
}
