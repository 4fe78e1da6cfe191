import type { ListingFacts } from '../../../shared/domain/facts/listing.ts';
import type { PackageFacts } from '../../../shared/domain/facts/package.ts';
import type { Bilingual } from '../../../shared/domain/text.ts';
import type { Verdict } from '../../../shared/domain/verdict.ts';
import type { PolicyInput } from './review-package.ts';

/** What the main thread asks of the thread that touches foreign bytes. */
export type Task =
  | { readonly kind: 'inspect'; readonly path: string }
  | { readonly kind: 'review'; readonly path: string; readonly listing: ListingFacts; readonly policy: PolicyInput };

/** What each kind of task yields. */
export interface TaskResult {
  readonly inspect: PackageFacts;
  readonly review: Verdict;
}

/** What comes back: errors travel as data, since an error's own fields do not survive a message port. */
export type Answer =
  | { readonly ok: true; readonly value: PackageFacts | Verdict }
  | {
      readonly ok: false;
      readonly error: { readonly code: string; readonly text: Bilingual; readonly place: string | undefined } | null;
      /** Stack of an error that nobody foresaw. */
      readonly detail: string;
    };
