import { NEUTRAL_LISTING } from '../../../test/rules/support/facts.ts';
import type { Evidence } from '../../domain/evidence.ts';
import type { ListingFacts } from '../../domain/facts/listing.ts';
import type { Finding } from '../../domain/finding.ts';
import { type DossierSource, dossierContents, forChildren } from './contents.ts';

const finding = (change: Partial<Finding>): Finding => ({
  rule: 'sdk/undisclosed',
  check: 'sdk',
  message: 'found',
  subject: 'umeng-analytics',
  severity: 'review',
  title: { zh: '未披露', en: 'Not disclosed' },
  text: { zh: '字', en: 'words' },
  remedy: { zh: '字', en: 'words' },
  clauses: ['sz2025-7'],
  basis: [],
  evidence: [],
  fingerprint: '0'.repeat(16),
  ...change,
});
const code = (sdk: string | null): Evidence => ({ type: 'code', target: 'La;->b', count: 1, owner: { kind: 'sdk', sdk } });
const listing = (app: Partial<ListingFacts['app']> = {}): ListingFacts => ({
  ...NEUTRAL_LISTING,
  app: { ...NEUTRAL_LISTING.app, ...app },
});
const source = (change: Partial<DossierSource> = {}): DossierSource => ({
  submission: 'sub_1',
  listing: listing(),
  identity: null,
  verdict: { decision: 'reject', findings: [finding({ severity: 'reject' })] },
  knowsSdk: (id) => ['umeng-analytics', 'jpush'].includes(id),
  ...change,
});

describe('the contents of a dossier', () => {
  test('there is none for an approval', () => {
    expect(dossierContents(source({ verdict: { decision: 'approve', findings: [finding({ severity: 'warn' })] } }))).toBeNull();
  });

  test('the headline is the worst finding’s, the first of its kind', () => {
    const findings = [
      finding({ severity: 'warn', title: { zh: '提醒', en: 'Warning' } }),
      finding({ severity: 'reject', title: { zh: '甲', en: 'A' } }),
      finding({ severity: 'reject', title: { zh: '乙', en: 'B' } }),
    ];
    const contents = dossierContents(source({ verdict: { decision: 'reject', findings } }))!;
    expect(contents.headline).toEqual({ zh: '甲', en: 'A' });
    expect(contents.findings).toEqual({ reject: 2, review: 0, warn: 1 });
  });

  test('a submission that is held without any finding has no headline', () => {
    expect(dossierContents(source({ verdict: { decision: 'review', findings: [] } }))).toMatchObject({
      verdict: 'review',
      headline: null,
      rules: [],
      sdks: [],
    });
  });

  test('rules, clauses, checks and SDKs are those of the findings, each once', () => {
    const findings = [
      finding({ clauses: ['sz2025-7', 'pledge2021-2'], evidence: [code('jpush'), code(null)] }),
      finding({ subject: 'jpush com.example.Provider' }),
      finding({
        rule: 'behaviour/collection-before-consent',
        check: 'behaviour',
        subject: 'device-id umeng-analytics',
        clauses: ['sz2025-9'],
      }),
      finding({ rule: 'sdk/unknown-operator', subject: 'com.unheard.of' }),
    ];
    expect(dossierContents(source({ verdict: { decision: 'review', findings } }))).toMatchObject({
      rules: ['behaviour/collection-before-consent', 'sdk/undisclosed', 'sdk/unknown-operator'],
      clauses: ['pledge2021-2', 'sz2025-7', 'sz2025-9'],
      checks: ['behaviour', 'sdk'],
      sdks: ['jpush', 'umeng-analytics'],
    });
  });

  test('the package’s own name counts before the listing’s, and both are found', () => {
    const identity = { packageName: 'com.real.name', versionName: '9.9' };
    const contents = dossierContents(source({ identity }))!;
    expect(contents).toMatchObject({ packageName: 'com.real.name', versionName: '1.0.0' });
    for (const word of ['com.real.name', 'com.example.app', '示例应用', 'dev-1', 'sub_1'])
      expect(contents.search).toContain(word);
    const { packageName: _name, versionName: _version, ...app } = NEUTRAL_LISTING.app;
    const silent: ListingFacts = { ...NEUTRAL_LISTING, app };
    expect(dossierContents(source({ listing: silent, identity }))).toMatchObject({
      packageName: 'com.real.name',
      versionName: '9.9',
    });
    expect(dossierContents(source({ listing: silent }))).toMatchObject({ packageName: null, versionName: null });
  });

  test('names that are made to be long are kept short', () => {
    const identity = { packageName: 'p'.repeat(1_000_000), versionName: '\u202e'.repeat(1_000_000) };
    const contents = dossierContents(source({ listing: listing({ name: '\ufdfa'.repeat(100_000) }), identity }))!;
    expect(contents.appName).toHaveLength(300);
    expect(contents.packageName).toHaveLength(300);
    expect(contents.search.length).toBeLessThanOrEqual(1_500);
  });

  test('of thousands of values only so many are kept', () => {
    const findings = Array.from({ length: 3_000 }, (_, n) => finding({ rule: `sdk/rule-${n}` }));
    expect(dossierContents(source({ verdict: { decision: 'review', findings } }))!.rules).toHaveLength(200);
  });
});

describe('apps that minors use', () => {
  test.each<[Partial<ListingFacts['app']>, boolean]>([
    [{ audience: 'children' }, true],
    [{ audience: 'teenagers' }, true],
    [{ audience: 'general' }, false],
    [{}, false],
    [{ name: '宝宝识字' }, true],
    [{ name: '宝宝识字', audience: 'general' }, true],
    [{ name: '宝宝识字家长版' }, false],
    [{ description: '专为3-6岁儿童设计的启蒙应用' }, true],
    [{ description: '不面向儿童' }, false],
  ])('%j: %s', (app, expected) => {
    expect(forChildren(listing(app))).toBe(expected);
  });
});
