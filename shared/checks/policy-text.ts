import type { PolicyFacts } from '../domain/facts/policy.ts';
import { evenText } from './comparable-name.ts';
import { lettersAndDigits } from './letters-and-digits.ts';

const even = new WeakMap<PolicyFacts, string>();
const comparable = new WeakMap<PolicyFacts, string>();

/** A policy’s text in one width and case. */
function evenPolicyText(policy: PolicyFacts): string {
  const known = even.get(policy) ?? evenText(policy.text);
  even.set(policy, known);
  return known;
}

/** A policy's text as names are compared: see `comparableName`. */
export function comparablePolicyText(policy: PolicyFacts): string {
  const known = comparable.get(policy) ?? lettersAndDigits(evenPolicyText(policy));
  comparable.set(policy, known);
  return known;
}
