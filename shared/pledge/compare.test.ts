import { NEUTRAL_LISTING, NEUTRAL_PACKAGE, NEUTRAL_POLICY } from '../../test/rules/support/facts.ts';
import { onlyRule, speaking, withOne } from '../../test/rules/support/reviews.ts';
import type { Rule } from '../checks/rule.ts';
import { BUILT_IN } from '../checks/rulebook/built-in.ts';
import { CHECKS } from '../domain/check.ts';
import { NO_RECORDS } from '../domain/facts/records.ts';
import type { Rulebook, RuleSetting } from '../domain/rulebook.ts';
import type { Verdict } from '../domain/verdict.ts';
import { knowledge } from '../knowledge/index.ts';
import { compareVerdicts } from './compare.ts';
import { Comparison } from './comparison.ts';
import { judge } from './judge.ts';

const FACTS = {
  package: NEUTRAL_PACKAGE,
  policy: NEUTRAL_POLICY,
  listing: NEUTRAL_LISTING,
  records: { ...NO_RECORDS, reviewedOn: '2026-11-22' },
};
const RULE = 'permission/only';
const set = (setting: RuleSetting): Rulebook => ({ ...BUILT_IN, rules: { [RULE]: setting } });
const waiving: Rulebook = {
  ...BUILT_IN,
  waivers: [
    {
      id: 'W',
      rule: RULE,
      app: NEUTRAL_PACKAGE.identity.packageName!,
      reason: 'r',
      by: 'b',
      granted: '2026-01-01',
      expires: '2026-12-31',
    },
  ],
};
const by = (rules: readonly Rule[], book: Rulebook): Verdict => judge(FACTS, rules, 'r', book, knowledge);

const REJECTING = withOne(speaking('reject'));
const HOLDING = withOne(speaking('review'));

test.each<[string, readonly Rule[], Rulebook, Rulebook, object | null]>([
  ['nothing', REJECTING, BUILT_IN, { ...BUILT_IN, version: '2', sha256: '1'.repeat(64) }, null],
  [
    'switched off',
    REJECTING,
    BUILT_IN,
    set({ state: 'off' }),
    { from: 'reject', to: 'approve', causes: [RULE], findings: [{ from: 'reject', to: 'none' }] },
  ],
  [
    'switched on',
    HOLDING,
    set({ state: 'off' }),
    BUILT_IN,
    { from: 'approve', to: 'review', causes: [RULE], findings: [{ from: 'none', to: 'review' }] },
  ],
  [
    'observed',
    REJECTING,
    BUILT_IN,
    set({ state: 'observe' }),
    { to: 'approve', causes: [RULE], findings: [{ from: 'reject', to: 'observed' }] },
  ],
  [
    'taken from observing',
    REJECTING,
    set({ state: 'observe' }),
    BUILT_IN,
    { to: 'reject', causes: [RULE], findings: [{ from: 'observed', to: 'reject' }] },
  ],
  [
    'lowered',
    REJECTING,
    BUILT_IN,
    set({ state: 'enforced', atMost: 'review' }),
    { from: 'reject', to: 'review', causes: [RULE], findings: [{ from: 'reject', to: 'review' }] },
  ],
  [
    'lowered to a warning',
    HOLDING,
    BUILT_IN,
    set({ state: 'enforced', atMost: 'warn' }),
    { to: 'approve', causes: [RULE], findings: [{ to: 'warn' }] },
  ],
  ['waived', HOLDING, BUILT_IN, waiving, { to: 'approve', causes: [RULE], findings: [{ from: 'review', to: 'waived' }] }],
  [
    'no longer waived',
    HOLDING,
    waiving,
    BUILT_IN,
    { to: 'review', causes: [RULE], findings: [{ from: 'waived', to: 'review' }] },
  ],
  [
    'from off to observed',
    HOLDING,
    set({ state: 'off' }),
    set({ state: 'observe' }),
    { from: 'approve', to: 'approve', causes: [], findings: [{ from: 'none', to: 'observed' }] },
  ],
])('a rule that is %s', (_, rules, before, after, change) => {
  const compared = compareVerdicts(by(rules, before), by(rules, after));
  if (change === null) expect(compared).toBeNull();
  else expect(compared).toMatchObject(change);
});

test('a decision that hangs on what stayed unknown names the rule that did not judge, or the check that died', () => {
  const lacking = withOne({ needs: ['filing'] });
  const facts = {
    ...FACTS,
    records: { ...FACTS.records, filing: { registry: 'r', asked: 'a', outcome: 'unavailable' as const, record: null } },
  };
  const judged = (rules: readonly Rule[], book: Rulebook) => judge(facts, rules, 'r', book, knowledge);
  expect(compareVerdicts(judged(lacking, BUILT_IN), judged(lacking, set({ state: 'off' })))).toEqual({
    from: 'review',
    to: 'approve',
    findings: [],
    causes: [RULE],
  });
  const dying = withOne({
    evaluate: () => {
      throw new Error('dead');
    },
  });
  expect(compareVerdicts(judged(dying, set({ state: 'observe' })), judged(dying, BUILT_IN))).toMatchObject({
    to: 'review',
    causes: ['permission'],
  });
});

test('many apps are counted by decision, rule and kind of change; those with another decision are listed first', () => {
  const comparison = new Comparison(2);
  const two = CHECKS.map((check) => onlyRule(check, check === 'permission' || check === 'sdk' ? speaking('review') : {}));
  const off = set({ state: 'off' });
  comparison.add('unchanged', by(two, BUILT_IN), by(two, BUILT_IN));
  comparison.add('still held', by(two, BUILT_IN), by(two, off));
  comparison.add('approved', by(HOLDING, BUILT_IN), by(HOLDING, off));
  comparison.add('approved too', by(REJECTING, BUILT_IN), by(REJECTING, off));
  comparison.add('rejected', by(REJECTING, off), by(REJECTING, BUILT_IN));
  const result = comparison.result();
  expect(result).toMatchObject({
    apps: 5,
    changed: 4,
    decided: { newlyRejected: 1, newlyHeld: 0, newlyApproved: 2 },
    before: { approve: 1, review: 3, reject: 1 },
    after: { approve: 2, review: 2, reject: 1 },
    findings: { gone: 3, appeared: 1, raised: 0 },
    byRule: [{ rule: RULE, apps: { approve: 2, reject: 1, review: 0 }, findings: { gone: 3, appeared: 1 } }],
  });
  expect(result.listed.map(({ app }) => app)).toEqual(['approved', 'approved too']);
});
