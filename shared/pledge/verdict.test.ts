import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { NEUTRAL_LISTING, NEUTRAL_PACKAGE, NEUTRAL_POLICY } from '../../test/rules/support/facts.ts';
import { loadRules, rulebookVersion } from '../checks/registry.ts';
import { type Rule, type RuleDefinition, rule } from '../checks/rule.ts';
import { runCheck } from '../checks/run.ts';
import { CHECKS, type CheckName, type CheckReport } from '../domain/check.ts';
import { SEVERITIES } from '../domain/severity.ts';
import { knowledge } from '../knowledge/index.ts';
import { buildReport, composeVerdict, type VerdictInput } from './index.ts';

const words = { zh: '字', en: 'words' };
const STRENGTH = { approve: 0, review: 1, reject: 2 };

/** One rule a check, all citing sz2025-7, each told what to yield. */
const make = (check: CheckName, part: Partial<RuleDefinition> = {}): Rule =>
  rule({
    id: `${check}/only`,
    clauses: ['sz2025-7'],
    basis: [{ instrument: 'pipl', article: '6', verified: true }],
    ceiling: 'reject',
    needs: ['package'],
    title: words,
    messages: { found: words },
    remedy: words,
    evaluate: () => [],
    ...part,
  });

const speaking = (severity: (typeof SEVERITIES)[number], subject = 's'): Partial<RuleDefinition> => ({
  evaluate: () => [{ message: 'found', subject, severity, evidence: [{ type: 'listing', field: 'app.name' }] }],
});

function inputOf(rules: readonly Rule[], change: Partial<VerdictInput> = {}): VerdictInput {
  const facts = { package: NEUTRAL_PACKAGE, policy: NEUTRAL_POLICY, listing: NEUTRAL_LISTING, ...change };
  return {
    ...facts,
    reports: CHECKS.map((check) => runCheck(check, rules, facts, knowledge)),
    missing: [],
    packageSha256: NEUTRAL_PACKAGE.sha256,
    rules,
    rulebook: rulebookVersion(rules),
    knowledge,
    inspector: 'inspector/1',
    policyReader: 'reader/1',
    ...change,
  };
}

const silent = CHECKS.map((check) => make(check));
const withOne = (part: Partial<RuleDefinition>) => [
  make('permission', part),
  ...silent.filter(({ id }) => !id.startsWith('permission')),
];
const without = (check: CheckName, reports: readonly CheckReport[]) => reports.filter((report) => report.check !== check);
const assessmentOf = (input: VerdictInput, clause: string) =>
  composeVerdict(input).clauses.find((entry) => entry.clause === clause)!;

describe('the decision', () => {
  test('approves when everything ran and nothing was found', () => {
    const verdict = composeVerdict(inputOf(silent));
    expect(verdict.decision).toBe('approve');
    expect(verdict.reasons.map(({ code }) => code)).toEqual(['clean']);
  });

  test.each([
    ['warn', 'approve'],
    ['review', 'review'],
    ['reject', 'reject'],
  ] as const)('a finding that %ss leads to %s', (severity, decision) => {
    expect(composeVerdict(inputOf(withOne(speaking(severity)))).decision).toBe(decision);
  });

  const gap = { code: 'zip-entry-crc-mismatch', place: 'a', message: words, affects: 'resources' as const };
  test.each<[string, Partial<VerdictInput>, string]>([
    ['partial coverage', { package: { ...NEUTRAL_PACKAGE, coverage: { level: 'partial', reasons: [words] } } }, 'coverage'],
    ['no coverage', { package: { ...NEUTRAL_PACKAGE, coverage: { level: 'none', reasons: [] } } }, 'coverage'],
    ['no package', { package: null }, 'coverage'],
    ['a gap in the package', { package: { ...NEUTRAL_PACKAGE, gaps: [gap] } }, 'gap'],
    ['a gap in the policy', { policy: { ...NEUTRAL_POLICY, gaps: [{ ...gap, affects: 'policy' }] } }, 'gap'],
  ])('%s is never approved', (_name, change, code) => {
    const verdict = composeVerdict(inputOf(silent, change));
    expect(verdict.decision).toBe('review');
    expect(verdict.reasons.map((reason) => reason.code)).toContain(code);
  });

  test('a rule without its facts is never approved', () => {
    const verdict = composeVerdict(inputOf(withOne({ needs: ['policy'] }), { policy: null }));
    expect(verdict.decision).toBe('review');
    expect(verdict.checks.notAssessed).toEqual([{ rule: 'permission/only', missing: ['policy'] }]);
  });

  test.each(CHECKS)('the check %s is missing whether it is said so or only has no report', (check) => {
    const input = inputOf(silent);
    const said = composeVerdict({ ...input, reports: without(check, input.reports), missing: [{ check, reason: words }] });
    const unsaid = composeVerdict({ ...input, reports: without(check, input.reports) });
    for (const verdict of [said, unsaid]) {
      expect(verdict.decision).toBe('review');
      expect(verdict.checks.missing.map((missing) => missing.check)).toEqual([check]);
      expect(verdict.checks.completed).not.toContain(check);
    }
  });

  test('a rule that its report does not mention was not assessed: the report is another build’s', () => {
    const input = inputOf(silent);
    const older = input.reports.map((report) => ({ ...report, passed: [] }));
    expect(composeVerdict({ ...input, reports: older }).decision).toBe('review');
  });

  test('a report that names rules we do not have is not approved', () => {
    const input = inputOf(silent);
    const newer = input.reports.map((report) => ({ ...report, passed: [...report.passed, `${report.check}/newer`] }));
    const verdict = composeVerdict({ ...input, reports: newer });
    expect(verdict.decision).toBe('review');
    expect(verdict.clauses.find(({ clause }) => clause === 'platform2025-1')?.assessment).toBe('needs-review');
  });
});

