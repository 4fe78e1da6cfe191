import type { CheckName, CheckReport, MissingCheck } from '../../domain/check.ts';
import type { ListingFacts } from '../../domain/facts/listing.ts';
import type { PackageFacts, PackageFormat } from '../../domain/facts/package.ts';
import type { PolicyFacts } from '../../domain/facts/policy.ts';
import type { AccountName } from '../../domain/review/account.ts';
import type { FinalOutcome } from '../../domain/review/decision.ts';
import type { SubmissionEvent, SubmissionState } from '../../domain/submission.ts';
import type { Bilingual } from '../../domain/text.ts';
import type { Verdict, VerdictDecision } from '../../domain/verdict.ts';
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
import type { RerunResult } from './rerun.ts';
import type { Records, Rulebooks } from './run-records.ts';
import type { SavedViews } from './saved-views.ts';
import type { Sessions } from './sessions.ts';
import type { Shelf } from './shelf.ts';
import type { SignInAttempts } from './sign-in-attempts.ts';

export type { AuditLog, NewAuditEntry } from './audit-log.ts';
export type { Deliveries, Delivery, DeliveryAttempt, NewEvent } from './delivery-records.ts';
export type { KeptRulebook, Records, Rulebooks, RunRecords } from './run-records.ts';

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

/** Where the package comes from; a multipart or tus upload is `upload`. */
export type PackageOrigin =
  | { readonly kind: 'upload' }
  | { readonly kind: 'object'; readonly key: string; readonly sha256?: string }
  | { readonly kind: 'url'; readonly url: string; readonly sha256?: string }
  | { readonly kind: 'known'; readonly sha256: string };

export interface PolicyDocument {
  readonly sha256: string;
  readonly objectKey: string;
  readonly mediaType: string | null;
  readonly fileName: string | null;
  readonly bytes: number;
}

export interface Submission {
  readonly id: string;
  readonly storeId: string;
  readonly state: SubmissionState;
  /** 1 at first; a re-drive or re-review adds one. Job ids are made of id, run and step. */
  readonly run: number;
  readonly listing: ListingFacts;
  readonly origin: PackageOrigin;
  /** Null until the package is stored. */
  readonly packageSha256: string | null;
  readonly policyDocument: PolicyDocument | null;
  readonly callbackUrl: string | null;
  /** The machine's, of this run; null until there is one. */
  readonly decision: VerdictDecision | null;
  /** A person's, which is final; null while there is none. */
  readonly finalOutcome: FinalOutcome | null;
  readonly failure: { readonly code: string; readonly text: Bilingual } | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly decidedAt: Date | null;
}

export interface NewSubmission {
  readonly id: string;
  readonly storeId: string;
  /** `stored` when the package's bytes are safe, `received` when they must still be retrieved. */
  readonly state: 'received' | 'stored';
  readonly listing: ListingFacts;
  readonly origin: PackageOrigin;
  readonly packageSha256: string | null;
  readonly policyDocument: PolicyDocument | null;
  readonly callbackUrl: string | null;
  readonly idempotency: { readonly key: string; readonly fingerprint: string } | null;
}

export interface SubmissionFilter {
  readonly storeId: string;
  readonly state?: SubmissionState;
  readonly decision?: VerdictDecision;
  readonly packageName?: string;
  readonly developerId?: string;
  readonly packageSha256?: string;
  readonly createdAfter?: Date;
  readonly createdBefore?: Date;
}

export interface Submissions {
  /**
   * Inserts the row and its idempotency key in one transaction. With a key that is taken: `same` returns the earlier submission
   * when the fingerprint agrees, `conflict` when it does not. Nothing is inserted then.
   */
  create(
    row: NewSubmission,
  ): Promise<
    | { readonly outcome: 'created' | 'same'; readonly submission: Submission }
    | { readonly outcome: 'conflict'; readonly submissionId: string }
  >;
  find(id: string): Promise<Submission | null>;
  /** The submission that an idempotency key of this store belongs to. `create` decides; this spares work before it. */
  findByKey(storeId: string, key: string): Promise<{ readonly submission: Submission; readonly fingerprint: string } | null>;
  /** Newest first; the cursor is opaque. */
  list(
    filter: SubmissionFilter,
    page: { readonly limit: number; readonly cursor?: string },
  ): Promise<{ readonly rows: readonly Submission[]; readonly nextCursor: string | null }>;
  /**
   * Applies the state table: updates `where id and state and run`, writes the transition to the log. Null when the submission is in
   * no state that accepts the event (it ran before, was withdrawn, …).
   */
  apply(
    id: string,
    run: number,
    event: SubmissionEvent,
    change?: { readonly packageSha256?: string; readonly failure?: Submission['failure'] },
  ): Promise<Submission | null>;
  /** A failed submission starts again with the next run number. Null when it is not failed. */
  redrive(id: string): Promise<Submission | null>;
  /** Has it checked again because a reviewer asks for it; written to the audit log. */
  rerun(id: string, by: AccountName): Promise<RerunResult>;
  /** Submissions still on their way whose row has not changed since `before`, oldest first: the reconciler's list. */
  pending(before: Date, limit: number): Promise<readonly Submission[]>;
  /**
   * Decided submissions whose store has been told (the event was delivered, or there is no URL) and that a process which died in
   * between did not move on to `notified`; oldest first. The reconciler does it then.
   */
  toldButDecided(limit: number): Promise<readonly Submission[]>;
  /** Failed submissions without the event that says so: a process died between the two. Oldest first; the reconciler writes it then. */
  failedUntold(limit: number): Promise<readonly Submission[]>;
  /** Unfinished and failed submissions per state, for the wait estimate and metrics. */
  countByState(): Promise<Readonly<Partial<Record<SubmissionState, number>>>>;
  /** Mean seconds from creation to decision over the last hundred; null before the first. */
  recentDecisionSeconds(): Promise<number | null>;
  transitions(id: string): Promise<
    readonly {
      readonly at: Date;
      readonly run: number;
      readonly from: SubmissionState;
      readonly to: SubmissionState;
      readonly event: SubmissionEvent;
    }[]
  >;
}

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
