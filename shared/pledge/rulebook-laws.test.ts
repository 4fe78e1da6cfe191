import fc from 'fast-check';
import { NEUTRAL_LISTING, NEUTRAL_PACKAGE, NEUTRAL_POLICY } from '../../test/rules/support/facts.ts';
import { onlyRule } from '../../test/rules/support/reviews.ts';
import type { Rule } from '../checks/rule.ts';
import { BUILT_IN } from '../checks/rulebook/built-in.ts';
import { CHECKS } from '../domain/check.ts';
import type { ClauseId } from '../domain/clause.ts';
import { NO_RECORDS } from '../domain/facts/records.ts';
import { RULE_STATES, type Rulebook, type RuleSetting, type Waiver } from '../domain/rulebook.ts';
import { SEVERITIES, type Severity, weaker } from '../domain/severity.ts';
import type { Verdict } from '../domain/verdict.ts';
import { knowledge } from '../knowledge/index.ts';
import { type Judged, judge } from './judge.ts';

const STRENGTH = { approve: 0, review: 1, reject: 2 };
const TODAY = '2026-11-22';
const FACTS = {
  package: NEUTRAL_PACKAGE,
  policy: NEUTRAL_POLICY,
  listing: NEUTRAL_LISTING,
  records: { ...NO_RECORDS, reviewedOn: TODAY },
};
const by = (rules: readonly Rule[], book: Rulebook, facts: Judged = FACTS): Verdict => judge(facts, rules, 'r', book, knowledge);

/** What a rule does: finds things, stands aside, lacks facts, dies. */
type Behaviour = 'silent' | 'aside' | 'lacking' | 'dying' | readonly { readonly subject: string; readonly severity: Severity }[];

interface Case {
  readonly rules: readonly Rule[];
  readonly book: Rulebook;
}

const severity = fc.constantFrom(...SEVERITIES);
const behaviour: fc.Arbitrary<Behaviour> = fc.oneof(
  { weight: 4, arbitrary: fc.constant('silent' as const) },
  { weight: 1, arbitrary: fc.constantFrom('aside' as const, 'lacking' as const, 'dying' as const) },
  { weight: 4, arbitrary: fc.array(fc.record({ subject: fc.constantFrom('a', 'b'), severity }), { minLength: 1, maxLength: 3 }) },
);

function ruleOf(id: string, does: Behaviour, ceiling: Severity, clause: ClauseId): Rule {
  const check = CHECKS.find((name) => id.startsWith(`${name}/`))!;
  return {
    ...onlyRule(check, {
      ceiling,
      clauses: [clause],
      needs: does === 'lacking' ? ['filing'] : ['package'],
      applies: () => does !== 'aside',
      evaluate: () => {
        if (does === 'dying') throw new Error('dead');
        if (typeof does === 'string') return [];
        return does.map((one) => ({ message: 'found', evidence: [{ type: 'listing' as const, field: 'app.name' }], ...one }));
      },
    }),
    id: id as Rule['id'],
  };
}

const IDS = CHECKS.flatMap((check) => [`${check}/one`, `${check}/two`]);
const CLAUSES: readonly ClauseId[] = ['sz2025-7', 'sz2025-2', 'sz2025-9', 'platform2025-2'];
const setting: fc.Arbitrary<RuleSetting> = fc.record(
  { state: fc.constantFrom(...RULE_STATES), atMost: severity, atLeast: severity },
  { requiredKeys: ['state'] },
);
const waiver: fc.Arbitrary<Waiver> = fc
  .record({
    rule: fc.constantFrom(...IDS),
    subject: fc.option(fc.constantFrom('a', 'b'), { nil: undefined }),
    holds: fc.boolean(),
    whom: fc.constantFrom(
      { app: NEUTRAL_PACKAGE.identity.packageName! },
      { developer: NEUTRAL_LISTING.developer.id },
      { app: 'other.app' },
    ),
  })
  .map(({ rule, subject, holds, whom }) => ({
    id: `${rule}.${subject ?? ''}.${holds}.${JSON.stringify(whom)}`,
    rule,
    ...whom,
    ...(subject === undefined ? {} : { subject }),
    reason: 'r',
    by: 'b',
    granted: '2026-01-01',
    expires: holds ? TODAY : '2026-11-21',
  }));

const book: fc.Arbitrary<Rulebook> = fc.record({
  schema: fc.constant('rulebook/1' as const),
  name: fc.constant('n'),
  version: fc.constant('v'),
  sha256: fc.constant('0'.repeat(64)),
  otherRules: fc.constantFrom('enforced', 'enforced', 'observe', 'off'),
  rules: fc.dictionary(fc.constantFrom(...IDS), setting, { maxKeys: 4 }),
  waivers: fc.uniqueArray(waiver, { maxLength: 4, selector: ({ id }) => id }),
});

const cases: fc.Arbitrary<Case> = fc.record({
  rules: fc
    .tuple(...IDS.map((id) => fc.tuple(fc.constant(id), behaviour, severity, fc.constantFrom(...CLAUSES))))
    .map((rules) => rules.map((one) => ruleOf(...one))),
  book,
});

const withState = (from: Rulebook, rule: string, state: RuleSetting['state']): Rulebook => ({
  ...from,
  rules: { ...from.rules, [rule]: { ...from.rules[rule], state } },
});
const effect = ({ decision, findings, waived, staleWaivers, clauses }: Verdict) => ({
  decision,
  findings,
  waived,
  staleWaivers,
  clauses: clauses.map(({ clause, assessment }) => [clause, assessment]),
});
const runs = { numRuns: 150 };

