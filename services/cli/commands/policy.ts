import type { ListingFacts } from '../../../shared/domain/facts/listing.ts';
import { knowledge } from '../../../shared/knowledge/index.ts';
import type { PolicyCommand } from '../command.ts';
import type { Console } from '../console.ts';
import { EXIT_CODES } from '../exit-code.ts';
import type { PolicyInput } from '../isolation/read-policy.ts';
import { runInThread } from '../isolation/run-in-thread.ts';
import { presentPolicyReview } from '../present/policy-review.ts';
import { readListing, readPolicyFile } from '../review-input.ts';

/** Prints what a policy says and lacks, item by item; the exit code is the worst that was found. */
export async function runPolicy(command: PolicyCommand, console: Console): Promise<number> {
  const listing: ListingFacts | null = command.listing === null ? null : await readListing(command.listing);
  const review = await runInThread<'policy'>(
    { kind: 'policy', path: command.source, policy: await inputOf(command, console), package: command.package, listing },
    command.timeoutMs,
  );
  console.out(command.json ? JSON.stringify(review, null, 2) : presentPolicyReview(review, knowledge, command.language));
  if (review.findings.some(({ severity }) => severity === 'reject')) return EXIT_CODES.reject;
  const unsettled = review.outcome !== 'read' || review.findings.some(({ severity }) => severity === 'review');
  return unsettled ? EXIT_CODES.review : EXIT_CODES.approve;
}

async function inputOf({ source }: PolicyCommand, console: Console): Promise<PolicyInput> {
  if (!/^https?:\/\//i.test(source)) return { kind: 'file', document: await readPolicyFile(source) };
  // Loaded only when somebody asks for it: everything else works without a network.
  const { fetchPolicy } = await import('../fetch-policy.ts');
  return { kind: 'web', gathered: await fetchPolicy(source, console.env) };
}
