import { NEUTRAL_LISTING, NEUTRAL_PACKAGE, NEUTRAL_POLICY } from '../../test/rules/support/facts.ts';
import { knowledge } from '../knowledge/index.ts';
import { fingerprint } from './fingerprint.ts';
import { EVIDENCE_CAP } from './merge.ts';
import { type Rule, type RuleDefinition, rule } from './rule.ts';
import { runCheck } from './run.ts';

const text = { zh: '有问题：{what}', en: 'A problem: {what}' };
const plain = { zh: '字', en: 'words' };

function make(id: string, part: Partial<RuleDefinition> = {}): Rule {
  return rule({
    id: `permission/${id}`,
    clauses: ['sz2025-7'],
    basis: [{ instrument: 'pipl', article: '6', verified: true }],
    ceiling: 'review',
    needs: [],
    title: plain,
    explanation: plain,
    examples: { bad: [{ text: plain }], good: [{ text: plain }] },
    messages: { found: text },
    remedy: plain,
    evaluate: () => [],
    ...part,
  });
}

const yielding = (...yields: readonly object[]): Partial<RuleDefinition> => ({
  evaluate: () => yields.map((part) => ({ message: 'found', subject: 's', data: { what: 'w' }, evidence: [], ...part })),
});

const all = { package: NEUTRAL_PACKAGE, policy: NEUTRAL_POLICY, listing: NEUTRAL_LISTING };
const run = (rules: readonly Rule[], facts: Parameters<typeof runCheck>[2] = all) =>
  runCheck('permission', rules, facts, knowledge);

test('every rule of the check is accounted for once, rules of other checks are left out', () => {
  const report = run(
    [
      make('d', { needs: ['package'], applies: () => false }),
      make('c', yielding({})),
      make('b'),
      { ...make('x'), id: 'listing/x' },
      make('a', { needs: ['policy'] }),
    ],
    { ...all, policy: null },
  );
  expect(report.findings.map((finding) => finding.rule)).toEqual(['permission/c']);
  expect(report.passed).toEqual(['permission/b']);
  expect(report.notAssessed).toEqual([{ rule: 'permission/a', missing: ['policy'] }]);
  expect(report.notApplicable).toEqual(['permission/d']);
});

describe('needs', () => {
  const absent = { ...NEUTRAL_POLICY, outcome: 'absent' as const, text: '' };
  test.each([
    ['policy', absent, false],
    ['policy', { ...absent, outcome: 'unreadable' as const }, false],
    ['policy', NEUTRAL_POLICY, true],
    ['policy-outcome', absent, true],
    ['policy-outcome', null, false],
  ] as const)('%s with a policy in state %#', (need, policy, met) => {
    const report = run([make('a', { needs: [need] })], { ...all, policy });
    expect(report.passed.length === 1).toBe(met);
    expect(report.notAssessed.length === 1).toBe(!met);
  });
});

test('the severity is capped by the ceiling and defaults to it', () => {
  const severity = (part: object, ceiling: Rule['ceiling']) =>
    run([make('a', { ceiling, ...yielding(part) })]).findings[0]?.severity;
  expect(severity({ severity: 'reject' }, 'review')).toBe('review');
  expect(severity({ severity: 'warn' }, 'reject')).toBe('warn');
  expect(severity({}, 'reject')).toBe('reject');
});

test('placeholders are filled per language, and a value is not looked into again', () => {
  const [finding] = run([make('a', yielding({ data: { what: { zh: '位置', en: 'location {what}' } } }))]).findings;
  expect(finding?.text).toEqual({ zh: '有问题：位置', en: 'A problem: location {what}' });
});

test.each([
  ['a value is missing', yielding({ data: {} }), 'template-value-missing'],
  ['the message does not exist', yielding({ message: 'other' }), 'message-unknown'],
  [
    'it throws',
    {
      evaluate: () => {
        throw new TypeError('broken');
      },
    },
    undefined,
  ],
])('a rule of which %s fails the check and is named', (_name, part, code) => {
  try {
    run([make('a'), make('b', part as Partial<RuleDefinition>)]);
    throw new Error('the check passed');
  } catch (error) {
    expect(error).toMatchObject({ code: 'rule-failed', message: expect.stringContaining('permission/b') });
    expect((error as Error).cause).toMatchObject(code === undefined ? { message: 'broken' } : { code });
  }
});

test('the same finding twice is one finding with all evidence, strongest severity', () => {
  const place = (element: string) => ({ type: 'manifest', element });
  const { findings } = run([
    make('a', {
      ceiling: 'reject',
      ...yielding(
        { severity: 'warn', evidence: [place('1'), place('2')] },
        { severity: 'reject', evidence: [place('2'), place('3')] },
      ),
    }),
  ]);
  expect(findings).toHaveLength(1);
  expect(findings[0]?.severity).toBe('reject');
  expect(findings[0]?.evidence).toEqual([place('1'), place('2'), place('3')]);
  expect(findings[0]).not.toHaveProperty('evidenceOmitted');
});

test('evidence is capped and what is left out is counted', () => {
  const evidence = Array.from({ length: EVIDENCE_CAP + 7 }, (_, at) => ({ type: 'manifest', element: String(at) }));
  const [finding] = run([make('a', yielding({ evidence }))]).findings;
  expect(finding?.evidence).toHaveLength(EVIDENCE_CAP);
  expect(finding?.evidenceOmitted).toBe(7);
});

test('the report does not depend on the order of the rules', () => {
  const rules = [
    make('a', yielding({ subject: '1' }, { subject: '0' })),
    make('b', { ceiling: 'reject', ...yielding({}) }),
    make('c'),
  ];
  expect(JSON.stringify(run(rules))).toBe(JSON.stringify(run([...rules].reverse())));
  expect(run(rules).findings.map(({ rule: id, subject }) => `${id} ${subject}`)).toEqual([
    'permission/b s',
    'permission/a 0',
    'permission/a 1',
  ]);
});

test('the fingerprint is fixed for ever: reviewers’ decisions on findings hang on it', () => {
  expect(fingerprint('permission/beyond-category', 'excess', 'android.permission.CAMERA')).toBe('140c0767c32cc1ed');
  expect(run([make('a', yielding({ subject: 'x' }))]).findings[0]?.fingerprint).toBe(fingerprint('permission/a', 'found', 'x'));
  expect(fingerprint('a', 'b,c', 'd')).not.toBe(fingerprint('a', 'b', 'c,d'));
});
