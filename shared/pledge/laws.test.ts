import fc from 'fast-check';
import { NEUTRAL_PACKAGE } from '../../test/rules/support/facts.ts';
import { onlyRule, reviewBy, speaking, WORDS } from '../../test/rules/support/reviews.ts';
import { CHECKS, type CheckName, type CheckReport } from '../domain/check.ts';
import { SEVERITIES, type Severity } from '../domain/severity.ts';
import { composeVerdict, type VerdictInput } from './index.ts';

const STRENGTH = { approve: 0, review: 1, reject: 2 };

interface Review {
  readonly severities: Severity[];
  readonly missing: CheckName[];
  readonly coverage: 'full' | 'partial' | 'none';
}

/** Chance rarely makes a review without any ground to hold the app. */
const APPROVED: readonly Review[] = [
  { severities: [], missing: [], coverage: 'full' },
  { severities: ['warn'], missing: [], coverage: 'full' },
];

describe('the laws', () => {
  const reviews: fc.Arbitrary<Review> = fc.record({
    severities: fc.array(fc.constantFrom(...SEVERITIES), { maxLength: 4 }),
    missing: fc.subarray([...CHECKS]),
    coverage: fc.constantFrom('full', 'partial', 'none'),
  });
  const inputFor = ({ severities, missing, coverage }: Review) => {
    const rules = CHECKS.map((check, at) => onlyRule(check, at < severities.length ? speaking(severities[at]!, String(at)) : {}));
    const input = reviewBy(rules, { package: { ...NEUTRAL_PACKAGE, coverage: { level: coverage, reasons: [] } } });
    return { ...input, missing: missing.map((check) => ({ check, reason: WORDS })) };
  };

  test('a missing check never leads to approval, and never weakens a decision', () => {
    fc.assert(
      fc.property(reviews, fc.constantFrom(...CHECKS), (review, check) => {
        const before = composeVerdict(inputFor(review));
        const after = composeVerdict(inputFor({ ...review, missing: [...new Set([...review.missing, check])] }));
        expect(after.decision).not.toBe('approve');
        expect(STRENGTH[after.decision]).toBeGreaterThanOrEqual(STRENGTH[before.decision]);
        expect(after.checks.missing.map((entry) => entry.check)).toContain(check);
      }),
      { numRuns: 100 },
    );
  });

  test('another finding never weakens a decision', () => {
    fc.assert(
      fc.property(reviews, fc.constantFrom(...SEVERITIES), (review, severity) => {
        const before = composeVerdict(inputFor(review));
        const after = composeVerdict(inputFor({ ...review, severities: [...review.severities, severity] }));
        expect(STRENGTH[after.decision]).toBeGreaterThanOrEqual(STRENGTH[before.decision]);
      }),
      { numRuns: 100 },
    );
  });

  test('approval says that everything was known', () => {
    expect(APPROVED.map((review) => composeVerdict(inputFor(review)).decision)).toEqual(['approve', 'approve']);
    fc.assert(
      fc.property(reviews, (review) => {
        const verdict = composeVerdict(inputFor(review));
        if (verdict.decision !== 'approve') return;
        expect(verdict.checks).toEqual({ completed: [...CHECKS], missing: [], notAssessed: [], off: [], observing: [] });
        expect(verdict.coverage.level).toBe('full');
        expect(verdict.findings.every(({ severity }) => severity === 'warn')).toBe(true);
      }),
      { numRuns: 100, examples: APPROVED.map((review): [Review] => [review]) },
    );
  });

  /** The keys of every object in reverse, as a database might give them back. */
  const rekeyed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(rekeyed);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, part]) => [key, rekeyed(part)]),
    );
  };

  test('the same facts give the same bytes, in whatever order they come', () => {
    fc.assert(
      fc.property(reviews, (review) => {
        const input = inputFor(review);
        const shuffled: VerdictInput = {
          ...input,
          reports: rekeyed([...input.reports].reverse()) as CheckReport[],
          missing: [...input.missing].reverse(),
          rules: [...input.rules].reverse(),
        };
        expect(JSON.stringify(composeVerdict(shuffled))).toBe(JSON.stringify(composeVerdict(input)));
      }),
      { numRuns: 50 },
    );
  });
});
