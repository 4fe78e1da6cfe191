import type { SignatureResult, SignatureScheme } from '../../domain/facts/signing.ts';
import type { BlockResult } from './block-scheme.ts';
import type { JarResult } from './jar-scheme.ts';
import { Verification } from './problems.ts';
import { lineageOf } from './rotation.ts';

/** Every scheme that is there, each verified by itself. */
export interface Schemes {
  readonly jar: JarResult | null;
  readonly v2: BlockResult | null;
  readonly v3: BlockResult | null;
  readonly v31: BlockResult | null;
}

/** Android 7.0, the first that knows v2, and Android 9, the first that knows v3. */
export const V2_SINCE = 24;
export const V3_SINCE = 28;
export const V31_SINCE = 33;
/** Target from which Android 11 and later want v2 or newer (developer.android.com, "Behavior changes: apps targeting Android 11"). */
const V2_WANTED_SINCE = 30;

/**
 * Decides whether platform versions from `minSdk` on accept the package. Each takes the newest scheme that it knows and that is there: v3.1
 * with v3 under it from 33 and 28 on, v2 from 24, the JAR signature before; an older one is looked at only when no newer one is there.
 * All that are looked at must be valid and by the same signer. (The judgement of `apksigner verify`.)
 * @param missing takes what is wrong about a scheme that is wanted and not there
 */
export function decide(
  schemes: Schemes,
  minSdk: number,
  targetSdk: number,
): { readonly verified: SignatureResult; readonly missing: readonly Verification[] } {
  const { jar, v2, v3, v31 } = schemes;
  const missing: Verification[] = [];
  const lack = (scheme: SignatureScheme, zh: string, en: string): void => {
    const verification = new Verification(scheme);
    verification.wrong('scheme-missing', zh, en);
    missing.push(verification);
  };
  const consulted: Verification[] = [];
  if (v31) consulted.push(v31.verification);
  if (v3) consulted.push(v3.verification);
  else if (v31) lack('v3', '有 v3.1 签名而没有 v3 签名', 'there is a v3.1 signature and no v3 signature');
  const usesV2 = v2 !== null && (minSdk < V3_SINCE || !(v3 || v31));
  if (usesV2) consulted.push(v2.verification);
  const usesJar = minSdk < V2_SINCE || !(v2 || v3 || v31);
  if (usesJar && jar) consulted.push(jar.verification);
  else if (usesJar)
    lack(
      'v1',
      'Android 7.0 以下的系统需要 v1 签名，而安装包没有',
      'platforms before Android 7.0 need a v1 signature, and there is none',
    );
  const fits = sameSigners({ jar: usesJar ? jar : null, v2: usesV2 ? v2 : null, v3, v31 });
  const modern = [v2, v3, v31].some((each) => each && consulted.includes(each.verification));
  const targeted = targetSdk < V2_WANTED_SINCE || modern;
  if (!targeted)
    lack(
      'v2',
      'targetSdkVersion 不低于 30 的应用需要 v2 或更新的签名',
      'an app that targets Android 11 or later needs scheme v2 or later',
    );
  const results = consulted.map(({ result }) => result);
  if (missing.length > 0 || !fits || results.includes('invalid')) return { verified: 'invalid', missing };
  return { verified: results.includes('not-checked') ? 'not-checked' : 'valid', missing };
}

/**
 * Whether the schemes that are looked at are by the same signers: v1 and v2 by the same certificates; v3 by the one of the older schemes,
 * or by one whose history begins with it. Schemes that are invalid anyway are left out.
 */
function sameSigners({ jar, v2, v3, v31 }: Schemes): boolean {
  const sound = <T extends JarResult | BlockResult>(scheme: T | null) =>
    scheme && scheme.verification.result !== 'invalid' ? scheme : null;
  const own = (scheme: JarResult | BlockResult | null) => sound(scheme)?.signers.map(({ certificates }) => certificates[0]);
  const old = { jar: own(jar), v2: own(v2) };
  const differ = (verification: Verification, zh: string, en: string): false => {
    verification.note('signers-differ', zh, en);
    return false;
  };
  const has = (list: readonly (Buffer | undefined)[], wanted: Buffer | undefined) =>
    list.some((each) => wanted && each?.equals(wanted));
  if (old.jar && old.v2 && v2 && !(old.jar.every((each) => has(old.v2!, each)) && old.v2.every((each) => has(old.jar!, each))))
    return differ(v2.verification, 'v1 与 v2 的签名证书不同', 'v1 and v2 are signed with different certificates');
  const oldest = old.jar ?? old.v2;
  if (!oldest || !sound(v3) || !v3) return true;
  const lineage = (sound(v31) && lineageOf(v31!.signers)) ?? lineageOf(v3.signers);
  const root =
    lineage === 'differ'
      ? null
      : lineage
        ? lineage[0]?.certificate
        : v3.signers.length === 1
          ? v3.signers[0]!.certificates[0]
          : null;
  if (oldest.length === 1 && root && oldest[0]?.equals(root)) return true;
  return differ(
    v3.verification,
    'v3 的签名证书（或其轮替记录的起点）与较早方案的不同',
    'v3 is signed with another certificate than the older schemes, and its lineage does not begin with theirs',
  );
}
