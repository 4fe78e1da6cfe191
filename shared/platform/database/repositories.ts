import type { CheckName, CheckReport, MissingCheck } from '../../domain/check.ts';
import type { PackageFacts, PackageFormat } from '../../domain/facts/package.ts';
import type { PolicyFacts } from '../../domain/facts/policy.ts';
import type { Verdict } from '../../domain/verdict.ts';
import type { PackageIdentity } from '../../pledge/dossier/contents.ts';
import type { Accounts } from './accounts.ts';
import type { AppVersions } from './app-versions.ts';
import type { Appeals } from './appeals.ts';
import type { AuditLog } from './audit-log.ts';
import type { CannedReasons } from './canned-reasons.ts';
import type { Decisions } from './decision-records.ts';
import type { Deliveries, NewEvent } from './delivery-records.ts';
import type { Dossiers } from './dossier-records.ts';
import type { GrantedWaivers } from './granted-waivers.ts';
import type { Histories } from './histories.ts';
import type { Letters } from './letters.ts';
import type { OverviewFigures } from './overview-figures.ts';
import type { ProviderAccounts } from './provider-accounts.ts';
import type { Records, Rulebooks } from './run-records.ts';
import type { SavedViews } from './saved-views.ts';
import type { Sessions } from './sessions.ts';
import type { Shelf } from './shelf.ts';
import type { SignInAttempts } from './sign-in-attempts.ts';
import type { Submissions } from './submission-records.ts';

export type { AuditLog, NewAuditEntry } from './audit-log.ts';
export type { Deliveries, Delivery, DeliveryAttempt, NewEvent } from './delivery-records.ts';
export type { KeptRulebook, Records, Rulebooks, RunRecords } from './run-records.ts';
export type {
  NewSubmission,
  PackageOrigin,
  PolicyDocument,
  Submission,
  SubmissionFilter,
  Submissions,
} from './submission-records.ts';

/** An app store that submits: our tenant. Its keys see only its own submissions. */
export interface Store {
  readonly id: string;
  readonly name: string;
  /** `whsec_…`, signs its callbacks. */
  readonly webhookSecret: string;
}

export interface ApiKey {
  readonly id: string;
  readonly storeId: string;
  readonly name: string;
  readonly scopes: readonly ApiScope[];
  readonly ratePerMinute: number;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
}
export type ApiScope = 'submissions:write' | 'submissions:read' | 'callbacks:redrive';

export interface StoredPackage {
  readonly sha256: string;
  readonly objectKey: string;
  readonly bytes: number;
  readonly format: PackageFormat;
}

export interface Packages {
  /**
   * Keeps the first row of a hash: `objectKey` of the result tells whether the new object is the kept one.
   * @param contentDigests those that were taken as the bytes came in, packed; they stay with the row, and complete one that has none
   */
  keep(row: StoredPackage, contentDigests?: Uint8Array): Promise<StoredPackage>;
  find(sha256: string): Promise<StoredPackage | null>;
  /** Digests of the content that `keep` was given; null for a package that has none. */
  contentDigests(sha256: string): Promise<Uint8Array | null>;
  /** Of these object keys, those at which a kept package lies; the others under `uploads/` belong to nobody. */
  owned(objectKeys: readonly string[]): Promise<ReadonlySet<string>>;
  /** Whether this store has submitted that package before: `known` references may only name such. */
  submittedBy(sha256: string, storeId: string): Promise<boolean>;
}

/** Facts are kept compressed for ever. */
export interface Facts {
  package(sha256: string, inspector: string): Promise<PackageFacts | null>;
  keepPackage(facts: PackageFacts): Promise<void>;
  policy(submissionId: string, run: number): Promise<PolicyFacts | null>;
  keepPolicy(submissionId: string, run: number, facts: PolicyFacts, snapshotKey: string | null): Promise<void>;
}

export interface Reviews {
  keepReport(submissionId: string, run: number, report: CheckReport): Promise<void>;
  reports(submissionId: string, run: number): Promise<readonly CheckReport[]>;
  keepFailure(submissionId: string, run: number, missing: MissingCheck): Promise<void>;
  failures(submissionId: string, run: number): Promise<readonly MissingCheck[]>;
  /**
   * Writes the verdict, moves `checking → decided`, writes the event with its delivery, and opens the dossier of what was not approved, all
   * in one transaction. `false` when the submission was not in `checking` at that run: somebody else did it, or it was withdrawn; nothing
   * was written.
   * @param identity what the package says that it is; left out where it could not be read
   */
  decide(
    submissionId: string,
    run: number,
    verdict: Verdict,
    event: NewEvent,
    identity?: PackageIdentity | null,
  ): Promise<boolean>;
  verdict(submissionId: string): Promise<{ readonly run: number; readonly verdict: Verdict; readonly at: Date } | null>;
  progress(
    submissionId: string,
    run: number,
  ): Promise<readonly { readonly check: CheckName; readonly status: 'completed' | 'failed'; readonly at: Date }[]>;
}

export interface Stores {
  create(name: string): Promise<Store>;
  find(id: string): Promise<Store | null>;
  findByName(name: string): Promise<Store | null>;
  /** All of them, by name. */
  names(): Promise<readonly Pick<Store, 'id' | 'name'>[]>;
  /** The plain key is returned once and never stored: only its SHA-256 is. */
  createKey(
    storeId: string,
    options: {
      readonly name: string;
      readonly scopes: readonly ApiScope[];
      readonly ratePerMinute?: number;
      readonly expiresAt?: Date;
    },
  ): Promise<{ readonly key: ApiKey; readonly plain: string }>;
  /** Null when unknown, revoked or expired. Constant-time by construction: looked up by hash. */
  authenticate(plain: string): Promise<ApiKey | null>;
  listKeys(storeId: string): Promise<readonly ApiKey[]>;
  revokeKey(id: string, at?: Date): Promise<boolean>;
}

/** All of them, over one pool. */
export interface Database {
  readonly submissions: Submissions;
  readonly packages: Packages;
  readonly facts: Facts;
  readonly reviews: Reviews;
  readonly records: Records;
  readonly rulebooks: Rulebooks;
  readonly shelf: Shelf;
  readonly deliveries: Deliveries;
  readonly dossiers: Dossiers;
  readonly histories: Histories;
  readonly savedViews: SavedViews;
  readonly stores: Stores;
  readonly accounts: Accounts;
  readonly providerAccounts: ProviderAccounts;
  readonly sessions: Sessions;
  readonly signInAttempts: SignInAttempts;
  readonly audit: AuditLog;
  readonly decisions: Decisions;
  readonly waivers: GrantedWaivers;
  readonly reasons: CannedReasons;
  readonly letters: Letters;
  readonly appeals: Appeals;
  readonly versions: AppVersions;
  readonly overview: OverviewFigures;
  /** Throws when the database does not answer. */
  check(): Promise<void>;
  close(): Promise<void>;
}
