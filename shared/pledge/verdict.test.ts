import { NEUTRAL_PACKAGE, NEUTRAL_POLICY } from '../../test/rules/support/facts.ts';
import { onlyRule, reviewBy, SILENT, speaking, WORDS, withOne } from '../../test/rules/support/reviews.ts';
import { BUILT_IN } from '../checks/rulebook/built-in.ts';
import { runCheck } from '../checks/run.ts';
import { CHECKS, type CheckName, type CheckReport } from '../domain/check.ts';
import type { Rulebook } from '../domain/rulebook.ts';
import { knowledge } from '../knowledge/index.ts';
import { composeVerdict, type VerdictInput } from './index.ts';

/** Reports by one rulebook in a verdict by another. */
const madeBy = (reports: Rulebook, rulebook: Rulebook): VerdictInput => {
  const input = reviewBy(SILENT, { rulebook });
  const facts = { package: input.package, policy: input.policy, listing: input.listing };
  return { ...input, reports: CHECKS.map((check) => runCheck(check, SILENT, facts, knowledge, reports)) };
};
const without = (check: CheckName, reports: readonly CheckReport[]) => reports.filter((report) => report.check !== check);
const assessmentOf = (input: VerdictInput, clause: string) =>
  composeVerdict(input).clauses.find((entry) => entry.clause === clause)!;

describe('the decision', () => {
  test('approves when everything ran and nothing was found', () => {
    const verdict = composeVerdict(reviewBy(SILENT));
    expect(verdict.decision).toBe('approve');
    expect(verdict.reasons.map(({ code }) => code)).toEqual(['clean']);
  });

  test.each([
    ['warn', 'approve'],
    ['review', 'review'],
    ['reject', 'reject'],
  ] as const)('a finding that %ss leads to %s', (severity, decision) => {
    expect(composeVerdict(reviewBy(withOne(speaking(severity)))).decision).toBe(decision);
  });

  const gap = { code: 'zip-entry-crc-mismatch', place: 'a', message: WORDS, affects: 'resources' as const };
  test.each<[string, Partial<VerdictInput>, string]>([
    ['partial coverage', { package: { ...NEUTRAL_PACKAGE, coverage: { level: 'partial', reasons: [WORDS] } } }, 'coverage'],
    ['no coverage', { package: { ...NEUTRAL_PACKAGE, coverage: { level: 'none', reasons: [] } } }, 'coverage'],
    ['no package', { package: null }, 'coverage'],
    ['a gap in the package', { package: { ...NEUTRAL_PACKAGE, gaps: [gap] } }, 'gap'],
    ['a gap in the policy', { policy: { ...NEUTRAL_POLICY, gaps: [{ ...gap, affects: 'policy' }] } }, 'gap'],
  ])('%s is never approved', (_name, change, code) => {
    const verdict = composeVerdict(reviewBy(SILENT, change));
    expect(verdict.decision).toBe('review');
    expect(verdict.reasons.map((reason) => reason.code)).toContain(code);
  });

  test('a rule without its facts is never approved', () => {
    const verdict = composeVerdict(reviewBy(withOne({ needs: ['policy'] }), { policy: null }));
    expect(verdict.decision).toBe('review');
    expect(verdict.checks.notAssessed).toEqual([{ rule: 'permission/only', missing: ['policy'] }]);
  });

  test.each(CHECKS)('the check %s is missing whether it is said so or only has no report', (check) => {
    const input = reviewBy(SILENT);
    const said = composeVerdict({ ...input, reports: without(check, input.reports), missing: [{ check, reason: WORDS }] });
    const unsaid = composeVerdict({ ...input, reports: without(check, input.reports) });
    for (const verdict of [said, unsaid]) {
      expect(verdict.decision).toBe('review');
      expect(verdict.checks.missing.map((missing) => missing.check)).toEqual([check]);
      expect(verdict.checks.completed).not.toContain(check);
    }
  });

  test('a rule that its report does not mention was not assessed: the report is another build’s', () => {
    const input = reviewBy(SILENT);
    const older = input.reports.map((report) => ({ ...report, passed: [] }));
    expect(composeVerdict({ ...input, reports: older }).decision).toBe('review');
  });

  test('a report that was made by another rulebook does not count as this one’s', () => {
    const off: Rulebook = { ...BUILT_IN, rules: { 'sdk/only': { state: 'off' } } };
    for (const verdict of [composeVerdict(reviewBy(SILENT, { rulebook: off })), composeVerdict(madeBy(off, BUILT_IN))]) {
      expect(verdict.decision).toBe('review');
      expect(verdict.checks.notAssessed).toEqual([{ rule: 'sdk/only', missing: ['rule-result'] }]);
    }
    expect(composeVerdict(madeBy(off, off)).decision).toBe('approve');
  });

  test('a report that names rules we do not have is not approved', () => {
    const input = reviewBy(SILENT);
    const newer = input.reports.map((report) => ({ ...report, passed: [...report.passed, `${report.check}/newer`] }));
    const verdict = composeVerdict({ ...input, reports: newer });
    expect(verdict.decision).toBe('review');
    expect(verdict.clauses.find(({ clause }) => clause === 'platform2025-1')?.assessment).toBe('needs-review');
  });
});

