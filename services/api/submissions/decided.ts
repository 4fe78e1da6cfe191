import { BUILT_IN, BUILT_IN_TEXT } from '../../../shared/checks/rulebook/built-in.ts';
import type { ListingFacts } from '../../../shared/domain/facts/listing.ts';
import type { PackageFacts } from '../../../shared/domain/facts/package.ts';
import type { PolicyFacts } from '../../../shared/domain/facts/policy.ts';
import { NO_RECORDS, type RecordFacts } from '../../../shared/domain/facts/records.ts';
import type { Verdict } from '../../../shared/domain/verdict.ts';
import type { Database, KeptRulebook, Submission } from '../../../shared/platform/database/repositories.ts';

/** A verdict and everything that it was made of. */
export interface Decided {
  readonly run: number;
  readonly at: Date;
  readonly verdict: Verdict;
  /** Null only where the facts of that inspector are no longer kept. */
  readonly package: PackageFacts | null;
  readonly policy: PolicyFacts | null;
  readonly listing: ListingFacts;
  /** Of the run; verdicts from before records were kept were made without any. */
  readonly records: RecordFacts;
  /** By the hash that the verdict names; null for verdicts from before there were rulebooks. */
  readonly rulebook: KeptRulebook | null;
}

/** The newest verdict of a submission with all that it was made of; null while there is none. */
export async function decidedOf(
  { reviews, facts, records, rulebooks }: Database,
  submission: Pick<Submission, 'id' | 'listing'>,
): Promise<Decided | null> {
  const found = await reviews.verdict(submission.id);
  if (found === null) return null;
  const { run, at, verdict } = found;
  const { packageSha256, inspector, rulebook } = verdict.provenance;
  const [packageFacts, policy, kept, file] = await Promise.all([
    facts.package(packageSha256, inspector),
    facts.policy(submission.id, run),
    records.of(submission.id, run),
    rulebooks.find(rulebook),
  ]);
  return {
    run,
    at,
    verdict,
    package: packageFacts,
    policy,
    listing: submission.listing,
    records: kept?.records ?? NO_RECORDS,
    rulebook: file ?? (rulebook === BUILT_IN.sha256 ? { rulebook: BUILT_IN, text: BUILT_IN_TEXT } : null),
  };
}
