import type { Bilingual } from '../text.ts';

export interface Certificate {
  readonly subject: string;
  readonly issuer: string;
  readonly serial: string;
  /** ISO 8601. */
  readonly notBefore: string;
  readonly notAfter: string;
  readonly algorithm: string;
  readonly keyAlgorithm: string;
  readonly keyBits: number | null;
  /** Lower-case hex digests of the DER certificate and of its public key (SubjectPublicKeyInfo): what an app filing registers. */
  readonly md5: string;
  readonly sha1: string;
  readonly sha256: string;
  readonly publicKeySha256: string;
  readonly publicKeyMd5?: string;
  readonly publicKeySha1?: string;
  /** The public key as a filing shows it: RSA's modulus in upper-case hex; null for other keys. */
  readonly modulus?: string | null;
  /**
   * A key that everybody has: Android's debug key (`CN=Android Debug, O=Android, C=US`), that of the quick app toolkit, that of
   * OpenHarmony's samples. Nothing signed with it says who made it.
   */
  readonly debug: boolean;
}

export type SignatureScheme = 'v1' | 'v2' | 'v3' | 'v3.1' | 'v4' | 'hap' | 'rpk';

export type SignatureResult = 'valid' | 'invalid' | 'not-checked';

/** What came of verifying one scheme: its signatures over the signed data, and its digests over the content. */
export interface SchemeResult {
  readonly scheme: SignatureScheme;
  /** `not-checked`: something needed was not there (the digests of a package read by range, an algorithm that we do not know). */
  readonly result: SignatureResult;
  /** What is wrong or was not checked, most grave first; `code` is stable and kebab-case. */
  readonly problems: readonly { readonly code: string; readonly message: Bilingual }[];
}

export interface Signer {
  readonly scheme: SignatureScheme;
  /** The signing certificate first. */
  readonly certificates: readonly Certificate[];
  /** Signature algorithms, for example `RSA_PKCS1_V1_5_WITH_SHA256`. */
  readonly algorithms?: readonly string[];
  /** v3 and v3.1: the platform versions for which this signer counts. */
  readonly minSdk?: number;
  readonly maxSdk?: number;
}

export interface Signing {
  /** Schemes whose signature is present, oldest first. */
  readonly schemes: readonly SignatureScheme[];
  readonly signers: readonly Signer[];
  /**
   * Whether the platform versions from minSdk on would accept the signature: every scheme that one of them consults is valid; `invalid`
   * when one of those fails; `not-checked` when that could not be decided.
   */
  readonly verified: SignatureResult;
  readonly results?: readonly SchemeResult[];
  /** Rotation (v3): the signing certificates from the oldest to today's, with what each may still do. */
  readonly lineage?: readonly { readonly sha256: string; readonly capabilities: readonly string[] }[];
  /** HarmonyOS: the provisioning profile in the signature block. */
  readonly profile?: {
    readonly type: string | null;
    readonly bundleName: string | null;
    readonly developerId: string | null;
    readonly notAfter: string | null;
    readonly permissions: readonly string[];
  };
}
