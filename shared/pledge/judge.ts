import type { FactsUnderReview } from '../checks/facts-under-review.ts';
import type { Rule } from '../checks/rule.ts';
import { runCheck } from '../checks/run.ts';
import { CHECKS, type CheckReport, type MissingCheck } from '../domain/check.ts';
import { ShelfgateError } from '../domain/errors.ts';
import type { ListingFacts } from '../domain/facts/listing.ts';
import type { PackageFacts } from '../domain/facts/package.ts';
import type { PolicyFacts } from '../domain/facts/policy.ts';
import { NO_RECORDS } from '../domain/facts/records.ts';
import type { Rulebook } from '../domain/rulebook.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { Knowledge } from '../knowledge/types.ts';
import { composeVerdict } from './compose.ts';

/** All facts of one submission: what a verdict is made of, and nothing else is. */
export interface Judged extends FactsUnderReview {
  readonly package: PackageFacts;
  readonly policy: PolicyFacts;
  readonly listing: ListingFacts;
}

/**
 * Runs all checks over stored facts and composes the verdict, as the workers do one by one. Pure and deterministic: by the same rules,
 * rulebook and knowledge the same facts give the same bytes.
 * @param rulesVersion see `rulesVersion`; handed in because it reads files
 */
export function judge(
  facts: Judged,
  rules: readonly Rule[],
  rulesVersion: string,
  rulebook: Rulebook,
  knowledge: Knowledge,
): Verdict {
  const reports: CheckReport[] = [];
  const missing: MissingCheck[] = [];
  for (const check of CHECKS) {
    try {
      reports.push(runCheck(check, rules, facts, knowledge, rulebook));
    } catch (error) {
      // A check that died leaves no report; the verdict names it and cannot approve.
      if (!(error instanceof ShelfgateError)) throw error;
      missing.push({ check, reason: error.text });
    }
  }
  return composeVerdict({
    reports,
    missing,
    package: facts.package,
    policy: facts.policy,
    listing: facts.listing,
    records: facts.records ?? NO_RECORDS,
    packageSha256: facts.package.sha256,
    rules,
    rulesVersion,
    rulebook,
    knowledge,
    inspector: facts.package.inspector,
    policyReader: facts.policy.reader,
  });
}
