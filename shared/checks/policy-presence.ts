import type { Evidence } from '../domain/evidence.ts';
import type { PolicyFacts } from '../domain/facts/policy.ts';
import type { Severity } from '../domain/severity.ts';
import { policyAbsence, policyEvidence, policyMaySayMore, provisionOf } from './disclosure.ts';

/** Characters below which a text is too short for its silence to prove anything. */
const LONG_ENOUGH = 500;

/**
 * How far the silence of a policy carries. It proves that something is missing only where the whole policy was read, is long
 * enough to be one, and is Chinese, the language the reader understands; otherwise a person must look.
 */
export function absenceSeverity(policy: PolicyFacts): Severity {
  const whole = policy.text.length >= LONG_ENOUGH && policy.hanShare >= 0.5 && !policyMaySayMore(policy);
  return whole ? 'reject' : 'review';
}

/** What a rule about a missing provision yields. */
export interface MissingProvision {
  readonly message: 'absent' | 'empty';
  readonly subject: string;
  readonly severity: Severity;
  readonly evidence: readonly Evidence[];
}

/**
 * Nothing where the policy has the item with substance; `absent` where it never speaks of it, `empty` where it has only the word
 * and nothing behind it (a complaint section without a channel).
 * @param searched the words that were looked for, shown as evidence
 */
export function* missingProvision(policy: PolicyFacts, item: string, searched: string): Generator<MissingProvision> {
  const { state, places } = provisionOf(policy, item);
  if (state === 'substance') return;
  yield {
    message: state === 'absent' ? 'absent' : 'empty',
    subject: item,
    severity: absenceSeverity(policy),
    evidence: [...policyEvidence(policy, places, 2), policyAbsence(policy, searched)],
  };
}
