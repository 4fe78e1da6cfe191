import type { Rule } from '../../../shared/checks/rule.ts';
import { BUILT_IN } from '../../../shared/checks/rulebook/built-in.ts';
import { runCheck } from '../../../shared/checks/run.ts';
import type { CheckName, CheckReport } from '../../../shared/domain/check.ts';
import type { CaseFacts } from './cases.ts';
import { listingFacts, packageFacts, policyFacts, recordFacts } from './facts.ts';
import { knowledgeWith } from './known-sdks.ts';

/** What one rule says of the facts of a case, enforced, with the parameters that the case sets. */
export async function judgeCase(rule: Rule, facts: CaseFacts): Promise<CheckReport> {
  const [check] = rule.id.split('/') as [CheckName];
  const given = {
    package: packageFacts(facts.package),
    policy: await policyFacts(facts.policy),
    listing: listingFacts(facts.listing),
    records: recordFacts(facts.records),
  };
  const parameters = facts.parameters ?? {};
  for (const name of Object.keys(parameters)) expect(Object.keys(rule.parameters ?? {})).toContain(name);
  return runCheck(check, [rule], given, knowledgeWith(facts.knows), {
    ...BUILT_IN,
    rules: { [rule.id]: { state: 'enforced', parameters } },
  });
}
