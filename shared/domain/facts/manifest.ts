/** What a package declares about itself: Android's manifest, and the same things of HarmonyOS and quick apps where they have them. */

/** A text in the two forms that facts keep: as a user in mainland China sees it, and the default. */
export interface LocalText {
  readonly zh: string | null;
  readonly default: string | null;
}

export interface DeclaredPermission {
  readonly name: string;
  /** Highest API level at which it is requested, `android:maxSdkVersion`. */
  readonly maxSdkVersion?: number;
  /** Android: the element. HarmonyOS: `requestPermissions` (module.json) or `reqPermissions` (config.json). Quick app: `permissions`. */
  readonly element:
    | 'uses-permission'
    | 'uses-permission-sdk-23'
    | 'uses-permission-sdk-m'
    | 'requestPermissions'
    | 'reqPermissions'
    | 'permissions';
  /** `android:usesPermissionFlags="neverForLocation"`. */
  readonly neverForLocation?: boolean;
  /** HarmonyOS: why it is requested, resolved; absent where none is given. Android: T/TAF 076 purpose meta-data where there is one. */
  readonly reason?: LocalText;
  /** HarmonyOS: abilities that use it, and when (`inuse`, `always`). */
  readonly usedScene?: { readonly abilities: readonly string[]; readonly when: string | null };
  /** Path of the element, for example `/manifest/uses-permission[3]` (1-based among its siblings of that name). */
  readonly place: string;
  /** Module or split that requests it; absent for the base. */
  readonly module?: string;
}

/** A permission that the platform adds although the manifest does not name it. */
export interface ImpliedPermission {
  readonly name: string;
  /** What implies it: `targetSdkVersion < 4`, or the permission that brings it along. */
  readonly because: string;
}

export type ComponentKind =
  | 'activity'
  | 'activity-alias'
  | 'service'
  | 'receiver'
  | 'provider'
  /** HarmonyOS: a page ability (UIAbility), a service or data ability, an extension ability. */
  | 'ability'
  | 'extension-ability'
  /** Quick app: a page (`router.pages`). */
  | 'page';

export interface IntentFilter {
  readonly actions: readonly string[];
  /** HarmonyOS: entities. */
  readonly categories: readonly string[];
  /** `scheme://host` of its data elements (either may be missing: `https://`, `//host`), sorted, each once. */
  readonly data?: readonly string[];
  readonly priority?: number;
}

export interface MetaData {
  readonly name: string;
  readonly value?: string;
}

export interface Component {
  readonly kind: ComponentKind;
  /** Fully qualified class name with dots. */
  readonly name: string;
  /** As the platform computes it: the attribute, else whether an intent filter is present (providers: API 17 rule). */
  readonly exported: boolean;
  /** Whether the manifest says so itself. Since target SDK 31 a component with a filter and without the attribute is not installed. */
  readonly exportedDeclared?: boolean;
  readonly enabled: boolean;
  readonly process?: string;
  readonly permission?: string;
  /** Providers: the guards of reading and writing where they differ from `permission`. */
  readonly readPermission?: string;
  readonly writePermission?: string;
  readonly authorities?: readonly string[];
  readonly grantUriPermissions?: boolean;
  readonly initOrder?: number;
  /** Flags of `android:foregroundServiceType`, and their names (`location`, `microphone`, …); HarmonyOS: names of `backgroundModes`. */
  readonly foregroundServiceType?: number;
  readonly foregroundServiceTypes?: readonly string[];
  /** An alias: the activity that it stands for. */
  readonly targetActivity?: string;
  /** HarmonyOS extension abilities: `form`, `workScheduler`, `inputMethod`, … */
  readonly extensionType?: string;
  readonly intentFilters: readonly IntentFilter[];
  readonly metaData: readonly MetaData[];
  readonly place: string;
  /** Module or split that declares it; absent for the base. */
  readonly module?: string;
}

/** What the network security configuration allows (developer.android.com, "Network security configuration"). */
export interface NetworkSecurity {
  /** Entry of the file in the package. */
  readonly entry: string;
  /** `null`: not said, so the platform's default for the target SDK holds. */
  readonly cleartext: boolean | null;
  /** Domains (with `*.` in front where subdomains are meant) for which clear text is allowed, and forbidden. */
  readonly cleartextDomains: readonly string[];
  readonly encryptedDomains: readonly string[];
  /** Certificates that the user installed are trusted outside debugging. */
  readonly trustsUserCertificates: boolean;
  /** Domains with pinned keys. */
  readonly pinnedDomains: readonly string[];
}

export interface ApplicationFacts {
  readonly className: string | null;
  readonly debuggable: boolean;
  readonly allowBackup: boolean;
  readonly usesCleartextTraffic: boolean | null;
  readonly networkSecurityConfig: string | null;
  readonly networkSecurity?: NetworkSecurity | null;
  /** `fullBackupContent` and `dataExtractionRules`: the entries they name; null where absent. */
  readonly backupRules?: { readonly fullBackupContent: string | null; readonly dataExtractionRules: string | null };
  readonly testOnly?: boolean;
  readonly requestLegacyExternalStorage?: boolean;
  readonly process?: string;
  readonly appComponentFactory?: string;
  readonly sharedUserId?: string;
  /** Entry of the icon in the package as the default configuration resolves it; null where there is none or it is no file. */
  readonly icon?: string | null;
  /** `uses-library` and `uses-native-library`. */
  readonly libraries?: readonly string[];
  readonly metaData: readonly MetaData[];
}
