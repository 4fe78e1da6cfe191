/** What the platform's own records say about the app on the day of the review: facts that neither package nor policy nor listing hold. */

/** The version of the same app (same store, same package name) that was approved last, as far as versions are compared. */
export interface PreviousVersion {
  /** Id of its submission. */
  readonly submission: string;
  readonly packageSha256: string;
  readonly versionName: string | null;
  readonly versionCode: number | null;
  /** Day on which it was approved, `YYYY-MM-DD` in China Standard Time. */
  readonly approvedOn: string;
  readonly targetSdk: number | null;
  /** Names of the permissions it declared, sorted, each once. */
  readonly permissions: readonly string[];
  /** SHA-256 of the signing certificates of the newest scheme it carried, sorted; empty where none could be read. */
  readonly signers: readonly string[];
}

/** One package that a filing registers: an app is filed with a package name and a certificate for each platform. */
export interface FiledPackage {
  readonly platform: 'android' | 'harmony' | 'quick-app' | 'ios' | 'other';
  readonly packageName: string;
  /** Lower-case hex MD5 of the signing certificate; null where the registry does not give it. */
  readonly certificateMd5: string | null;
  /** The public key as the filing shows it (RSA's modulus in upper-case hex); null where the registry does not give it. */
  readonly publicKey: string | null;
}

/** What a filing registry has under a number (MIIT notice [2023] No. 105: operator, app, package names, certificates). */
export interface FilingRecord {
  readonly number: string;
  readonly appName: string;
  readonly operator: string;
  readonly status: 'active' | 'cancelled';
  readonly packages: readonly FiledPackage[];
}

/**
 * What came of asking the registry. `not-found`: it answered and has no such number. `unavailable`: it did not answer, so nothing is
 * known: never "not found".
 */
export interface FilingLookup {
  /** Which registry was asked, and its state (for the file-based one its name and content hash). */
  readonly registry: string;
  /** The number that was asked for, in its plain form. */
  readonly asked: string;
  readonly outcome: 'found' | 'not-found' | 'unavailable';
  readonly record: FilingRecord | null;
}

export interface RecordFacts {
  readonly schema: 'record-facts/1';
  /** Day of the review, `YYYY-MM-DD` in China Standard Time: rules and rulebooks have no clock, waivers end on a day. Null: unknown, so no waiver holds. */
  readonly reviewedOn: string | null;
  /** SHA-256 of the rulebook that this run is judged by; null for the built-in one, which enforces everything. */
  readonly rulebook: string | null;
  /** Null: the app is new to this store, or nobody keeps a shelf (the command line). */
  readonly previous: PreviousVersion | null;
  /** Null: no registry is configured, or the listing gives no number. */
  readonly filing: FilingLookup | null;
}

/** Nothing is recorded: what the command line knows unless it is told more. */
export const NO_RECORDS: RecordFacts = {
  schema: 'record-facts/1',
  reviewedOn: null,
  rulebook: null,
  previous: null,
  filing: null,
};
