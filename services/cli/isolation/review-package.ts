import { loadRules, rulesVersion } from '../../../shared/checks/registry.ts';
import type { PolicyFacts } from '../../../shared/domain/facts/policy.ts';
import type { ByteSource, Fetch } from '../../../shared/domain/ports.ts';
import { knowledge } from '../../../shared/knowledge/index.ts';
import { judge } from '../../../shared/pledge/index.ts';
import { noPolicy, readPolicyDocument, readPolicyFromWeb } from '../../../shared/policy/index.ts';
import type { DigestsUnderWay } from '../local-file.ts';
import type { PolicyDocumentInput } from '../review-input.ts';
import { inspect } from './inspect-package.ts';
import type { Reviewed, ReviewTask } from './task.ts';

/** Where the policy of a review comes from. */
export type PolicyInput =
  | { readonly kind: 'file'; readonly document: PolicyDocumentInput }
  | { readonly kind: 'web'; readonly url: string; readonly fetched: Awaited<ReturnType<Fetch>> }
  /** The listing names an address and nobody was asked to look there: unknown, so neither present nor absent. */
  | { readonly kind: 'not-fetched'; readonly url: string }
  | { readonly kind: 'none' };

async function readPolicy(input: PolicyInput): Promise<PolicyFacts> {
  switch (input.kind) {
    case 'file':
      return readPolicyDocument(input.document, knowledge);
    case 'web':
      return readPolicyFromWeb(input.url, input.fetched, knowledge);
    case 'none':
      return noPolicy();
    case 'not-fetched': {
      const message = {
        zh: '未读取上架信息中的隐私政策网址：请加 --fetch，或用 --policy 给出文件',
        en: 'the policy address of the listing was not read: add --fetch, or give the file with --policy',
      };
      return {
        ...noPolicy(),
        source: { kind: 'url', url: input.url, sha256: null, bytes: 0 },
        outcome: 'unreadable',
        reason: 'not-fetched',
        gaps: [{ code: 'policy-not-fetched', place: input.url, message, affects: 'policy' }],
      };
    }
  }
}

/**
 * The review without any server: the same inspector, policy reader, rules and verdict as the service.
 * @throws InputError when the file is no package that can be inspected
 */
export async function reviewPackage(source: ByteSource, known: DigestsUnderWay, task: ReviewTask): Promise<Reviewed> {
  const rules = await loadRules();
  const { listing, records, rulebook } = task;
  const facts = { package: await inspect(source, known), policy: await readPolicy(task.policy), listing, records };
  const verdict = judge(facts, rules, rulesVersion(rules), rulebook, knowledge);
  return { verdict, facts: task.withFacts ? facts : null };
}