describe('the clauses', () => {
  test('all 29, in the order of the instruments, each with a reason in both languages', () => {
    const { clauses } = composeVerdict(inputOf(silent));
    const ids = (prefix: string, count: number) => Array.from({ length: count }, (_, at) => `${prefix}-${at + 1}`);
    expect(clauses.map(({ clause }) => clause)).toEqual([
      ...ids('sz2025', 15),
      ...ids('pledge2021', 10),
      ...ids('platform2025', 4),
    ]);
    for (const { reason } of clauses) expect([reason.zh.length > 5, reason.en.length > 5]).toEqual([true, true]);
  });

  test('violated by a rejection, naming its finding', () => {
    const verdict = composeVerdict(inputOf(withOne(speaking('reject'))));
    const clause = verdict.clauses.find((entry) => entry.clause === 'sz2025-7');
    expect(clause).toMatchObject({ assessment: 'violated', findings: [verdict.findings[0]?.fingerprint] });
  });

  test.each(['review', 'warn'] as const)('needs review after a finding that only %ss', (severity) => {
    expect(assessmentOf(inputOf(withOne(speaking(severity))), 'sz2025-7').assessment).toBe('needs-review');
  });

  test('met when its rules passed, and only as far as static checks can tell', () => {
    const clause = assessmentOf(inputOf(silent), 'sz2025-7');
    expect(clause.assessment).toBe('met');
    expect(clause.reason.zh).toContain('仅限静态检测所及');
  });

  test('not met when a check that it needs is missing, or code could not be read', () => {
    const input = inputOf(silent);
    expect(assessmentOf({ ...input, reports: without('sdk', input.reports) }, 'sz2025-7').assessment).toBe('needs-review');
    const partial = { package: { ...NEUTRAL_PACKAGE, coverage: { level: 'partial' as const, reasons: [] } } };
    expect(assessmentOf(inputOf(silent, partial), 'sz2025-7').assessment).toBe('needs-review');
  });

  test('not applicable when none of its rules applies', () => {
    const rules = CHECKS.map((check) => make(check, { applies: () => false }));
    expect(assessmentOf(inputOf(rules), 'sz2025-7').assessment).toBe('not-applicable');
  });

  test('not assessable without rules, saying what to look at', () => {
    const clause = assessmentOf(inputOf(silent), 'pledge2021-3');
    expect(clause.assessment).toBe('not-assessable');
    expect(clause.reason.zh).toContain('差别定价');
  });

  test('a clause that only people can decide is never met', () => {
    const rules = CHECKS.map((check) => make(check, { clauses: ['sz2025-9'] }));
    expect(assessmentOf(inputOf(rules), 'sz2025-9').assessment).toBe('not-assessable');
  });

  test('the platform’s first commitment is met by a complete review even of a bad app; no app violates a commitment', () => {
    const rules = withOne({ ...speaking('reject'), clauses: ['sz2025-7', 'platform2025-2'] });
    expect(assessmentOf(inputOf(rules), 'platform2025-1').assessment).toBe('met');
    expect(assessmentOf(inputOf(rules), 'platform2025-2').assessment).toBe('needs-review');
    expect(assessmentOf(inputOf(rules), 'platform2025-3').assessment).toBe('not-assessable');
    expect(assessmentOf(inputOf(rules, { package: null }), 'platform2025-1').assessment).toBe('needs-review');
  });
});

