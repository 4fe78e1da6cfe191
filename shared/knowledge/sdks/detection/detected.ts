import type { CallPath, EntryPoint } from '../../../domain/facts/code.ts';
import type { Component } from '../../../domain/facts/manifest.ts';
import type { StartCall, VersionClue } from '../../../domain/facts/third-party.ts';
import type { Bilingual } from '../../../domain/text.ts';
import type { SdkEntry } from '../../types.ts';

/** How strongly an SDK is in the app, weakest first. */
export const SDK_LEVELS = [
  /** Only named: by a component, meta-data, a plugin list, a stub. */
  'declared',
  /** Its classes are defined, or a native library that only it has lies in the package. */
  'present',
  /** Code outside of it calls into it. */
  'called',
  /** The system's entry points lead into it, or the system itself starts it. */
  'started',
] as const;
export type SdkLevel = (typeof SDK_LEVELS)[number];

export type Confidence = 'high' | 'medium' | 'low';

/** An SDK found in a package, and by what. Where facts lack what a field is made of, the field is empty or null: not known, never "no". */
export interface DetectedSdk {
  readonly sdk: SdkEntry;
  /** The strongest level with evidence. Facts without calls between packages prove no more than `present`. */
  readonly level: SdkLevel;
  readonly confidence: Confidence;
  /** Package prefixes found, with the classes defined under each; renamed code stands in `renamed`. */
  readonly packages: readonly { readonly prefix: string; readonly classes: number; readonly methods: number }[];
  readonly components: readonly Component[];
  readonly nativeLibraries: readonly string[];
  /** The classes found are too few or too empty to be the SDK: something that was compiled against, or a shim that does nothing. */
  readonly stub: boolean;
  /** The versions of it that are in the package, best evidence first, each once; several are several copies, none is "unknown". */
  readonly versions: readonly SdkVersion[];
  /** Packages with other names that hold its code, as prints tell; the surest first. */
  readonly renamed: readonly RenamedCode[];
  /** Prefixes below another's: `com.vendor.shaded.okhttp3` holds a copy of `okhttp3`. */
  readonly copies: readonly string[];
  /** Packages outside of it that call into it, the app's own first. */
  readonly calledFrom: readonly string[];
  /** How it is started; null where nothing says that it is. */
  readonly start: SdkStart | null;
  /** Calls of the methods that the entry's `consent` names. */
  readonly switches: readonly ConsentSwitch[];
  /** Id of the SDK that carries it: that brings it along and is in the package too, or below whose prefix its copy lies. */
  readonly within: string | null;
  /** Other things found that only it has. */
  readonly traces: SdkTraces;
  /** Why it counts as found, and why no surer, in words. */
  readonly reasons: readonly Bilingual[];
}

/** A version of an SDK with the place that says it. */
export interface SdkVersion {
  /** As far as it could be put into the form of versions: `9.4.0` of `v9.4.0_release.aar`. */
  readonly value: string;
  readonly clue: VersionClue;
  /** The place speaks of this SDK's own version; else of a plugin around it or of a part of it. */
  readonly sure: boolean;
}

export interface RenamedCode {
  /** Dotted name of the package; `*` for the code of the whole app, where a shrinker has put everything into one package. */
  readonly package: string;
  /** Prints of the SDK that were found, of how many that it has. */
  readonly matched: number;
  readonly of: number;
  readonly confidence: Confidence;
}

export interface SdkStart {
  /** The call that starts it, where it is one that facts tell by itself; null where only a way into its code is known. */
  readonly use: StartCall | null;
  /** From the entry point to the call; without steps where the entry point is the SDK's own. */
  readonly path: CallPath;
  readonly entry: EntryPoint;
  /** The method come to: `Lcom/vendor/sdk/Core;->start`. */
  readonly target: string;
  /**
   * When, as far as the way tells. `before`: by itself before any page is seen, past no test that could be one of consent. `guarded`:
   * past a test that is named after consent. `after`: only from what the user does on a page. `unknown`: anything else.
   */
  readonly consent: 'before' | 'guarded' | 'after' | 'unknown';
}

export interface ConsentSwitch {
  /** The list of `SdkEntry.consent` that names the method. */
  readonly kind: 'before' | 'start' | 'tell';
  /** As that list names it: `com.umeng.commonsdk.UMConfigure.preInit`. */
  readonly method: string;
  readonly use: StartCall;
}

export interface SdkTraces {
  /** Names as other run times' metadata has them. */
  readonly plugins: readonly string[];
  readonly metaData: readonly string[];
  readonly assets: readonly string[];
  readonly resources: readonly string[];
  readonly domains: readonly string[];
}
