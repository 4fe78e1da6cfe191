import type { ListingFacts } from '../../../shared/domain/facts/listing.ts';
import { knowledge } from '../../../shared/knowledge/index.ts';
import type { PolicyCommand } from '../command.ts';
import type { Console } from '../console.ts';
import { EXIT_CODES } from '../exit-code.ts';
import { runInThread } from '../isolation/run-in-thread.ts';
import { policySource } from '../policy-source.ts';
import { presentPolicyReview } from '../present/policy-review.ts';
import { readListing } from '../review-input.ts';

/** Prints what a policy says and lacks, item by item; the exit code is the worst that was found. */
export async function runPolicy(command: PolicyCommand, console: Console): Promise<number> {
  const listing: ListingFacts | null = command.listing === null ? null : await readListing(command.listing);
  const review = await runInThread<'policy'>(
    {
      kind: 'policy',
      path: command.source,
      policy: await policySource(command.source, console),
      package: command.package,
      listing,
    },
    command.timeoutMs,
  );
  console.out(command.json ? JSON.stringify(review, null, 2) : presentPolicyReview(review, knowledge, command.language));
  if (review.findings.some(({ severity }) => severity === 'reject')) return EXIT_CODES.reject;
  const unsettled = review.outcome !== 'read' || review.findings.some(({ severity }) => severity === 'review');
  return unsettled ? EXIT_CODES.review : EXIT_CODES.approve;
}
