import type { Clause, ClauseId } from '../domain/clause.ts';
import type { LegalBasis, LegalForce } from '../domain/legal.ts';
import type { Bilingual } from '../domain/text.ts';
import type { ConstantKnowledge } from './constants.ts';
import type { SdkEntry } from './sdks/entry.ts';
import type { SdkFingerprints } from './sdks/prints/fingerprints.ts';

export type { SdkCategory, SdkEntry } from './sdks/entry.ts';

/** A law, rule, standard or pledge that rules cite. */
export interface Instrument {
  readonly id: string;
  readonly name: Bilingual;
  readonly force: LegalForce;
}

/** One of the 39 common app types (常见类型移动互联网应用程序必要个人信息范围规定, 2021). */
export interface Category {
  readonly id: number;
  readonly name: Bilingual;
  /** The 13 types whose basic function needs no personal information. */
  readonly noPersonalInfoNeeded: boolean;
  /** Permission names. Approximation, never grounds for a rejection by itself: see `confidence`. */
  readonly basic: readonly string[];
  readonly optional: readonly string[];
  readonly lowRelevance: readonly string[];
  readonly confidence: 'high' | 'medium' | 'low';
}

/** One permission of a platform: of Android, of HarmonyOS, or a feature that a quick app declares. */
export interface PermissionEntry {
  readonly name: string;
  readonly platform: 'android' | 'harmony' | 'quick-app';
  readonly kind:
    | 'dangerous'
    | 'dangerous-family'
    | 'dangerous-vendor'
    | 'normal-privacy'
    | 'special'
    | 'signature'
    | 'bind'
    | 'removed'
    | 'vendor';
  /**
   * Who lets an ordinary app have it: `user` when the app asks while it runs, `settings` the user on a page of the settings, `install`
   * the system by installing, `none` nobody.
   */
  readonly grant: 'user' | 'settings' | 'install' | 'none';
  /** Android permissions that open the same; empty for Android's own and where there is none. */
  readonly equivalents: readonly string[];
  /** HarmonyOS: a restricted permission, which the store approves scene by scene (ACL) before the system grants it. */
  readonly restricted: boolean;
  readonly group: Bilingual;
  readonly piTypes: readonly string[];
  /** Terms by which a Chinese policy may name it. */
  readonly policyTerms: readonly string[];
  readonly attention: 'high' | 'medium' | 'low';
  /** HarmonyOS: API levels from which it exists, and from which it should no longer be used. */
  readonly since?: number;
  readonly deprecatedSince?: number;
  /** Quick apps: the feature's actions, the Android permission behind them, and whether the engine asks the user first. */
  readonly actions?: readonly { readonly names: readonly string[]; readonly permission?: string; readonly asks: boolean }[];
  /** How sure grant and kind are. What is not `high` supports no rejection. */
  readonly confidence: 'high' | 'medium' | 'low';
}

export interface PiType {
  readonly id: string;
  readonly name: Bilingual;
  readonly synonyms: readonly string[];
  readonly sensitive: 'yes' | 'context' | 'no';
  /** `true`: the user cannot reset it; `null`: not an identifier. */
  readonly nonResettable: boolean | null;
}

/** What is known about one method (`Landroid/…;->name`), overloads together. */
export interface ApiEntry {
  readonly ids: readonly string[];
  readonly permissions: readonly string[];
  readonly piTypes: readonly string[];
}

export const SCRIPT_RUNTIMES = ['arkts', 'quick-app', 'uni-app', 'cordova', 'react-native', 'flutter', 'web'] as const;
export type ScriptRuntime = (typeof SCRIPT_RUNTIMES)[number];

/** What is known about the calls of one module of a script run time. */
export interface ScriptApi {
  /** Stable: `API-H-006`, `quick-app/system.geolocation`. */
  readonly id: string;
  readonly runtime: ScriptRuntime;
  /** Names by which scripts import it, the one that facts use first; empty for globals, whose calls are whole (`plus.device.getInfo`). */
  readonly modules: readonly string[];
  readonly calls: readonly {
    readonly names: readonly string[];
    readonly piTypes: readonly string[];
    readonly permissions: readonly string[];
  }[];
}

export interface PackerSignature {
  readonly packer: string;
  /**
   * Exact entry path (one without a folder lies at the root or in `assets/`), library file name, anchored regular expression on the
   * library file name, dotted name of the shell's class that the manifest names, dotted package under which the shell's classes lie.
   */
  readonly kind: 'entry' | 'library' | 'library-pattern' | 'class' | 'namespace';
  readonly value: string;
}

/** One of the 50 things that a policy must say or must not say. */
export interface PolicyItem {
  /** `PR-01` … `PR-50`. */
  readonly id: string;
  readonly title: Bilingual;
  /** What a policy has to say, for whoever writes one. */
  readonly asks: Bilingual;
  readonly appliesWhen: string;
  readonly ifMissing: 'reject' | 'review' | 'warn';
  readonly strongCues: readonly string[];
  readonly negativeCues: readonly string[];
  readonly clauses: readonly ClauseId[];
  readonly basis: readonly LegalBasis[];
}

export interface Knowledge {
  /** Content hash of all of it, 16 hex digits: in every verdict. */
  readonly version: string;
  readonly clauses: readonly Clause[];
  readonly instruments: ReadonlyMap<string, Instrument>;
  readonly categories: ReadonlyMap<number, Category>;
  /** Of all platforms, by name. */
  readonly permissions: ReadonlyMap<string, PermissionEntry>;
  readonly piTypes: ReadonlyMap<string, PiType>;
  readonly apis: ReadonlyMap<string, ApiEntry>;
  /** By id of the API table: how much it weighs that a call runs before the user has consented. Ids that are not there weigh nothing. */
  readonly beforeConsent: ReadonlyMap<string, 'high' | 'medium'>;
  /** Constants that give general calls their meaning. */
  readonly constants: ConstantKnowledge;
  /** Calls of script run times that give away personal information. */
  readonly scriptApis: readonly ScriptApi[];
  /**
   * Permissions whose methods are known completely enough to say "declared but never used". All others can be used by intents,
   * content URIs, broadcasts, native code or another process, so that no call proves nothing.
   */
  readonly permissionsWithKnownApis: ReadonlySet<string>;
  readonly sdks: readonly SdkEntry[];
  /** By what their code is known where a shrinker has renamed it. */
  readonly sdkFingerprints: SdkFingerprints;
  /** Package namespaces of the platform, language run times and operator-less libraries: never code of an unknown operator. */
  readonly libraryNamespaces: ReadonlySet<string>;
  readonly packers: readonly PackerSignature[];
  readonly policyItems: ReadonlyMap<string, PolicyItem>;
}
