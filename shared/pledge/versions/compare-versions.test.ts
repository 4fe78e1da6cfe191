import { NEUTRAL_LISTING, NEUTRAL_PACKAGE, NEUTRAL_POLICY } from '../../../test/rules/support/facts.ts';
import { onlyRule, SILENT, speaking, WORDS, withOne } from '../../../test/rules/support/reviews.ts';
import type { Rule, RuleDefinition } from '../../checks/rule.ts';
import { BUILT_IN } from '../../checks/rulebook/built-in.ts';
import { runCheck } from '../../checks/run.ts';
import { CHECKS, type CheckName } from '../../domain/check.ts';
import type { PackageFacts } from '../../domain/facts/package.ts';
import { NO_RECORDS } from '../../domain/facts/records.ts';
import type { Rulebook } from '../../domain/rulebook.ts';
import { knowledge } from '../../knowledge/index.ts';
import { composeVerdict } from '../compose.ts';
import { compareVersions, policyTexts } from './compare-versions.ts';
import { comparePolicies } from './policy.ts';
import type { VersionSide } from './side.ts';

interface Made {
  readonly rules?: readonly Rule[];
  readonly book?: Rulebook;
  readonly package?: PackageFacts;
  readonly policy?: VersionSide['policy'];
  readonly listing?: VersionSide['listing'];
  /** A check that left no report. */
  readonly dead?: CheckName;
}

/** A side judged for real by a few rules. */
function side({ rules = SILENT, book = BUILT_IN, dead, ...facts }: Made = {}): VersionSide {
  const judged = {
    package: facts.package ?? NEUTRAL_PACKAGE,
    policy: facts.policy ?? NEUTRAL_POLICY,
    listing: facts.listing ?? NEUTRAL_LISTING,
  };
  const reports = CHECKS.filter((check) => check !== dead).map((check) => runCheck(check, rules, judged, knowledge, book));
  const verdict = composeVerdict({
    ...judged,
    reports,
    missing: dead === undefined ? [] : [{ check: dead, reason: { zh: '超时', en: 'timed out' } }],
    packageSha256: judged.package.sha256,
    rules,
    records: NO_RECORDS,
    rulesVersion: 'r',
    rulebook: book,
    knowledge,
    inspector: judged.package.inspector,
    policyReader: 'p',
  });
  const version = {
    submission: 'sub_x',
    run: 1,
    appName: 'x',
    versionName: judged.package.identity.versionName,
    versionCode: judged.package.identity.versionCode,
    packageSha256: judged.package.sha256,
    decidedAt: null,
    verdict: verdict.decision,
    outcome: null,
  };
  return { version, verdict, reports, ...judged, rulebook: book };
}

function whole(before: VersionSide, after: VersionSide) {
  const texts = policyTexts(before, after);
  return compareVersions(before, after, texts && comparePolicies(texts), knowledge);
}
const compare = (before: Made, after: Made) => whole(side(before), side(after));
const SPEAKING = withOne(speaking('reject'));
const OTHER = withOne(speaking('reject', 'other'));
const RULE = 'permission/only';
const withSetting = (setting: Rulebook['rules'][string]): Rulebook => ({ ...BUILT_IN, rules: { [RULE]: setting } });
const fromCode: Partial<RuleDefinition> = {
  evaluate: () => [
    { message: 'found', subject: 's', severity: 'review', evidence: [{ type: 'code', target: 'La;->b', count: 1 }] },
  ],
};

