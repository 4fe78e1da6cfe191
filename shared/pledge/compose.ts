import { mergeFindings } from '../checks/merge.ts';
import type { Rule } from '../checks/rule.ts';
import { settingOf } from '../checks/rulebook/apply.ts';
import { CHECKS, type CheckReport, type MissingCheck } from '../domain/check.ts';
import type { ListingFacts } from '../domain/facts/listing.ts';
import type { PackageFacts } from '../domain/facts/package.ts';
import type { PolicyFacts } from '../domain/facts/policy.ts';
import type { RecordFacts } from '../domain/facts/records.ts';
import type { Rulebook } from '../domain/rulebook.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { Knowledge } from '../knowledge/types.ts';
import { canonicalVerdict } from './canonical.ts';
import { assessClauses } from './clauses.ts';
import { decide, type Grounds } from './decision.ts';
import { effectiveCoverage } from './effective-coverage.ts';
import { LIMITS } from './limits.ts';
import { accountFor } from './rule-outcomes.ts';

export interface VerdictInput {
  readonly reports: readonly CheckReport[];
  readonly missing: readonly MissingCheck[];
  readonly package: PackageFacts | null;
  readonly policy: PolicyFacts | null;
  readonly listing: ListingFacts;
  readonly packageSha256: string;
  readonly records: RecordFacts;
  readonly rules: readonly Rule[];
  /** Version of the rules, see `rulesVersion`. */
  readonly rulesVersion: string;
  /** The store's rulebook, by which the reports were made. */
  readonly rulebook: Rulebook;
  readonly knowledge: Knowledge;
  readonly inspector: string;
  readonly policyReader: string;
}

/**
 * Composes the verdict: a pure function without a clock. The same input gives the same bytes when serialised, whatever the order of
 * reports, rules and missing checks, and whatever the key order that a database gave the stored reports.
 */
export function composeVerdict(input: VerdictInput): Verdict {
  const rules = byId(input.rules);
  const outcomes = accountFor(
    rules.map((rule) => rule.id),
    input.reports,
    input.missing,
    (rule) => settingOf(input.rulebook, rule).state,
  );
  const grounds: Grounds = {
    findings: mergeFindings(input.reports.flatMap((report) => report.findings)),
    ...withoutEffect(input.reports),
    outcomes,
    coverage: effectiveCoverage(input.package),
    gaps: [...(input.package?.gaps ?? []), ...(input.policy?.gaps ?? [])],
  };
  return canonicalVerdict({
    schema: 'verdict/1',
    ...decide(grounds),
    findings: grounds.findings,
    waived: grounds.waived,
    observed: grounds.observed,
    staleWaivers: grounds.staleWaivers,
    clauses: assessClauses(input.knowledge.clauses, rules, grounds),
    checks: {
      completed: outcomes.completed,
      missing: outcomes.missing,
      notAssessed: outcomes.notAssessed,
      off: outcomes.off,
      observing: outcomes.observing,
      ...(outcomes.notObserved.length === 0 ? {} : { notObserved: outcomes.notObserved }),
    },
    coverage: grounds.coverage,
    gaps: grounds.gaps,
    provenance: {
      packageSha256: input.packageSha256,
      policySha256: input.policy?.source.sha256 ?? null,
      inspector: input.inspector,
      policyReader: input.policyReader,
      knowledge: input.knowledge.version,
      rules: input.rulesVersion,
      rulebook: input.rulebook.sha256,
      rulebookName: input.rulebook.name,
      rulebookVersion: input.rulebook.version,
      reviewedOn: input.records.reviewedOn,
    },
    limits: LIMITS,
  });
}

const sorted = new WeakMap<readonly Rule[], readonly Rule[]>();

function byId(rules: readonly Rule[]): readonly Rule[] {
  const known = sorted.get(rules) ?? [...rules].sort((a, b) => (a.id < b.id ? -1 : 1));
  sorted.set(rules, known);
  return known;
}

/** What the rulebook takes the effect from, in an order that does not depend on the order of the reports. */
function withoutEffect(reports: readonly CheckReport[]): Pick<Verdict, 'waived' | 'observed' | 'staleWaivers'> {
  const byCheck = [...reports].sort((a, b) => CHECKS.indexOf(a.check) - CHECKS.indexOf(b.check));
  return {
    waived: byCheck.flatMap(({ waived = [] }) => waived),
    observed: mergeFindings(byCheck.flatMap(({ observed = [] }) => observed)),
    staleWaivers: byCheck.flatMap(({ staleWaivers = [] }) => staleWaivers),
  };
}
