import type { Bilingual } from '../text.ts';
import type { LocalText } from './manifest.ts';
import type { PackageFormat } from './package.ts';

/** How much of the code could be read. `partial` and `none` forbid approval on "nothing found". */
export interface Coverage {
  readonly level: 'full' | 'partial' | 'none';
  readonly reasons: readonly Bilingual[];
}

/** A trick that other tools trip over and Android does not, or something that Android would refuse; finding-ready. */
export interface Tampering {
  readonly trick: string;
  readonly place: string;
  readonly detail: Bilingual;
  /** `analysis`: misleads tools, installs all the same. `install`: Android refuses such a package or entry. */
  readonly effect?: 'analysis' | 'install';
}

export interface NativeLibrary {
  readonly abi: string;
  readonly name: string;
  readonly bytes: number;
  /** GNU build id, lower-case hex; null where there is none; absent where the library was not opened. */
  readonly buildId?: string | null;
  /** Interesting strings: hosts, `/proc` and `/sys` paths, system properties, Java classes looked up by JNI; at most 50. */
  readonly strings?: readonly string[];
  /** Module or split it belongs to; absent for the base. */
  readonly module?: string;
}

export interface PackerHit {
  readonly packer: string;
  readonly evidence: string;
}

/** Script or bytecode of another runtime: JavaScript, Hermes, ArkTS, Dart. */
export interface ScriptFile {
  readonly entry: string;
  readonly runtime: 'javascript' | 'hermes' | 'arkts' | 'dart' | 'lua';
  readonly bytes: number;
  /** Modules, kits and packages it names: `@ohos.geolocation`, `@kit.LocationKit`, `system.geolocation`, `@react-native-…`; sorted. */
  readonly modules: readonly string[];
  /**
   * Calls of the knowledge's script APIs found by name (`navigator.geolocation`, `plus.device.getInfo`, `@ohos.sensor.HEART_RATE`): text
   * found, not calls proven. In ArkTS bytecode a member's name stands somewhere in a file that imports the module somewhere.
   */
  readonly apis: readonly string[];
  readonly hosts: readonly string[];
}

/** A package within the package, inspected one level deep. */
export interface NestedPackage {
  readonly entry: string;
  readonly format: PackageFormat;
  readonly bytes: number;
  readonly sha256: string | null;
  readonly packageName: string | null;
  readonly versionName: string | null;
  readonly permissions: readonly string[];
  readonly dexFiles: number;
}

/** A part of a package that is made of several: a module of a bundle, a split of a set, a HAP or HSP of an App Pack. */
export interface Module {
  readonly name: string;
  readonly kind: 'base' | 'feature' | 'config' | 'asset-pack' | 'entry' | 'shared' | 'har';
  /** Entry of the part in the package; the empty string for the package itself. */
  readonly entry: string;
  readonly bytes: number | null;
  /** `install-time`, `on-demand`, `fast-follow`, `conditional`; null where not said. */
  readonly delivery: string | null;
  readonly versionCode: number | null;
  /** SHA-256 of the signing certificates; empty where it has no signature of its own. */
  readonly signers: readonly string[];
}

/** Subjects of texts that the rules look for on an app's own pages. */
export const TEXT_TOPICS = [
  'privacy-policy',
  'user-agreement',
  'agree',
  'refuse',
  'consent-by-use',
  'account-deletion',
  'complaint',
  'personalisation',
  'withdraw-consent',
  'minors',
  'face-recognition',
  'identity-document',
  'self-start',
  'generative-ai',
] as const;
export type TextTopic = (typeof TEXT_TOPICS)[number];

/** A text of the app's own pages that speaks of one of the topics. */
export interface UiText {
  readonly topics: readonly TextTopic[];
  /** At most 200 characters. */
  readonly text: string;
  /** `@string/agree_privacy (zh-rCN)`, `class com.example.Login`, or the entry of a script. */
  readonly place: string;
}

/** One control of a screen where the user is asked for consent. */
export interface ConsentControl {
  readonly kind: 'checkbox' | 'switch' | 'radio' | 'button' | 'text';
  /** Resource name of its id, for example `cb_agree`; null where it has none. */
  readonly id: string | null;
  readonly text: LocalText;
  /** As the layout (or the style that it names) says; null where it does not, so that the platform's default `false` holds. */
  readonly checked: boolean | null;
  readonly visible: boolean | null;
  /** Path of the element in the layout. */
  readonly place: string;
}

/** A layout that speaks of the privacy policy, the agreement or of consent. */
export interface ConsentScreen {
  /** Entry of the layout, and the resource name it is known by. */
  readonly entry: string;
  readonly name: string | null;
  readonly topics: readonly TextTopic[];
  readonly controls: readonly ConsentControl[];
}

/** What is particular to HarmonyOS packages. */
export interface HarmonyFacts {
  /** API levels: 12 where the package says 50000012, which is 5.0.0(12). */
  readonly minApiVersion: number | null;
  readonly targetApiVersion: number | null;
  readonly apiReleaseType: string | null;
  readonly bundleType: string | null;
  readonly vendor: string | null;
  readonly deviceTypes: readonly string[];
  readonly debug: boolean;
  /** `stage` (module.json) or `fa` (config.json). */
  readonly model: 'stage' | 'fa' | null;
  readonly installationFree: boolean | null;
  /**
   * Packages that it was built with (OHPM), with version where it is told; local packages of the project cannot be told from them. Named
   * by the build or by bytecode: whether their code runs is not known.
   */
  readonly packages: readonly { readonly name: string; readonly version: string | null }[];
}

/** What is particular to quick apps. */
export interface QuickAppFacts {
  readonly minPlatformVersion: number | null;
  /** `features[].name`, for example `system.geolocation`. */
  readonly features: readonly string[];
  readonly pages: readonly string[];
  readonly subpackages: readonly string[];
  readonly widgets: readonly string[];
}
