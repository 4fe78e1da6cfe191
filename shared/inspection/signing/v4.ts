import type { Signing } from '../../domain/facts/signing.ts';

/** What the signature of scheme v4 of an APK is called, which lies beside it (source.android.com, "APK Signature Scheme v4"). */
const SUFFIX = '.idsig';

/**
 * Adds scheme v4 to signing facts where its file lies beside the APK. It is a Merkle tree for installing while the package is still
 * being sent, on top of v2 or v3, which must be there too; so it is seen and not verified, and `verified` stays what it is.
 * @param isThere whether the archive that holds the APK has a file
 */
export function withV4(signing: Signing, path: string, isThere: (path: string) => boolean): Signing {
  if (!isThere(path + SUFFIX)) return signing;
  const message = {
    zh: '旁边有 v4 签名文件（.idsig），用于增量安装，未核对',
    en: 'a v4 signature file (.idsig) lies beside the APK; it is for incremental installation and was not verified',
  };
  const result = { scheme: 'v4', result: 'not-checked', problems: [{ code: 'v4-not-verified', message }] } as const;
  return { ...signing, schemes: [...signing.schemes, 'v4'], results: [...(signing.results ?? []), result] };
}
