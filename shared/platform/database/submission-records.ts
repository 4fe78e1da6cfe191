import type { ListingFacts } from '../../domain/facts/listing.ts';
import type { AccountName } from '../../domain/review/account.ts';
import type { FinalOutcome } from '../../domain/review/decision.ts';
import type { SubmissionEvent, SubmissionState } from '../../domain/submission.ts';
import type { Bilingual } from '../../domain/text.ts';
import type { VerdictDecision } from '../../domain/verdict.ts';
import type { RerunResult } from './rerun.ts';

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