test('observing a rule has the effect of switching it off, whatever it finds or does', () => {
  fc.assert(
    fc.property(cases, fc.constantFrom(...IDS), ({ rules, book: given }, id) => {
      expect(effect(by(rules, withState(given, id, 'observe')))).toEqual(effect(by(rules, withState(given, id, 'off'))));
    }),
    runs,
  );
});

test('a rule that is off is as if it were not there, except that it is said', () => {
  fc.assert(
    fc.property(cases, fc.constantFrom(...IDS), ({ rules, book: given }, id) => {
      const off = by(rules, withState(given, id, 'off'));
      const gone = by(
        rules.filter((rule) => rule.id !== id),
        given,
      );
      const { clauses: _, ...left } = effect(off);
      const { clauses: __, ...right } = effect(gone);
      expect(left).toEqual(right);
      if (!off.checks.missing.some(({ check }) => id.startsWith(`${check}/`))) expect(off.checks.off).toContain(id);
      if (off.decision === 'approve') expect(off.reasons.some(({ text }) => text.zh.includes(id))).toBe(true);
    }),
    runs,
  );
});

test('waivers only weaken, and what they take is shown', () => {
  fc.assert(
    fc.property(cases, ({ rules, book: given }) => {
      const before = by(rules, { ...given, waivers: [] });
      const after = by(rules, given);
      expect(STRENGTH[after.decision]).toBeLessThanOrEqual(STRENGTH[before.decision]);
      const shown = [...after.findings, ...after.waived.map(({ finding }) => finding)].map(({ fingerprint }) => fingerprint);
      expect(shown.sort()).toEqual(before.findings.map(({ fingerprint }) => fingerprint).sort());
      if (after.decision !== before.decision || (after.decision === 'approve' && after.waived.length > 0)) {
        expect(after.reasons.map(({ code }) => code)).toContain('waived');
      }
    }),
    runs,
  );
});

test('a waiver that holds no longer changes nothing, and is told where it would have', () => {
  const stale = (given: Rulebook, expires: string): Rulebook => ({
    ...given,
    waivers: given.waivers.map((one) => ({ ...one, expires })),
  });
  fc.assert(
    fc.property(cases, ({ rules, book: given }) => {
      const none = by(rules, { ...given, waivers: [] });
      const expired = by(rules, stale(given, '2026-11-21'));
      const holding = by(rules, stale(given, TODAY));
      expect(expired.findings).toEqual(none.findings);
      expect(expired.decision).toBe(none.decision);
      expect(expired.reasons.some(({ code }) => code === 'stale-waiver')).toBe(holding.decision !== expired.decision);
      const onUnknownDay = by(rules, stale(given, TODAY), { ...FACTS, records: NO_RECORDS });
      expect(onUnknownDay.waived).toEqual([]);
    }),
    runs,
  );
});

test('no setting makes a finding stronger than its rule, or than what the rule did not prove', () => {
  fc.assert(
    fc.property(cases, ({ rules, book: given }) => {
      const verdict = by(rules, given);
      const own = new Map(by(rules, { ...BUILT_IN, waivers: [] }).findings.map((one) => [one.fingerprint, one.severity]));
      for (const finding of [...verdict.findings, ...verdict.observed, ...verdict.waived.map((one) => one.finding)]) {
        const { ceiling } = rules.find(({ id }) => id === finding.rule)!;
        const { atMost } = given.rules[finding.rule] ?? {};
        expect(weaker(finding.severity, ceiling)).toBe(finding.severity);
        if (atMost !== undefined) expect(weaker(finding.severity, atMost)).toBe(finding.severity);
        if (finding.severity === 'reject' && own.size > 0 && own.has(finding.fingerprint)) {
          expect(own.get(finding.fingerprint)).toBe('reject');
        }
      }
    }),
    runs,
  );
});

/** The keys of every object in reverse, as a database or a thread might give them back. */
const rekeyed = <Value>(value: Value): Value => {
  if (Array.isArray(value)) return value.map(rekeyed) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, part]) => [key, rekeyed(part)])) as Value;
};

test('the same facts, rules and rulebook give the same bytes, in whatever order they come', () => {
  fc.assert(
    fc.property(cases, ({ rules, book: given }) => {
      const once = JSON.stringify(by(rules, given));
      expect(JSON.stringify(by([...rules].reverse(), rekeyed(given), rekeyed(FACTS)))).toBe(once);
    }),
    { numRuns: 60 },
  );
});

test('a rule that dies while it is only observed is said and changes nothing', () => {
  const dying = ruleOf('sdk/one', 'dying', 'reject', 'sz2025-7');
  const rules = [dying, ...CHECKS.map((check) => onlyRule(check))];
  const verdict = by(rules, withState(BUILT_IN, 'sdk/one', 'observe'));
  expect(verdict.decision).toBe('approve');
  expect(verdict.checks).toMatchObject({
    missing: [],
    observing: ['sdk/one'],
    notObserved: [{ rule: 'sdk/one', missing: ['rule-failed'] }],
  });
  expect(by(rules, BUILT_IN)).toMatchObject({ decision: 'review', checks: { missing: [{ check: 'sdk' }] } });
});
