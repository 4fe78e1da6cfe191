import { NEUTRAL_LISTING, NEUTRAL_PACKAGE, NEUTRAL_POLICY } from '../../test/rules/support/facts.ts';
import { SILENT, speaking, withOne } from '../../test/rules/support/reviews.ts';
import type { Rule } from '../checks/rule.ts';
import { BUILT_IN } from '../checks/rulebook/built-in.ts';
import { NO_RECORDS } from '../domain/facts/records.ts';
import type { Rulebook, RuleState } from '../domain/rulebook.ts';
import { knowledge } from '../knowledge/index.ts';
import { judge } from './judge.ts';

const FACTS = {
  package: NEUTRAL_PACKAGE,
  policy: NEUTRAL_POLICY,
  listing: NEUTRAL_LISTING,
  records: { ...NO_RECORDS, reviewedOn: '2026-11-22' },
};
const state = (to: RuleState, ...ids: string[]): Rulebook => ({
  ...BUILT_IN,
  rules: Object.fromEntries(ids.map((id) => [id, { state: to }])),
});
const waiving: Rulebook = {
  ...BUILT_IN,
  waivers: [
    {
      id: 'W-1',
      rule: 'permission/only',
      app: NEUTRAL_PACKAGE.identity.packageName!,
      subject: 's',
      reason: 'r',
      by: '王',
      granted: '2026-01-01',
      expires: '2026-12-31',
    },
  ],
};
const clauseOf = (rules: readonly Rule[], book: Rulebook, id = 'sz2025-7') =>
  judge(FACTS, rules, 'r', book, knowledge).clauses.find(({ clause }) => clause === id)!;
const ALL = SILENT.map(({ id }) => id);

test('not assessable when all of its rules are off or only observed, saying which', () => {
  expect(clauseOf(SILENT, state('off', ...ALL))).toMatchObject({
    assessment: 'not-assessable',
    reason: { zh: expect.stringContaining('规则库关闭 5 条规则'), en: expect.stringContaining('switched off 5 rules') },
  });
  const observed = clauseOf(withOne(speaking('reject')), state('observe', ...ALL));
  expect(observed.assessment).toBe('not-assessable');
  expect(observed.findings).toEqual([]);
  expect(observed.reason.zh).toContain('仅观察 5 条规则，其发现的 1 个问题不计入');
});

test('met by the rules that are left, naming how many were off or observed', () => {
  const off = clauseOf(withOne(speaking('reject')), state('off', 'permission/only'));
  expect(off.assessment).toBe('met');
  expect(off.reason.zh).toMatch(/4 条静态规则均未发现问题.*规则库关闭 1 条规则/);
  expect(off.reason.en).toContain('the rulebook has switched off 1 rule');
  expect(clauseOf(SILENT, BUILT_IN).reason.zh).not.toContain('规则库');
});

test('what might have applied is not said not to apply', () => {
  const aside = SILENT.map((rule) => ({ ...rule, applies: () => false }));
  expect(clauseOf(aside, BUILT_IN).assessment).toBe('not-applicable');
  expect(clauseOf(aside, state('off', 'sdk/only')).assessment).toBe('not-assessable');
});

test('waived when nothing else speaks, with the findings; a finding that counts outweighs', () => {
  const verdict = judge(FACTS, withOne(speaking('reject')), 'r', waiving, knowledge);
  expect(verdict.decision).toBe('approve');
  const clause = verdict.clauses.find((entry) => entry.clause === 'sz2025-7')!;
  expect(clause).toMatchObject({ assessment: 'waived', findings: [verdict.waived[0]!.finding.fingerprint] });
  expect(verdict.reasons.find(({ code }) => code === 'waived')?.text.zh).toMatch(
    /W-1（王 批准，至 2026-12-31）使 1 个问题不生效/,
  );
  const two = withOne({
    evaluate: () => ['s', 't'].map((subject) => ({ message: 'found', subject, evidence: [{ type: 'listing', field: 'x' }] })),
  });
  expect(clauseOf(two, waiving)).toMatchObject({
    assessment: 'violated',
    reason: { zh: expect.stringContaining('另有 1 个问题已豁免') },
  });
});

test('the platform says what its own standard leaves out', () => {
  expect(clauseOf(SILENT, state('off', 'sdk/only'), 'platform2025-1')).toMatchObject({
    assessment: 'met',
    reason: { zh: expect.stringContaining('不含关闭的 1 条规则') },
  });
  const citing = withOne({ ...speaking('review'), clauses: ['platform2025-2'] });
  expect(clauseOf(citing, waiving, 'platform2025-2').assessment).toBe('waived');
});
