import type { PluginRuntime } from '../../domain/facts/third-party.ts';
import type { Bilingual } from '../../domain/text.ts';

export type SdkCategory =
  | 'advertising'
  | 'analytics'
  | 'push'
  | 'login'
  | 'payment'
  | 'map'
  | 'sharing'
  | 'crash'
  | 'identifier'
  | 'speech'
  | 'face'
  | 'live'
  | 'im'
  | 'security'
  | 'hotfix'
  | 'customer-service'
  | 'webview'
  | 'network'
  | 'image'
  | 'ui'
  | 'tool'
  | 'framework'
  | 'other';

export interface SdkEntry {
  /** Stable, kebab-case. */
  readonly id: string;
  readonly name: Bilingual;
  /** Names by which policies and listings call it, distinctive enough to look for in prose (Latin ones as whole words). */
  readonly aliases: readonly string[];
  /** Null when we do not know who operates it. */
  readonly operator: Bilingual | null;
  readonly category: SdkCategory;
  /** Java package prefixes with dots, specific enough to own: `com.amap.api` covers `com.amap.api.location`. */
  readonly prefixes: readonly string[];
  readonly components: readonly string[];
  readonly nativeLibraries: readonly string[];
  /** Whether it is publicly stated that it collects personal information. */
  readonly collects: 'yes' | 'no' | 'unknown';
  readonly piTypes: readonly string[];
  readonly permissions: readonly string[];
  /** Components (ContentProviders) by which it starts before the app's own code, so before any consent. */
  readonly autoStart: readonly string[];
  /** Manifest `<meta-data>` that, when `false`, keeps the automatic start from collecting. */
  readonly autoStartSwitch: string | null;
  readonly privacyUrl: string | null;
  /** Whether apps for users in China commonly carry it. */
  readonly china: boolean;
  /** Names by which other run times' metadata knows it: `{ cordova: ['cordova-plugin-jpush'], ohpm: ['@umeng/common'] }`. */
  readonly plugins: Readonly<Partial<Record<PluginRuntime, readonly string[]>>>;
  /** Names of `<meta-data>` of the manifest that only it reads; a trailing `*` stands for any end. */
  readonly metaData: readonly string[];
  /** Entries that only it brings: `assets/sensors_analytics/`, a folder where it ends in a slash. */
  readonly assets: readonly string[];
  /** Beginnings of names of resources that only it has: `umeng_socialize_`. */
  readonly resources: readonly string[];
  /** Hosts that only it talks to; those below them are meant too. */
  readonly domains: readonly string[];
  /** Coordinates of its artefacts, `com.umeng.umsdk:common`; a trailing `*` stands for any end. */
  readonly maven: readonly string[];
  /** Where its code says its version: dotted class and member, `com.umeng.commonsdk.utils.UMUtils.VERSION`. */
  readonly versionAt: readonly string[];
  readonly consent: SdkConsent | null;
  readonly badVersions: readonly BadVersion[];
  /** Ids of the SDKs that it carries inside itself or brings along: an advertising platform that aggregates others. */
  readonly brings: readonly string[];
  /**
   * Whether products of their own lie under its prefixes, which own what no longer prefix claims: `com.huawei.hms` over
   * `com.huawei.hms.maps`. Prefixes of two SDKs may overlap nowhere else.
   */
  readonly umbrella?: boolean;
  /** Builds a profile of the user for recommending or advertising, as its vendor says. */
  readonly profiling: boolean;
  /** Where the entry's facts come from, where that is more than the file says. */
  readonly source: string | null;
  readonly confidence: 'high' | 'medium' | 'low';
}

/** How an SDK waits for the user's consent, as its vendor documents it; methods as `com.umeng.commonsdk.UMConfigure.preInit`. */
export interface SdkConsent {
  /** May be called before consent: they collect nothing by the vendor's word. */
  readonly before: readonly string[];
  /** Start it; to be called after consent. */
  readonly start: readonly string[];
  /** Tell it that the user has agreed (or not). */
  readonly tell: readonly string[];
}

/** Versions with a publicly known fault. */
export interface BadVersion {
  /** Versions below this one, `9.4.0`; `from` bounds them below, inclusive. */
  readonly below: string;
  readonly from: string | null;
  readonly reason: Bilingual;
  /** Public notice, release note or advisory that says so. */
  readonly source: string;
  /** Whether a rule may send it to a person (`review`) or only warn. */
  readonly weight: 'review' | 'warn';
}
