import type { PackageEntry, PrintFacts, StartCall } from './third-party.ts';

/** What the code of a package says: which calls stand where, and from where the system can reach them. */

/** One API that the knowledge calls interesting (personal information or guarded by a permission) and who calls it. */
export interface ApiUse {
  /** `Landroid/telephony/TelephonyManager;->getDeviceId` */
  readonly target: string;
  /**
   * The constant that makes a general API interesting: a content URI, a settings key, a system property, a class name. One use for each
   * pair of target and constant; absent for APIs that are interesting whatever they are given.
   */
  readonly constant?: string;
  /** Ids of the entries of the personal-information API table, may be empty. */
  readonly apis: readonly string[];
  /** Permissions that the API needs, may be empty. */
  readonly permissions: readonly string[];
  /** Personal-information type ids, may be empty. */
  readonly piTypes: readonly string[];
  /** Call sites in all. */
  readonly count: number;
  /** Of these, those that some entry point of `CodeFacts.entryPoints` reaches; absent where no call graph could be made. */
  readonly reachable?: number;
  /** The first call sites: reachable ones first, then in file order; at most 20. */
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
  /** Dotted class that the instruction names where it is a subclass of the target's class. */
  readonly via?: string;
  /** Constant arguments that matter, in order (permission strings of a request, a URI, a key); at most 8 of 200 characters. */
  readonly arguments?: readonly string[];
  /** One shortest path from each kind of entry point that reaches the call, the earliest kind first; at most 3. */
  readonly paths?: readonly CallPath[];
}

/**
 * Where the system enters the app by itself, in the order in which it happens: `attach-base-context`, `provider` (its onCreate),
 * `application` (onCreate), `launcher` (the launcher activity's onCreate, onStart, onResume and kin), `receiver-boot`,
 * `receiver-connectivity`, `receiver` (any other), `service`, `activity` (any other). Static initialisers on the way belong to the entry
 * point that runs them.
 */
export const ENTRY_KINDS = [
  'attach-base-context',
  'provider',
  'application',
  'launcher',
  'receiver-boot',
  'receiver-connectivity',
  'receiver',
  'service',
  'activity',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export interface EntryPoint {
  readonly kind: EntryKind;
  /** Dotted class that the manifest names. */
  readonly class: string;
  /**
   * Methods of the app that it reaches (a method counts for every entry point that reaches it). Where a kind has more components than can
   * be counted one by one, what all of the kind reach together.
   */
  readonly reaches: number;
}

/**
 * How one step of a path leads to the next. `call`: an invoke instruction. `hand-off`: handed to a thread, handler, executor, timer or
 * callback, which runs it later. `class-initialiser`: runs because its class is used for the first time (`<clinit>`). `callback`: the
 * platform calls it because an object of its class was made or registered. `start`: another component is started (an explicit intent with
 * a constant class).
 */
export const PATH_LINKS = ['call', 'hand-off', 'class-initialiser', 'callback', 'start'] as const;
export type PathLink = (typeof PATH_LINKS)[number];

export interface PathStep {
  readonly class: string;
  readonly method: string;
  /** Offset in this method of the instruction that leads on, in code units. */
  readonly offset: number;
  readonly link: PathLink;
}

/** A test on the way that looks like a check of the user's consent. */
export interface ConsentGuard {
  /** `preference`: a boolean read from stored preferences; `field`: a boolean field; `call`: a method that answers a boolean. */
  readonly kind: 'preference' | 'field' | 'call';
  /** The preference's key, the field's or the method's name. */
  readonly name: string;
  /** Where it is tested: class, method, offset of the branch. */
  readonly class: string;
  readonly method: string;
  readonly offset: number;
  /** Its name speaks of consent or privacy (`agree`, `privacy`, `protocol`, 同意 …); others are only tests that stand on the way. */
  readonly named: boolean;
}

/** One shortest path from an entry point to a call, the entry's own method first; the last step holds the call. */
export interface CallPath {
  /** Index in `CodeFacts.entryPoints`. */
  readonly entry: number;
  readonly steps: readonly PathStep[];
  /** The most telling test that must have passed for the path to be taken; null where none was seen. */
  readonly guard: ConsentGuard | null;
}

export interface DexFile {
  readonly entry: string;
  readonly version: string;
  readonly bytes: number;
  readonly classes: number;
  readonly methods: number;
  readonly strings: number;
  /** `loaded`: the system loads it by itself. `hidden`: it lies where only the app can load it (assets, a false name, behind a gap). */
  readonly loading?: 'loaded' | 'hidden';
  /** Module or split it belongs to; absent for the base. */
  readonly module?: string;
}

/** Classes defined (not merely referenced) in one Java package. */
export interface CodePackage {
  /** Dotted name; the empty string is the default package. */
  readonly name: string;
  readonly classes: number;
  readonly methods: number;
  /** Methods that do more than return, throw a new exception or call their parent's, native ones included: none or few in a stub. */
  readonly bodies?: number;
  /** Packages that call into this one, as indices in `CodeFacts.packages`, the app's own namespace first; at most 40. */
  readonly callers?: readonly number[];
}

/** A class that the manifest names. */
export interface DeclaredClass {
  readonly name: string;
  /** Whether a DEX file defines it. */
  readonly defined: boolean;
  /** Its superclasses, nearest first, as far as the package defines them and the first that it does not. */
  readonly superclasses: readonly string[];
}

/** A constant that looks like a secret: never the secret itself. */
export interface KeyHint {
  /** `aliyun-access-key`, `aws-access-key`, `google-api-key`, `private-key`, … */
  readonly kind: string;
  /** Its first four characters and its length: `LTAI…(24)`. */
  readonly hint: string;
  /** Dotted class that holds it, or the entry. */
  readonly place: string;
}

export interface CodeFacts {
  readonly dexFiles: readonly DexFile[];
  readonly packages: readonly CodePackage[];
  readonly declaredClasses?: readonly DeclaredClass[];
  readonly entryPoints?: readonly EntryPoint[];
  readonly apiUses: readonly ApiUse[];
  /** Methods that load code at run time (`DexClassLoader` and kin), with their callers. */
  readonly dynamicLoading: readonly ApiUse[];
  /** Reflection with its constant class and method names. */
  readonly reflection?: readonly ApiUse[];
  /** http(s) hosts in string constants, sorted, at most 2,000. */
  readonly hosts: readonly string[];
  /** http(s) addresses with a path in string constants, sorted, at most 500 of 200 characters, without query and user part. */
  readonly urls?: readonly string[];
  readonly keys?: readonly KeyHint[];
  /** At most 1,000. */
  readonly startCalls?: readonly StartCall[];
  /** At most 200, the earliest kinds of entry points first. */
  readonly packageEntries?: readonly PackageEntry[];
  readonly prints?: PrintFacts;
  /** What the call graph was made of; absent where none could be made. */
  readonly graph?: { readonly methods: number; readonly edges: number; readonly reachable: number };
}
