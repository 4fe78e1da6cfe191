import { InputError } from '../../../shared/domain/errors.ts';
import type { ListingFacts } from '../../../shared/domain/facts/listing.ts';
import { knowledge } from '../../../shared/knowledge/index.ts';
import type { ReviewCommand } from '../command.ts';
import type { Console } from '../console.ts';
import { EXIT_CODES } from '../exit-code.ts';
import type { PolicyInput } from '../isolation/review-package.ts';
import { runInThread } from '../isolation/run-in-thread.ts';
import { presentVerdict } from '../present/verdict.ts';
import { readListing, readPolicyFile } from '../review-input.ts';

async function policyOf(command: ReviewCommand, listing: ListingFacts, console: Console): Promise<PolicyInput> {
  if (command.policy !== null) return { kind: 'file', document: await readPolicyFile(command.policy) };
  const url = listing.privacyPolicyUrl;
  if (command.fetch) {
    if (url !== undefined) {
      // Loaded only when somebody asks for it: everything else works without a network.
      const { fetchPolicy } = await import('../fetch-policy.ts');
      return { kind: 'web', url, fetched: await fetchPolicy(url, console.env) };
    }
    const text = { zh: '上架信息没有 privacyPolicyUrl，无从读取', en: 'the listing has no privacyPolicyUrl to fetch' };
    throw new InputError('no-policy-url', text, '/privacyPolicyUrl');
  }
  return url === undefined ? { kind: 'none' } : { kind: 'not-fetched', url };
}

/** Reviews one package against its listing and policy. The exit code is the decision. */
export async function runReview(command: ReviewCommand, console: Console): Promise<number> {
  const listing = await readListing(command.listing);
  const policy = await policyOf(command, listing, console);
  const verdict = await runInThread<'review'>({ kind: 'review', path: command.file, listing, policy }, command.timeoutMs);
  console.out(command.json ? JSON.stringify(verdict, null, 2) : presentVerdict(verdict, knowledge, command.language));
  return EXIT_CODES[verdict.decision];
}
