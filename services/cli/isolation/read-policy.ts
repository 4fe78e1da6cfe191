import type { PolicyFacts } from '../../../shared/domain/facts/policy.ts';
import { knowledge } from '../../../shared/knowledge/index.ts';
import { type GatheredPolicy, noPolicy, readGatheredPolicy, readPolicyDocument } from '../../../shared/policy/index.ts';
import type { PolicyDocumentInput } from '../review-input.ts';

/** Where the policy of a review comes from. */
export type PolicyInput =
  | { readonly kind: 'file'; readonly document: PolicyDocumentInput }
  | { readonly kind: 'web'; readonly gathered: GatheredPolicy }
  /** The listing names an address and nobody was asked to look there: unknown, so neither present nor absent. */
  | { readonly kind: 'not-fetched'; readonly url: string }
  | { readonly kind: 'none' };

/** Facts of the policy that a command was given. */
export async function readPolicy(input: PolicyInput): Promise<PolicyFacts> {
  switch (input.kind) {
    case 'file':
      return readPolicyDocument(input.document, knowledge);
    case 'web':
      return readGatheredPolicy(input.gathered, knowledge);
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
