import type { Gap } from '../gap.ts';
import type { Bilingual } from '../text.ts';

/** Container formats we can tell by content. Only some can be inspected; the others are named in the error. */
export const FORMATS = ['apk', 'aab', 'apks', 'xapk', 'apkm', 'hap', 'hsp', 'app', 'rpk', 'ipa', 'jar', 'zip'] as const;
export type PackageFormat = (typeof FORMATS)[number];

/** How much of the code could be read. `partial` and `none` forbid approval on "nothing found". */
export interface Coverage {
  readonly level: 'full' | 'partial' | 'none';
  readonly reasons: readonly Bilingual[];
}

export interface DeclaredPermission {
  readonly name: string;
  /** Highest API level at which it is requested, `android:maxSdkVersion`. */
  readonly maxSdkVersion?: number;
  readonly element: 'uses-permission' | 'uses-permission-sdk-23' | 'uses-permission-sdk-m';
  /** `android:usesPermissionFlags="neverForLocation"`. */
  readonly neverForLocation?: boolean;
  /** Path of the element, for example `/manifest/uses-permission[3]` (1-based among its siblings of that name). */
  readonly place: string;
}

export type ComponentKind = 'activity' | 'activity-alias' | 'service' | 'receiver' | 'provider';

export interface IntentFilter {
  readonly actions: readonly string[];
  readonly categories: readonly string[];
}

export interface Component {
  readonly kind: ComponentKind;
  /** Fully qualified class name with dots. */
  readonly name: string;
  /** As the platform computes it: the attribute, else whether an intent filter is present (providers: API 17 rule). */
  readonly exported: boolean;
  readonly enabled: boolean;
  readonly process?: string;
  readonly permission?: string;
  readonly authorities?: readonly string[];
  readonly initOrder?: number;
  readonly foregroundServiceType?: number;
  readonly intentFilters: readonly IntentFilter[];
  readonly metaData: readonly MetaData[];
  readonly place: string;
}

export interface MetaData {
  readonly name: string;
  readonly value?: string;
}

/** One API that the knowledge calls interesting (personal information or guarded by a permission) and who calls it. */
export interface ApiUse {
  /** `Landroid/telephony/TelephonyManager;->getDeviceId` */
  readonly target: string;
  /** Ids of the entries of the personal-information API table, may be empty. */
  readonly apis: readonly string[];
  /** Permissions that the API needs, may be empty. */
  readonly permissions: readonly string[];
  /** Personal-information type ids, may be empty. */
  readonly piTypes: readonly string[];
  /** Call sites in all. */
  readonly count: number;
  /** The first call sites, in file order; at most 20. */
  readonly callers: readonly CallSite[];
}

export interface CallSite {
  /** Dotted class name of the caller. */
  readonly class: string;
  readonly method: string;
  /** Offset of the invoke instruction in code units (2 bytes) from the start of the method's instructions. */
  readonly offset: number;
  /** Entry of the DEX file. */
  readonly dex: string;
}

export interface DexFile {
  readonly entry: string;
  readonly version: string;
  readonly bytes: number;
  readonly classes: number;
  readonly methods: number;
  readonly strings: number;
}

/** Classes defined (not merely referenced) in one Java package. */
export interface CodePackage {
  /** Dotted name; the empty string is the default package. */
  readonly name: string;
  readonly classes: number;
  readonly methods: number;
}

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
  /** Lower-case hex digests of the DER certificate and SHA-256 of its public key: what an app filing registers. */
  readonly md5: string;
  readonly sha1: string;
  readonly sha256: string;
  readonly publicKeySha256: string;
  /** Android's shared debug key: subject `CN=Android Debug, O=Android, C=US`. */
  readonly debug: boolean;
}

export interface Signing {
  /** Schemes whose signature is present: `v1`, `v2`, `v3`, `v3.1`, `v4`. */
  readonly schemes: readonly string[];
  readonly signers: readonly { readonly scheme: string; readonly certificates: readonly Certificate[] }[];
  /** Whether digests over the content were verified; `not-checked` where only certificates were read. */
  readonly verified: 'valid' | 'invalid' | 'not-checked';
}

/** A trick that other tools trip over and Android does not; finding-ready. */
export interface Tampering {
  readonly trick: string;
  readonly place: string;
  readonly detail: Bilingual;
}

export interface NativeLibrary {
  readonly abi: string;
  readonly name: string;
  readonly bytes: number;
}

export interface PackerHit {
  readonly packer: string;
  readonly evidence: string;
}

/**
 * Everything a package says, and nothing about whether it is right. Serialisable, kept for ever, keyed by the package's SHA-256 and
 * `inspector`. A field that could not be read is empty or null and has a gap.
 */
export interface PackageFacts {
  readonly schema: 'package-facts/1';
  /** Version of the inspector that made them; a change of meaning changes it. */
  readonly inspector: string;
  readonly format: PackageFormat;
  readonly sha256: string;
  /** Bytes of the package. */
  readonly size: number;
  readonly identity: {
    readonly packageName: string | null;
    readonly versionName: string | null;
    readonly versionCode: number | null;
    /** Label as a user in mainland China sees it, then the default one. */
    readonly label: { readonly zh: string | null; readonly default: string | null };
    readonly minSdk: number | null;
    readonly targetSdk: number | null;
    readonly compileSdk: number | null;
  };
  readonly permissions: readonly DeclaredPermission[];
  readonly definedPermissions: readonly { readonly name: string; readonly protectionLevel: number }[];
  readonly features: readonly string[];
  readonly queries: { readonly packages: readonly string[]; readonly intents: number; readonly providers: readonly string[] };
  readonly application: {
    readonly className: string | null;
    readonly debuggable: boolean;
    readonly allowBackup: boolean;
    readonly usesCleartextTraffic: boolean | null;
    readonly networkSecurityConfig: string | null;
    readonly metaData: readonly MetaData[];
  };
  readonly components: readonly Component[];
  /** Name of the activity a launcher starts, null where there is none (an app without an icon). */
  readonly launcher: string | null;
  readonly code: {
    readonly dexFiles: readonly DexFile[];
    readonly packages: readonly CodePackage[];
    readonly apiUses: readonly ApiUse[];
    /** Classes that load code at run time (`DexClassLoader` and kin), with their callers. */
    readonly dynamicLoading: readonly ApiUse[];
    /** http(s) hosts in string constants, sorted, at most 2,000. */
    readonly hosts: readonly string[];
  };
  readonly nativeLibraries: readonly NativeLibrary[];
  /** `flutter`, `react-native`, `uni-app`, `cordova`, `unity`, `webview-shell`. */
  readonly frameworks: readonly string[];
  readonly packers: readonly PackerHit[];
  readonly signing: Signing;
  readonly tampering: readonly Tampering[];
  /** Entries in the archive, and the names of `assets/` and `META-INF/` entries that SDK detection looks at (at most 5,000). */
  readonly entries: { readonly count: number; readonly names: readonly string[] };
  readonly coverage: Coverage;
  readonly gaps: readonly Gap[];
}
