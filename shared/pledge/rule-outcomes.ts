import { CHECKS, type CheckName, type CheckReport, type MissingCheck, type NotAssessed } from '../domain/check.ts';
import type { RuleState } from '../domain/rulebook.ts';

/** What became of one rule in this review. */
export type RuleOutcome = 'found' | 'waived' | 'passed' | 'not-assessed' | 'not-applicable' | 'observing' | 'off' | 'not-run';

/** What became of all checks and rules. */
export interface Outcomes {
  readonly completed: readonly CheckName[];
  readonly missing: readonly MissingCheck[];
  /** Rules that did not judge although their check completed, with what they lacked; ordered by rule. */
  readonly notAssessed: readonly NotAssessed[];
  /** Rules that the rulebook switched off, and those that it only observes; ordered. */
  readonly off: readonly string[];
  readonly observing: readonly string[];
  /** Observed rules that observed nothing, because they lacked facts or died; ordered by rule. */
  readonly notObserved: readonly NotAssessed[];
  /** Rules that reports name and this rulebook does not have: reports of another build. */
  readonly foreign: readonly string[];
  of(rule: string): RuleOutcome;
}

/** `missing` of a rule that its check's report says nothing about, or not what the rulebook says: it was made by another one. */
const NO_RESULT = 'rule-result';

/**
 * Accounts for every check and every rule. Nothing is assumed: a check that is neither reported nor said to be missing is missing; a
 * check that is said to be missing is missing whatever else there is; a rule that its report leaves out, or treats in another way than
 * the rulebook has it, was not assessed.
 * @param stateOf what the rulebook does with a rule
 */
export function accountFor(
  ruleIds: readonly string[],
  reports: readonly CheckReport[],
  missing: readonly MissingCheck[],
  stateOf: (rule: string) => RuleState,
): Outcomes {
  const outcomes = new Map<string, RuleOutcome>();
  const lacking = new Map<string, Set<string>>();
  const note = (rule: string, outcome: RuleOutcome) => {
    if (RANK[outcome] > RANK[outcomes.get(rule) ?? 'not-run']) outcomes.set(rule, outcome);
  };
  const lack = (rule: string, facts: readonly string[]) => {
    note(rule, 'not-assessed');
    lacking.set(rule, new Set([...(lacking.get(rule) ?? []), ...facts]));
  };
  for (const report of reports) {
    for (const rule of report.off ?? []) note(rule, 'off');
    for (const rule of report.observing ?? []) note(rule, 'observing');
    for (const rule of report.notApplicable) note(rule, 'not-applicable');
    for (const rule of report.passed) note(rule, 'passed');
    for (const { finding } of report.waived ?? []) note(finding.rule, 'waived');
    for (const { rule, missing: facts } of report.notAssessed) lack(rule, facts);
    for (const { rule } of report.findings) note(rule, 'found');
  }
  const absent = missingChecks(reports, missing);
  const known = new Set(ruleIds);
  const foreign = [...outcomes.keys()].filter((rule) => !known.has(rule)).sort();
  for (const rule of ruleIds) {
    const ran = absent.length === 0 || !absent.some(({ check }) => rule.startsWith(`${check}/`));
    if (ran && stateIn(outcomes.get(rule)) !== stateOf(rule)) lack(rule, [NO_RESULT]);
  }
  const idsWith = (outcome: RuleOutcome) => ruleIds.filter((rule) => outcomes.get(rule) === outcome).sort();
  return {
    completed: CHECKS.filter((check) => !absent.some((entry) => entry.check === check)),
    missing: absent,
    notAssessed: [...lacking]
      .map(([rule, facts]) => ({ rule, missing: [...facts].sort() }))
      .sort((a, b) => (a.rule < b.rule ? -1 : 1)),
    off: idsWith('off'),
    observing: idsWith('observing'),
    notObserved: reports.flatMap(({ notObserved = [] }) => notObserved).sort((a, b) => (a.rule < b.rule ? -1 : 1)),
    foreign,
    of: (rule) => outcomes.get(rule) ?? 'not-run',
  };
}

/** A rule in several lists counts as the strongest of these: what it found outweighs that it passed elsewhere. */
const RANK: Readonly<Record<RuleOutcome, number>> = {
  'not-run': 0,
  off: 1,
  observing: 2,
  'not-applicable': 3,
  passed: 4,
  waived: 5,
  'not-assessed': 6,
  found: 7,
};

/** The state in which a rule must have been to come out so; null when nothing is said of it. */
function stateIn(outcome: RuleOutcome | undefined): RuleState | null {
  if (outcome === undefined || outcome === 'not-run') return null;
  if (outcome === 'off') return 'off';
  return outcome === 'observing' ? 'observe' : 'enforced';
}

function missingChecks(reports: readonly CheckReport[], missing: readonly MissingCheck[]): MissingCheck[] {
  return CHECKS.flatMap((check) => {
    const said = missing.filter((entry) => entry.check === check);
    if (said.length > 0) return [[...said].sort((a, b) => (a.reason.zh < b.reason.zh ? -1 : 1))[0]!];
    if (reports.some((report) => report.check === check)) return [];
    return [{ check, reason: { zh: '没有收到该检查的报告', en: 'No report of this check was received' } }];
  });
}