describe('the laws', () => {
  const reviews = fc.record({
    severities: fc.array(fc.constantFrom(...SEVERITIES), { maxLength: 4 }),
    missing: fc.subarray([...CHECKS]),
    coverage: fc.constantFrom('full', 'partial', 'none'),
  });
  const inputFor = ({
    severities,
    missing,
    coverage,
  }: {
    severities: readonly (typeof SEVERITIES)[number][];
    missing: readonly CheckName[];
    coverage: 'full' | 'partial' | 'none';
  }) => {
    const rules = CHECKS.map((check, at) => make(check, at < severities.length ? speaking(severities[at]!, String(at)) : {}));
    const input = inputOf(rules, { package: { ...NEUTRAL_PACKAGE, coverage: { level: coverage, reasons: [] } } });
    return { ...input, missing: missing.map((check) => ({ check, reason: words })) };
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
    fc.assert(
      fc.property(reviews, (review) => {
        const verdict = composeVerdict(inputFor(review));
        if (verdict.decision !== 'approve') return;
        expect(verdict.checks).toEqual({ completed: [...CHECKS], missing: [], notAssessed: [] });
        expect(verdict.coverage.level).toBe('full');
        expect(verdict.findings.every(({ severity }) => severity === 'warn')).toBe(true);
      }),
      { numRuns: 100 },
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

describe('with the real rulebook', () => {
  const declared = (name: string) => ({ name, element: 'uses-permission' as const, place: '/manifest/uses-permission[1]' });
  const facts = {
    package: { ...NEUTRAL_PACKAGE, permissions: [declared('android.permission.READ_CALL_LOG')], launcher: null },
    policy: NEUTRAL_POLICY,
  };

  test('verdict and report validate against the published schemas', async () => {
    const rules = await loadRules();
    const input = inputOf(rules, facts);
    const verdict = composeVerdict(input);
    const report = buildReport({ ...input, verdict, submission: { id: 'sub_1', run: 1, decidedAt: '2026-11-21T00:00:00.000Z' } });
    expect(verdict.decision).toBe('reject');
    const ajv = new Ajv2020({ strict: false });
    for (const [name, document] of [
      ['verdict', verdict],
      ['report', report],
    ] as const) {
      const schema = JSON.parse(await readFile(new URL(`./schema/${name}.json`, import.meta.url), 'utf8'));
      const valid = ajv.validate(schema, JSON.parse(JSON.stringify(document)));
      expect({ errors: ajv.errors, valid }).toEqual({ errors: null, valid: true });
    }
  });

  test('every rule that found something is in the report with named instruments', async () => {
    const rules = await loadRules();
    const input = inputOf(rules, facts);
    const verdict = composeVerdict(input);
    const report = buildReport({ ...input, verdict, submission: { id: null, run: null, decidedAt: null } });
    const found = new Set(verdict.findings.map((finding) => finding.rule));
    expect(new Set(report.rules.filter(({ outcome }) => outcome === 'found').map(({ id }) => id))).toEqual(found);
    for (const { basis } of report.rules) for (const { name, instrument } of basis) expect(name.zh).not.toBe(instrument);
    expect(report.permissions).toMatchObject([{ name: 'android.permission.READ_CALL_LOG', policy: 'silent', relevance: 'low' }]);
    expect(report.verdict).toEqual(verdict);
  });

  test('the report sets the SDKs of the package beside policy and listing', async () => {
    const sdk = knowledge.sdks.find(({ id, prefixes }) => id.includes('amap') && prefixes.length > 0)!;
    const code = { ...NEUTRAL_PACKAGE.code, packages: [{ name: sdk.prefixes[0]!, classes: 50, methods: 500 }] };
    const withSdk = { ...facts, package: { ...NEUTRAL_PACKAGE, code } };
    const mention = { sdk: sdk.id, alias: sdk.name.zh, range: [0, 1] as const, confidence: 0.9 };
    const input = { ...inputOf(await loadRules(), withSdk), submission: { id: null, run: null, decidedAt: null } };
    const verdict = composeVerdict(input);
    const sdksOf = (change: Partial<VerdictInput>) => buildReport({ ...input, ...change, verdict }).sdks;
    expect(sdksOf({})).toMatchObject([{ id: sdk.id, name: sdk.name, level: 'present', policy: 'silent', listing: false }]);
    expect(sdksOf({ policy: { ...NEUTRAL_POLICY, sdkMentions: [mention] } })[0]?.policy).toBe('disclosed');
    expect(sdksOf({ policy: null })[0]?.policy).toBe('unread');
    expect(sdksOf({ listing: { ...NEUTRAL_LISTING, sdks: [{ name: sdk.name.zh }] } })[0]?.listing).toBe(true);
    expect(sdksOf({ package: null })).toEqual([]);
  });

  test('every clause that a machine decides has a rule', async () => {
    const cited = new Set((await loadRules()).flatMap(({ clauses }) => clauses));
    const uncited = knowledge.clauses.filter(({ id, kind }) => kind === 'machine' && !cited.has(id)).map(({ id }) => id);
    expect(uncited).toEqual([]);
  });

  test('no rule rejects on the strength of unverified articles alone', async () => {
    const weak = (await loadRules()).filter(
      ({ ceiling, basis }) =>
        ceiling === 'reject' &&
        !basis.some(
          ({ instrument, verified }) => verified && ['law', 'enforcement'].includes(knowledge.instruments.get(instrument)!.force),
        ),
    );
    expect(weak.map(({ id }) => id)).toEqual([]);
  });
});