describe('the clauses', () => {
  test('all 29, in the order of the instruments, each with a reason in both languages', () => {
    const { clauses } = composeVerdict(reviewBy(SILENT));
    const ids = (prefix: string, count: number) => Array.from({ length: count }, (_, at) => `${prefix}-${at + 1}`);
    expect(clauses.map(({ clause }) => clause)).toEqual([
      ...ids('sz2025', 15),
      ...ids('pledge2021', 10),
      ...ids('platform2025', 4),
    ]);
    for (const { reason } of clauses) expect([reason.zh.length > 5, reason.en.length > 5]).toEqual([true, true]);
  });

  test('violated by a rejection, naming its finding', () => {
    const verdict = composeVerdict(reviewBy(withOne(speaking('reject'))));
    const clause = verdict.clauses.find((entry) => entry.clause === 'sz2025-7');
    expect(clause).toMatchObject({ assessment: 'violated', findings: [verdict.findings[0]?.fingerprint] });
  });

  test.each(['review', 'warn'] as const)('needs review after a finding that only %ss', (severity) => {
    expect(assessmentOf(reviewBy(withOne(speaking(severity))), 'sz2025-7').assessment).toBe('needs-review');
  });

  test('met when its rules passed, and only as far as static checks can tell', () => {
    const clause = assessmentOf(reviewBy(SILENT), 'sz2025-7');
    expect(clause.assessment).toBe('met');
    expect(clause.reason.zh).toContain('仅限静态检测所及');
  });

  test('not met when a check that it needs is missing, or code could not be read', () => {
    const input = reviewBy(SILENT);
    expect(assessmentOf({ ...input, reports: without('sdk', input.reports) }, 'sz2025-7').assessment).toBe('needs-review');
    const partial = { package: { ...NEUTRAL_PACKAGE, coverage: { level: 'partial' as const, reasons: [] } } };
    expect(assessmentOf(reviewBy(SILENT, partial), 'sz2025-7').assessment).toBe('needs-review');
  });

  test('not applicable when none of its rules applies', () => {
    const rules = CHECKS.map((check) => onlyRule(check, { applies: () => false }));
    expect(assessmentOf(reviewBy(rules), 'sz2025-7').assessment).toBe('not-applicable');
  });

  test('not assessable without rules, saying what to look at', () => {
    const clause = assessmentOf(reviewBy(SILENT), 'pledge2021-3');
    expect(clause.assessment).toBe('not-assessable');
    expect(clause.reason.zh).toContain('差别定价');
  });

  test('a clause that only people can decide is never met', () => {
    const rules = CHECKS.map((check) => onlyRule(check, { clauses: ['sz2025-9'] }));
    expect(assessmentOf(reviewBy(rules), 'sz2025-9').assessment).toBe('not-assessable');
  });

  test('the platform’s first commitment is met by a complete review even of a bad app; no app violates a commitment', () => {
    const rules = withOne({ ...speaking('reject'), clauses: ['sz2025-7', 'platform2025-2'] });
    expect(assessmentOf(reviewBy(rules), 'platform2025-1').assessment).toBe('met');
    expect(assessmentOf(reviewBy(rules), 'platform2025-2').assessment).toBe('needs-review');
    expect(assessmentOf(reviewBy(rules), 'platform2025-3').assessment).toBe('not-assessable');
    expect(assessmentOf(reviewBy(rules, { package: null }), 'platform2025-1').assessment).toBe('needs-review');
  });

  test('a finding about the review itself is not called a review that did not run', () => {
    const bent = reviewBy(withOne({ ...speaking('review'), clauses: ['platform2025-1'] }));
    expect(assessmentOf(bent, 'platform2025-1')).toMatchObject({ assessment: 'needs-review', findings: [expect.any(String)] });
    expect(assessmentOf(bent, 'platform2025-1').reason.zh).toContain('全部检查均已运行');
  });
});