describe('findings', () => {
  test('new, fixed and still there by fingerprint', () => {
    const same = compare({ rules: SPEAKING }, { rules: SPEAKING }).findings;
    expect(same.still).toMatchObject([{ finding: { subject: 's' }, before: 'reject', after: 'reject' }]);
    const { findings } = compare({ rules: SPEAKING }, { rules: OTHER });
    expect(findings.fixed.map(({ subject }) => subject)).toEqual(['s']);
    expect(findings.new.map(({ subject }) => subject)).toEqual(['other']);
    expect([findings.still, findings.unclear]).toEqual([[], []]);
  });

  test.each<[string, Made, string]>([
    ['its check died', { dead: 'permission' }, 'timed out'],
    ['the rulebook switched it off', { book: withSetting({ state: 'off' }) }, 'switched the rule off'],
    ['the rule is of a later build', { rules: SILENT.filter(({ id }) => id !== RULE) }, 'no result of this rule'],
    [
      'it lacks facts',
      { rules: withOne({ needs: ['policy'] }), policy: { ...NEUTRAL_POLICY, outcome: 'unreadable', text: '' } },
      'lacked',
    ],
    ['it does not apply', { rules: withOne({ applies: () => false }) }, 'does not apply'],
  ])('gone is not fixed where %s', (_case, after, why) => {
    const { findings, notCompared } = compare({ rules: SPEAKING }, after);
    expect([findings.fixed, findings.new, findings.still]).toEqual([[], [], []]);
    expect(findings.unclear).toMatchObject([
      { side: 'before', finding: { rule: RULE }, why: { en: expect.stringContaining(why) } },
    ]);
    expect(notCompared).toContainEqual({
      part: 'findings',
      rule: RULE,
      text: { zh: expect.stringMatching(/^新版本/), en: expect.stringContaining(why) },
    });
  });

  test('what the earlier version was not judged by is not new either', () => {
    const { findings } = compare({ rules: SPEAKING, dead: 'permission' }, { rules: SPEAKING });
    expect(findings.new).toEqual([]);
    expect(findings.unclear).toMatchObject([{ side: 'after', finding: { rule: RULE } }]);
  });

  test('waived and only observed findings are still there', () => {
    const observed = compare({ rules: SPEAKING }, { rules: SPEAKING, book: withSetting({ state: 'observe' }) }).findings;
    expect(observed.still).toMatchObject([{ before: 'reject', after: 'observed' }]);
    const back = compare({ rules: SPEAKING, book: withSetting({ state: 'observe' }) }, { rules: SILENT }).findings;
    expect(back.fixed).toHaveLength(1);
  });

  test('gone from code of which less can be seen is not fixed', () => {
    const packed: PackageFacts = { ...NEUTRAL_PACKAGE, coverage: { level: 'none', reasons: [WORDS] } };
    const { findings } = compare({ rules: withOne(fromCode) }, { rules: SILENT, package: packed });
    expect(findings.fixed).toEqual([]);
    expect(findings.unclear).toMatchObject([{ side: 'before', why: { en: expect.stringContaining('hidden') } }]);
  });

  test('one of more than were listed may be among the others', () => {
    const many = (from: number): Rule[] =>
      withOne({
        *evaluate() {
          for (let at = from; at < from + 2_000; at += 1) {
            yield { message: 'found', subject: `s${at}`, severity: 'review', evidence: [{ type: 'listing', field: 'app.name' }] };
          }
        },
      });
    const { findings } = compare({ rules: SPEAKING }, { rules: many(0) });
    expect(findings.fixed).toEqual([]);
    expect(findings.unclear.some(({ finding }) => finding.subject === 's')).toBe(true);
  });
});

test('a rule of another check does not stand in for one that died', () => {
  const rules = [onlyRule('sdk', speaking('review')), ...SILENT.filter(({ id }) => !id.startsWith('sdk'))];
  const { findings } = compare({ rules }, { rules: SILENT, dead: 'permission' });
  expect(findings.fixed).toHaveLength(1);
});

