import type { PolicyFacts } from '../domain/facts/policy.ts';
import { absenceSeverity, collectsNothing, type MissingProvision, missingProvision } from './policy-presence.ts';

/** What a rule yields about a provision that only should be there. */
export type AdvisedProvision = MissingProvision & { readonly severity: 'warn' };

/**
 * A warning where a policy lacks what the law does not ask every policy to say. Nothing where its silence proves nothing (short, partial
 * or foreign texts) or where nothing is collected: advice that may be wrong helps nobody.
 * @param searched the words that were looked for, shown as evidence
 */
export function* advisedProvision(policy: PolicyFacts, item: string, searched: string): Generator<AdvisedProvision> {
  if (absenceSeverity(policy) !== 'reject' || collectsNothing(policy)) return;
  for (const missing of missingProvision(policy, item, searched)) yield { ...missing, severity: 'warn' };
}
