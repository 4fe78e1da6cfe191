import { CHECKS, type CheckName, type CheckReport, type MissingCheck, type NotAssessed } from '../domain/check.ts';

/** What became of one rule in this review. */
export type RuleOutcome = 'found' | 'passed' | 'not-assessed' | 'not-applicable' | 'not-run';

/** What became of all checks and rules. */
export interface Outcomes {
  readonly completed: readonly CheckName[];
  readonly missing: readonly MissingCheck[];
  /** Rules that did not judge although their check completed, with what they lacked; ordered by rule. */
  readonly notAssessed: readonly NotAssessed[];
  /** Rules that reports name and this rulebook does not have: reports of another build. */
  readonly foreign: readonly string[];
  of(rule: string): RuleOutcome;
}

/** `missing` of a rule that its check's report says nothing about: the report was made with another rulebook. */
const NO_RESULT = 'rule-result';

/**
 * Accounts for every check and every rule. Nothing is assumed: a check that is neither reported nor said to be missing is missing; a
 * check that is said to be missing is missing whatever else there is; a rule that its report leaves out was not assessed.
 */
export function accountFor(
  ruleIds: readonly string[],
  reports: readonly CheckReport[],
  missing: readonly MissingCheck[],
): Outcomes {
  const outcomes = new Map<string, RuleOutcome>();
  const lacking = new Map<string, Set<string>>();
  const note = (rule: string, outcome: RuleOutcome) => {
    if (PRECEDENCE.indexOf(outcome) > PRECEDENCE.indexOf(outcomes.get(rule) ?? 'not-run')) outcomes.set(rule, outcome);
  };
  const lack = (rule: string, facts: readonly string[]) => {
    note(rule, 'not-assessed');
    lacking.set(rule, new Set([...(lacking.get(rule) ?? []), ...facts]));
  };
  for (const report of reports) {
    for (const rule of report.notApplicable) note(rule, 'not-applicable');
    for (const rule of report.passed) note(rule, 'passed');
    for (const { rule, missing: facts } of report.notAssessed) lack(rule, facts);
    for (const { rule } of report.findings) note(rule, 'found');
  }
  const absent = missingChecks(reports, missing);
  const known = new Set(ruleIds);
  const foreign = [...outcomes.keys()].filter((rule) => !known.has(rule)).sort();
  for (const rule of ruleIds) {
    const ran = !absent.some(({ check }) => rule.startsWith(`${check}/`));
    if (ran && !outcomes.has(rule)) lack(rule, [NO_RESULT]);
  }
  return {
    completed: CHECKS.filter((check) => !absent.some((entry) => entry.check === check)),
    missing: absent,
    notAssessed: [...lacking]
      .map(([rule, facts]) => ({ rule, missing: [...facts].sort() }))
      .sort((a, b) => (a.rule < b.rule ? -1 : 1)),
    foreign,
    of: (rule) => outcomes.get(rule) ?? 'not-run',
  };
}

/** A rule in several lists counts as the last of these: what it found outweighs that it passed elsewhere. */
const PRECEDENCE: readonly RuleOutcome[] = ['not-run', 'not-applicable', 'passed', 'not-assessed', 'found'];

function missingChecks(reports: readonly CheckReport[], missing: readonly MissingCheck[]): MissingCheck[] {
  return CHECKS.flatMap((check) => {
    const said = missing.filter((entry) => entry.check === check);
    if (said.length > 0) return [[...said].sort((a, b) => (a.reason.zh < b.reason.zh ? -1 : 1))[0]!];
    if (reports.some((report) => report.check === check)) return [];
    return [{ check, reason: { zh: '没有收到该检查的报告', en: 'No report of this check was received' } }];
  });
}
