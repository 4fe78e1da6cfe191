import type { Gap } from '../gap.ts';
import type { CodeFacts } from './code.ts';
import type {
  ConsentScreen,
  Coverage,
  HarmonyFacts,
  Module,
  NativeLibrary,
  NestedPackage,
  PackerHit,
  QuickAppFacts,
  ScriptFile,
  Tampering,
  UiText,
} from './contents.ts';
import type { ApplicationFacts, Component, DeclaredPermission, ImpliedPermission, LocalText } from './manifest.ts';
import type { Signing } from './signing.ts';
import type { Plugin, VersionClue } from './third-party.ts';

export * from './code.ts';
export * from './contents.ts';
export * from './manifest.ts';
export * from './signing.ts';
export * from './third-party.ts';

/** Container formats we can tell by content. Only some can be inspected; the others are named in the error. */
export const FORMATS = ['apk', 'aab', 'apks', 'xapk', 'apkm', 'hap', 'hsp', 'app', 'rpk', 'ipa', 'jar', 'zip'] as const;
export type PackageFormat = (typeof FORMATS)[number];

/**
 * Everything a package says, and nothing about whether it is right. Serialisable, kept for ever, keyed by the package's SHA-256 and
 * `inspector`. A field that could not be read is empty or null and has a gap.
 */
export interface PackageFacts {
  readonly schema: 'package-facts/2';
  /** Version of the inspector that made them; a change of meaning changes it. */
  readonly inspector: string;
  readonly format: PackageFormat;
  /** The platform it is made for; null where nothing tells. */
  readonly platform: 'android' | 'harmony' | 'quick-app' | null;
  readonly sha256: string;
  /** Bytes of the package. */
  readonly size: number;
  readonly identity: {
    readonly packageName: string | null;
    readonly versionName: string | null;
    readonly versionCode: number | null;
    readonly label: LocalText;
    /** Android API levels; null for other platforms. */
    readonly minSdk: number | null;
    readonly targetSdk: number | null;
    readonly compileSdk: number | null;
  };
  readonly permissions: readonly DeclaredPermission[];
  readonly impliedPermissions: readonly ImpliedPermission[];
  /**
   * Permissions that it defines, with Android's protection level. HarmonyOS, on the same scale: 1 where the user grants it, 2 where only
   * system apps may have it, else 0.
   */
  readonly definedPermissions: readonly { readonly name: string; readonly protectionLevel: number }[];
  readonly features: readonly string[];
  /** Other apps that it may ask about; HarmonyOS: `intents` counts `querySchemes`. */
  readonly queries: { readonly packages: readonly string[]; readonly intents: number; readonly providers: readonly string[] };
  readonly application: ApplicationFacts;
  readonly components: readonly Component[];
  /** Name of the activity a launcher starts, null where there is none (an app without an icon). */
  readonly launcher: string | null;
  readonly code: CodeFacts;
  readonly scripts: readonly ScriptFile[];
  readonly nativeLibraries: readonly NativeLibrary[];
  /** `flutter`, `react-native`, `uni-app`, `cordova`, `unity`, `webview-shell`. */
  readonly frameworks: readonly string[];
  /** At most 500. */
  readonly plugins?: readonly Plugin[];
  /** At most 1,500. */
  readonly versions?: readonly VersionClue[];
  readonly packers: readonly PackerHit[];
  readonly consentScreens: readonly ConsentScreen[];
  /** Texts of the app's own pages on the topics that rules ask about, at most 300. */
  readonly texts: readonly UiText[];
  /** Parts of a package made of several; empty for a plain one. */
  readonly modules: readonly Module[];
  /** Packages within the package; `nestedCount` counts those too that were not opened. */
  readonly nested: readonly NestedPackage[];
  readonly nestedCount: number;
  readonly harmony: HarmonyFacts | null;
  readonly quickApp: QuickAppFacts | null;
  readonly signing: Signing;
  readonly tampering: readonly Tampering[];
  /** Entries in the archive, and the names of `assets/` and `META-INF/` entries (of one folder at most 20, in all at most 1,000). */
  readonly entries: { readonly count: number; readonly names: readonly string[] };
  readonly coverage: Coverage;
  readonly gaps: readonly Gap[];
}
