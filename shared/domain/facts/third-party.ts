import type { ApiUse, CallPath } from './code.ts';

/**
 * What a package says of code that others wrote, without knowing whose it is: knowledge of SDKs is applied to these facts later, and again
 * whenever it grows.
 */

/**
 * Calls across namespaces to methods by whose names an SDK is started or told of consent (`init`, `preInit`, `start`, `register`,
 * `updatePrivacyAgree`, `submitPolicyGrantResult` …). `target` is the called method, callers are outside its namespace; at most 3 are kept,
 * reached ones first, of these the app's own. `arguments` are the boolean and integer ones in order, `?` for each that is no constant
 * (`["true", "?"]`); absent where none is.
 */
export type StartCall = ApiUse;

/**
 * How the system's entry points first come into a package from outside of its namespace. Base libraries and packages under the app's own
 * package name have none, nor have those that are reached from within their namespace alone.
 */
export interface PackageEntry {
  /** Index in `CodeFacts.packages`. */
  readonly package: number;
  /** The method come to: `Lcom/vendor/sdk/Core;->start`. */
  readonly target: string;
  /**
   * One shortest path from the earliest kind of entry point; its last step is the call that leads in. Without steps where the system
   * enters the package itself: by its component, or by its initialiser that `androidx.startup` runs.
   */
  readonly path: CallPath;
}

/**
 * Features of code that survive renaming and most shrinking, each a 32-bit hash, of which a fixed share is kept (those divisible by the
 * scheme's divisor), so that any two lists can be compared. Base64 of the sorted hashes, each as the difference to the one before, as
 * variable-length integers of seven bits, least significant first.
 */
export type Prints = string;

export interface PrintFacts {
  /** Which features are taken and how they are hashed; only equal schemes can be compared. */
  readonly scheme: 1;
  /** By package, as index in `CodeFacts.packages`; packages without any print are left out. */
  readonly packages: readonly { readonly package: number; readonly prints: Prints }[];
  /** By class, for the classes that call interesting methods (`apiUses`, `startCalls`): whose they are matters most. */
  readonly classes: readonly { readonly class: string; readonly prints: Prints }[];
  /** Of the names of resources; null where there are none. */
  readonly resources: Prints | null;
}

/** Where a version is said. */
export const VERSION_SOURCES = [
  /** A static string constant of a class whose name speaks of a version. */
  'constant',
  /** A method that only returns a constant and whose name speaks of a version. */
  'method',
  /** `META-INF/androidx.core_core.version`. */
  'version-file',
  /** `META-INF/maven/<group>/<artifact>/pom.properties`, or a string for app stores, `!SDK-VERSION-STRING!:group:artifact:1.2.3`. */
  'maven',
  /** `play-services-base.properties` and kin at the archive's root. */
  'properties',
  /** A string or integer resource. */
  'resource',
  'meta-data',
  /** A string of a native library. */
  'native',
  'npm',
  'cordova',
  'ohpm',
  'asset',
] as const;
export type VersionSource = (typeof VERSION_SOURCES)[number];

/** A place that says a version of something; of what is for the knowledge to tell. */
export interface VersionClue {
  readonly source: VersionSource;
  /**
   * What it speaks of, in its own terms: `com.vendor.sdk.BuildConfig.VERSION_NAME` (class and member), `androidx.core:core`
   * (coordinates), `libagora-rtc-sdk.so`, the name of a resource, a meta-data key, a plugin or package name, an entry.
   */
  readonly subject: string;
  /** At most 60 characters. */
  readonly value: string;
  /** Entry that says it. */
  readonly entry: string;
}

export const PLUGIN_RUNTIMES = ['cordova', 'capacitor', 'react-native', 'flutter', 'uni-app', 'ohpm'] as const;
export type PluginRuntime = (typeof PLUGIN_RUNTIMES)[number];

/** A plugin that another run time's own metadata names; OHPM packages stand in `HarmonyFacts.packages`. */
export interface Plugin {
  readonly runtime: PluginRuntime;
  /** `cordova-plugin-jpush`, `@umengfe/common`, `react-native-wechat`, uni-app's module `Push`, … */
  readonly name: string;
  readonly version: string | null;
  /** Entry that names it. */
  readonly entry: string;
}
