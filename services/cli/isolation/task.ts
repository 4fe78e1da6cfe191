import type { ListingFacts } from '../../../shared/domain/facts/listing.ts';
import type { PackageFacts } from '../../../shared/domain/facts/package.ts';
import type { RecordFacts } from '../../../shared/domain/facts/records.ts';
import type { Rulebook } from '../../../shared/domain/rulebook.ts';
import type { Bilingual } from '../../../shared/domain/text.ts';
import type { Verdict } from '../../../shared/domain/verdict.ts';
import type { Judged } from '../../../shared/pledge/judge.ts';
import type { PolicyReview } from '../../../shared/pledge/policy-review.ts';
import type { SdkInventory } from '../../../shared/pledge/sdk-inventory.ts';
import type { PolicyInput } from './read-policy.ts';

/** What the main thread asks of the thread that touches foreign bytes. */
export type Task = { readonly kind: 'inspect'; readonly path: string } | ReviewTask | PolicyTask | SdksTask;

/** Everything that a review rests on beside the package. */
export interface ReviewTask {
  readonly kind: 'review';
  readonly path: string;
  readonly listing: ListingFacts;
  readonly policy: PolicyInput;
  readonly records: RecordFacts;
  readonly rulebook: Rulebook;
  /** Whether the facts are wanted too. */
  readonly withFacts: boolean;
}

/** A policy that is looked at on its own, or held against a package. */
export interface PolicyTask {
  readonly kind: 'policy';
  /** File or address of the policy, for messages. */
  readonly path: string;
  readonly policy: PolicyInput;
  readonly package: string | null;
  readonly listing: ListingFacts | null;
}

/** The third-party code of a package, beside policy and listing where they are given. */
export interface SdksTask {
  readonly kind: 'sdks';
  readonly path: string;
  /** Null: none was given. */
  readonly policy: PolicyInput | null;
  readonly listing: ListingFacts | null;
}

/** The verdict, and the facts that it was made of where they are wanted. */
export interface Reviewed {
  readonly verdict: Verdict;
  readonly facts: Judged | null;
}

/** What each kind of task yields. */
export interface TaskResult {
  readonly inspect: PackageFacts;
  readonly review: Reviewed;
  readonly policy: PolicyReview;
  readonly sdks: SdkInventory;
}

/** What comes back: errors travel as data, since an error's own fields do not survive a message port. */
export type Answer =
  | { readonly ok: true; readonly value: TaskResult[keyof TaskResult] }
  | {
      readonly ok: false;
      readonly error: { readonly code: string; readonly text: Bilingual; readonly place: string | undefined } | null;
      /** Stack of an error that nobody foresaw. */
      readonly detail: string;
    };
