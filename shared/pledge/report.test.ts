import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { NEUTRAL_LISTING, NEUTRAL_PACKAGE, NEUTRAL_POLICY } from '../../test/rules/support/facts.ts';
import { reviewBy } from '../../test/rules/support/reviews.ts';
import { loadRules } from '../checks/registry.ts';
import type { PackageFacts } from '../domain/facts/package.ts';
import { knowledge } from '../knowledge/index.ts';
import { buildReport, composeVerdict, type VerdictInput } from './index.ts';

describe('with the real rulebook', () => {
  const declared = (name: string) => ({ name, element: 'uses-permission' as const, place: '/manifest/uses-permission[1]' });
  const facts = {
    package: { ...NEUTRAL_PACKAGE, permissions: [declared('android.permission.READ_CALL_LOG')], launcher: null },
    policy: NEUTRAL_POLICY,
  };

  test('verdict and report validate against the published schemas', async () => {
    const rules = await loadRules();
    const input = reviewBy(rules, facts);
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
    const input = reviewBy(rules, facts);
    const verdict = composeVerdict(input);
    const report = buildReport({ ...input, verdict, submission: { id: null, run: null, decidedAt: null } });
    const found = new Set(verdict.findings.map((finding) => finding.rule));
    expect(new Set(report.rules.filter(({ outcome }) => outcome === 'found').map(({ id }) => id))).toEqual(found);
    for (const { basis } of report.rules) for (const { name, instrument } of basis) expect(name.zh).not.toBe(instrument);
    expect(report.permissions).toMatchObject([{ name: 'android.permission.READ_CALL_LOG', policy: 'silent', relevance: 'low' }]);
    expect(report.verdict).toEqual(verdict);
  });

  test('the report has the checklist of the policy, with the place where the text says it', async () => {
    const input = { ...reviewBy(await loadRules(), facts), submission: { id: null, run: null, decidedAt: null } };
    const verdict = composeVerdict(input);
    const text = '投诉渠道：privacy@example.com。';
    const places = [{ range: [0, 4] as const, confidence: 0.9 }];
    const policy = { ...NEUTRAL_POLICY, text, provisions: [{ item: 'PR-35', state: 'substance' as const, places }] };
    const items = buildReport({ ...input, policy, verdict }).policyItems;
    expect(items.map(({ id }) => id)).toEqual([...knowledge.policyItems.keys()]);
    expect(items.find(({ id }) => id === 'PR-35')).toMatchObject({ state: 'substance', range: [0, 4], excerpt: '投诉渠道' });
    const admission = { kind: 'kept-for-ever' as const, range: [5, 12] as const, confidence: 0.9 };
    const kept = { item: 'PR-23', state: 'substance' as const, places };
    const admitting = buildReport({
      ...input,
      policy: { ...policy, provisions: [kept], admissions: [admission] },
      verdict,
    }).policyItems;
    expect(admitting.find(({ id }) => id === 'PR-23')).toMatchObject({ state: 'violating', range: [5, 12] });
    expect(items.find(({ id }) => id === 'PR-02')).toMatchObject({ state: 'absent', range: null, excerpt: null });
    expect(buildReport({ ...input, policy: { ...policy, outcome: 'unreadable' }, verdict }).policyItems).toEqual([]);
  });

  test('the report of a verdict on facts of the first version can still be made', async () => {
    const input = reviewBy(await loadRules(), facts);
    const verdict = composeVerdict(input);
    const {
      platform,
      impliedPermissions,
      scripts,
      consentScreens,
      texts,
      modules,
      nested,
      nestedCount,
      harmony,
      quickApp,
      ...first
    } = facts.package;
    const old = { ...first, schema: 'package-facts/1', inspector: 'inspector/1' } as unknown as PackageFacts;
    const made = { ...input, verdict, submission: { id: null, run: null, decidedAt: null } };
    expect(buildReport({ ...made, package: old })).toEqual(buildReport({ ...made, package: facts.package }));
  });

  test('an app of another platform is held for a reviewer by the rules that could not judge it', async () => {
    const hap = { ...facts.package, platform: 'harmony' as const, format: 'hap' as const };
    const { decision, reasons, checks } = composeVerdict(reviewBy(await loadRules(), { ...facts, package: hap }));
    expect(decision).not.toBe('approve');
    expect(checks.notAssessed).toContainEqual(expect.objectContaining({ missing: ['android'] }));
    expect(reasons.some(({ code }) => code === 'finding' || code === 'not-assessed')).toBe(true);
  });

  test('a finding carries the force of what it cites', async () => {
    const { findings } = composeVerdict(reviewBy(await loadRules(), facts));
    expect(findings.length).toBeGreaterThan(0);
    for (const { basis } of findings)
      for (const { instrument, force } of basis) expect(force).toBe(knowledge.instruments.get(instrument)?.force);
  });

  test('the report sets the SDKs of the package beside policy and listing', async () => {
    const sdk = knowledge.sdks.find(({ id, prefixes }) => id.includes('amap') && prefixes.length > 0)!;
    const code = { ...NEUTRAL_PACKAGE.code, packages: [{ name: sdk.prefixes[0]!, classes: 50, methods: 500 }] };
    const withSdk = { ...facts, package: { ...NEUTRAL_PACKAGE, code } };
    const mention = { sdk: sdk.id, alias: sdk.name.zh, range: [0, 1] as const, confidence: 0.9 };
    const input = { ...reviewBy(await loadRules(), withSdk), submission: { id: null, run: null, decidedAt: null } };
    const verdict = composeVerdict(input);
    const sdksOf = (change: Partial<VerdictInput>) => buildReport({ ...input, ...change, verdict }).sdks;
    expect(sdksOf({})).toMatchObject([{ id: sdk.id, name: sdk.name, level: 'present', policy: 'silent', listing: false }]);
    expect(sdksOf({ policy: { ...NEUTRAL_POLICY, sdkMentions: [mention] } })[0]?.policy).toBe('disclosed');
    const row = { name: `${sdk.name.zh}、Facebook Audience Network SDK`, operator: '', purpose: '', types: '', link: '' };
    const rows = [{ ...row, range: [0, 1] as const, confidence: 0.9 }];
    expect(sdksOf({ policy: { ...NEUTRAL_POLICY, sdkRows: rows } })[0]?.policy).toBe('disclosed');
    expect(sdksOf({ policy: null })[0]?.policy).toBe('unread');
    expect(sdksOf({ listing: { ...NEUTRAL_LISTING, sdks: [{ name: sdk.name.zh }] } })[0]?.listing).toBe(true);
    expect(sdksOf({ package: null })).toEqual([]);
  });
});
