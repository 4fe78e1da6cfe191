import type { ListingFacts } from '../domain/facts/listing.ts';
import type { PackageFacts } from '../domain/facts/package.ts';
import type { PolicyFacts } from '../domain/facts/policy.ts';
import type { RecordFacts } from '../domain/facts/records.ts';

/** Facts of one submission; null where there are none. */
export interface FactsUnderReview {
  readonly package: PackageFacts | null;
  readonly policy: PolicyFacts | null;
  readonly listing: ListingFacts | null;
  /** Left out: nothing is recorded. */
  readonly records?: RecordFacts;
}