describe('the package', () => {
  const named = (...names: string[]): PackageFacts => ({
    ...NEUTRAL_PACKAGE,
    permissions: names.map((name) => ({ name, element: 'uses-permission', place: '/manifest' })),
  });

  test('permissions, dangerous ones marked', () => {
    const camera = 'android.permission.CAMERA';
    const { permissions, dangerous } = compare(
      { package: named('android.permission.INTERNET', 'a.b') },
      { package: named('android.permission.INTERNET', camera, camera) },
    );
    expect(permissions).toEqual({ added: [camera], removed: ['a.b'], kept: ['android.permission.INTERNET'], omitted: 0 });
    expect(dangerous).toEqual([camera]);
  });

  test('a hundred thousand permissions are counted, not sent', () => {
    const many = Array.from({ length: 100_000 }, (_, at) => `p.${at}`);
    const { permissions } = compare({}, { package: named(...many, 'x'.repeat(1_000_000)) });
    expect(permissions?.added).toHaveLength(1_000);
    expect(permissions?.omitted).toBe(99_001);
    expect(JSON.stringify(permissions).length).toBeLessThan(50_000);
  });

  describe('SDKs that both have', () => {
    const withSdk = (version: string | null, startCalls?: []): PackageFacts => ({
      ...NEUTRAL_PACKAGE,
      code: {
        ...NEUTRAL_PACKAGE.code,
        packages: [...NEUTRAL_PACKAGE.code.packages, { name: 'com.umeng.commonsdk', classes: 60, methods: 500, bodies: 400 }],
        ...(startCalls === undefined ? {} : { startCalls }),
      },
      versions:
        version === null
          ? []
          : [{ source: 'maven', subject: 'com.umeng.umsdk:common', value: version, entry: 'META-INF/maven/pom.properties' }],
    });

    test('another version is told, none where one side cannot tell', () => {
      const { sdks, sdkChanges, sdkNames } = compare({ package: withSdk('9.4.0') }, { package: withSdk('9.6.7') });
      const [change] = sdkChanges;
      expect(change).toEqual({ id: sdks!.kept[0], versions: { before: ['9.4.0'], after: ['9.6.7'] }, level: null });
      expect(sdkNames[change!.id]?.zh).toContain('友盟');
      expect(compare({ package: withSdk(null) }, { package: withSdk('9.6.7') }).sdkChanges).toEqual([]);
      expect(compare({ package: withSdk('9.6.7') }, { package: withSdk('9.6.7') }).sdkChanges).toEqual([]);
    });

    test('facts with and without calls between packages are no change of level, and that is said', () => {
      const { sdkChanges, notCompared } = compare({ package: withSdk('1.0') }, { package: withSdk('1.0', []) });
      expect(sdkChanges).toEqual([]);
      expect(notCompared.filter(({ part }) => part === 'sdks')).toMatchObject([
        { text: { zh: expect.stringContaining('级别') } },
      ]);
    });
  });

  test('components tell what others may start', () => {
    const part = { kind: 'service', name: 'com.a.S', enabled: true, intentFilters: [], metaData: [], place: '/' } as const;
    const { components } = compare(
      { package: { ...NEUTRAL_PACKAGE, components: [{ ...part, exported: false }] } },
      { package: { ...NEUTRAL_PACKAGE, components: [{ ...part, exported: true }] } },
    );
    expect(components?.service).toMatchObject({ added: ['com.a.S (exported)'], removed: ['com.a.S'] });
    expect(components?.activity.added).toEqual([]);
  });

  test('identity and listing name the fields that are not the same', () => {
    const { identity, listing } = compare(
      {},
      {
        package: {
          ...NEUTRAL_PACKAGE,
          identity: { ...NEUTRAL_PACKAGE.identity, versionName: '2.0', targetSdk: 28 },
          application: { ...NEUTRAL_PACKAGE.application, debuggable: true },
        },
        listing: { ...NEUTRAL_LISTING, app: { ...NEUTRAL_LISTING.app, description: 'd'.repeat(1_000_000) } },
      },
    );
    expect(identity).toEqual([
      { field: 'versionName', before: '1.0.0', after: '2.0' },
      { field: 'targetSdk', before: '35', after: '28' },
      { field: 'debuggable', before: 'false', after: 'true' },
    ]);
    expect(listing).toMatchObject([{ field: 'description', before: null }]);
    expect(listing[0]!.after).toHaveLength(4_001);
  });

  test('unknown certificates and facts that are gone are said', () => {
    const unsigned = compare({}, {});
    expect(unsigned.signers).toBeNull();
    expect(unsigned.notCompared.map(({ part }) => part)).toEqual(['signers']);
    const gone = whole({ ...side(), package: null }, side());
    expect([gone.permissions, gone.sdks, gone.components]).toEqual([null, null, null]);
    expect(gone.notCompared.map(({ part }) => part).sort()).toEqual(['components', 'identity', 'permissions', 'sdks', 'signers']);
  });

  test('lists out of a package that was not read whole say so', () => {
    const gap = { code: 'g', place: 'AndroidManifest.xml', message: WORDS, affects: 'manifest' as const };
    const { permissions, notCompared } = compare({}, { package: { ...NEUTRAL_PACKAGE, gaps: [gap] } });
    expect(permissions).not.toBeNull();
    expect(notCompared.map(({ part }) => part)).toEqual(['signers', 'permissions', 'components']);
  });
});

test('a comparison of policies that was given up is said', () => {
  const { policy, notCompared } = compareVersions(side(), side(), null, knowledge);
  expect(policy).toBeNull();
  expect(notCompared.filter(({ part }) => part === 'policy')).toMatchObject([
    { text: { en: expect.stringContaining('too long') } },
  ]);
});

test('a policy that could not be read is not an unchanged one', () => {
  const { policy, notCompared } = compare({}, { policy: { ...NEUTRAL_POLICY, outcome: 'absent', reason: 'http-404', text: '' } });
  expect(policy).toBeNull();
  expect(notCompared).toContainEqual({
    part: 'policy',
    rule: null,
    text: { zh: expect.stringContaining('http-404'), en: expect.stringContaining('http-404') },
  });
});

describe('the rulebook of the two reviews', () => {
  const alike = (before: VersionSide, after: VersionSide) => whole(before, after).judgedAlike.rulebook;
  const waiver = { id: 'w', rule: RULE, reason: 'r', by: 'b', granted: '2026-01-01', expires: '2026-12-31' };
  const granted = (app: string): Rulebook => ({
    ...BUILT_IN,
    sha256: '1'.repeat(64),
    waivers: [{ ...waiver, app }],
  });

  test('a waiver that another app was granted in between is no difference, one for this app is', () => {
    expect(alike(side(), side({ book: granted('com.another') }))).toBe(true);
    expect(alike(side(), side({ book: granted(NEUTRAL_PACKAGE.identity.packageName!) }))).toBe(false);
  });

  test('one that is not kept is another, unless it is the same', () => {
    const gone = { ...side({ book: granted('com.another') }), rulebook: null };
    expect(alike(side(), gone)).toBe(false);
    expect(alike(gone, gone)).toBe(true);
  });
});
