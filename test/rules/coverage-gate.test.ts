/**
 * Coverage comes first: whatever listing and policy say, and whatever a store's rulebook leaves of the rules, an app whose code could not
 * all be read is never approved on silence.
 */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse } from 'yaml';
import { loadRules, rulesVersion } from '../../shared/checks/registry.ts';
import { BUILT_IN } from '../../shared/checks/rulebook/built-in.ts';
import { AUDIENCES } from '../../shared/domain/facts/listing.ts';
import type { Rulebook } from '../../shared/domain/rulebook.ts';
import type { Verdict } from '../../shared/domain/verdict.ts';
import { assessCoverage, type CoverageInput } from '../../shared/inspection/contents/coverage.ts';
import { harmonyCoverage } from '../../shared/inspection/harmony/coverage.ts';
import { quickAppCoverage } from '../../shared/inspection/quick-app/coverage.ts';
import { knowledge } from '../../shared/knowledge/index.ts';
import { judge } from '../../shared/pledge/index.ts';
import { listingFacts, packageFacts, policyFacts, recordFacts } from './support/facts.ts';
import type { Plain } from './support/overlay.ts';

type Part = Record<string, Plain>;

const read = (name: string) => readFileSync(new URL(`./support/${name}`, import.meta.url), 'utf8');
const app = parse(read('complete-app.yaml')) as { readonly package: Part; readonly listing: Part };
const policy = (await policyFacts({ read: read('complete-policy.md') }))!;
const rules = await loadRules();
const version = rulesVersion(rules);

/** A rulebook that leaves nothing to judge: silence in its purest form. */
const ALL_OFF: Rulebook = { ...BUILT_IN, otherRules: 'off' };

function verdictOn(part: Part, listing: Part = {}, rulebook: Rulebook = BUILT_IN): Verdict {
  const facts = {
    package: packageFacts({ ...app.package, ...part } as Plain)!,
    listing: listingFacts({ ...app.listing, ...listing } as Plain)!,
    policy,
    records: recordFacts(undefined),
  };
  return judge(facts, rules, version, rulebook, knowledge);
}

const CLEAN: CoverageInput = {
  manifest: true,
  hasCode: true,
  dexRead: 1,
  dexUnread: [],
  packers: [],
  frameworks: [],
  dynamicLoading: [],
  scripts: [],
  hidden: [],
  unread: [],
  missingSplits: [],
  declaredClasses: 4,
  undefinedClasses: [],
};
const coverage = (input: Partial<CoverageInput>) => assessCoverage({ ...CLEAN, ...input }) as unknown as Plain;

const packers = [{ packer: '某加固', evidence: 'lib/arm64-v8a/libjiagu.so' }];
const loader = {
  target: 'Ldalvik/system/DexClassLoader;-><init>',
  apis: [],
  permissions: [],
  piTypes: [],
  count: 1,
  callers: [{ class: 'com.example.app.Plugin', method: 'load', offset: 0, dex: 'classes.dex' }],
};
const frameworks = [
  ...['flutter', 'react-native', 'uni-app', 'weex', 'cordova', 'capacitor', 'unity', 'unreal', 'godot', 'cocos'],
  ...['xamarin', 'nativescript', 'titanium', 'lynx', 'webview-shell'],
];
const NO_CODE = { apiUses: [], dexFiles: [], packages: [] };

/** Packages whose code was not all read, as the inspector describes them. */
const UNREAD: readonly (readonly [name: string, part: Part])[] = [
  ['packed, the app’s own classes gone', { packers, coverage: coverage({ packers, undefinedClasses: ['a.A', 'a.B', 'a.C'] }) }],
  ['hardened, with its classes there', { packers, coverage: coverage({ packers }) }],
  ['packed by a product that nobody knows', { coverage: coverage({ undefinedClasses: ['a.A', 'a.B', 'a.C'] }) }],
  ['no readable DEX', { code: NO_CODE, coverage: coverage({ dexRead: 0, dexUnread: ['classes.dex'] }) }],
  ['one DEX file of two encrypted', { coverage: coverage({ dexUnread: ['classes2.dex'] }) }],
  [
    'an encrypted entry',
    { coverage: coverage({ unread: ['assets/core.jar'] }), gaps: [{ code: 'zip-entry-encrypted', affects: 'code' }] },
  ],
  ['code loaded at run time', { code: { dynamicLoading: [loader] }, coverage: coverage({ dynamicLoading: [loader] }) }],
  ['DEX in the assets', { coverage: coverage({ hidden: ['assets/plugin.apk!classes.dex'] }) }],
  ['a split that is missing', { format: 'apks', coverage: coverage({ missingSplits: ['feature_pay'] }) }],
  ...frameworks.map((name) => [`made with ${name}`, { frameworks: [name], coverage: coverage({ frameworks: [name] }) }] as const),
  [
    'a HarmonyOS app, whose instructions are not analysed',
    {
      platform: 'harmony',
      format: 'hap',
      coverage: harmonyCoverage({
        ...{ declared: true, abilities: 1, dexFiles: 0, modulesUnread: [], rest: { level: 'full', reasons: [] } },
        scripts: { files: [], packages: [], unread: [], bytecode: 1, javascript: 0 },
      }) as unknown as Plain,
    },
  ],
  [
    'a quick app, whose scripts are only searched',
    {
      platform: 'quick-app',
      format: 'rpk',
      coverage: quickAppCoverage(
        true,
        { files: [], read: 3, unread: [] },
        {
          level: 'full',
          reasons: [],
        },
      ) as unknown as Plain,
    },
  ],
  ['a broken manifest', { gaps: [{ code: 'manifest-truncated', affects: 'manifest' }] }],
];

test('the app that all cases start from is approved, with the rules and without', () => {
  expect([verdictOn({}).decision, verdictOn({}, {}, ALL_OFF).decision]).toEqual(['approve', 'approve']);
});

describe.each(UNREAD)('%s', (_name, part) => {
  test('is held, and told why', () => {
    for (const rulebook of [BUILT_IN, ALL_OFF]) {
      const { decision, reasons } = verdictOn(part, {}, rulebook);
      expect(decision).not.toBe('approve');
      if (decision === 'review')
        expect(reasons.map(({ code }) => code)).toEqual(expect.arrayContaining([expect.stringMatching(/coverage|gap/)]));
    }
  });

  test('no clause that rests on code is met', () => {
    const { clauses } = verdictOn(part);
    for (const id of ['sz2025-2', 'sz2025-7', 'pledge2021-10']) {
      expect(clauses.find(({ clause }) => clause === id)?.assessment).not.toBe('met');
    }
  });
});

/** Marks that facts of another inspector may carry without its coverage saying so. */
const MARKS: readonly (readonly [name: string, part: Part])[] = [
  ['a packer', { packers }],
  ['a foreign runtime', { frameworks: ['flutter'] }],
  [
    'a hidden DEX file',
    {
      code: {
        dexFiles: [{ entry: 'assets/a.dex', version: '035', bytes: 1, classes: 1, methods: 1, strings: 1, loading: 'hidden' }],
      },
    },
  ],
  ['code loaded at run time', { code: { dynamicLoading: [loader] } }],
  ['compiled scripts', { scripts: [{ entry: 'assets/index.android.bundle', runtime: 'hermes' }] }],
];

test.each(MARKS)('%s is enough, even where coverage is said to be full', (_name, part) => {
  const { decision, coverage: assessed } = verdictOn(part, {}, ALL_OFF);
  expect([decision, assessed.level]).toEqual(['review', 'partial']);
  expect(assessed.reasons.length).toBeGreaterThan(0);
});

test('whatever the listing says', () => {
  const listings = fc.record({
    category: fc.integer({ min: 1, max: 39 }),
    audience: fc.constantFrom(...AUDIENCES),
    accounts: fc.boolean(),
    personalised: fc.boolean(),
    face: fc.boolean(),
    off: fc.boolean(),
    at: fc.nat(UNREAD.length + MARKS.length - 1),
  });
  fc.assert(
    fc.property(listings, ({ category, audience, accounts, personalised, face, off, at }) => {
      const features = { accounts, personalisedRecommendation: personalised, faceRecognition: face, generativeAi: false };
      const listing = { app: { ...(app.listing.app as Part), category, audience, features } };
      const [, part] = [...UNREAD, ...MARKS][at]!;
      expect(verdictOn(part, listing, off ? ALL_OFF : BUILT_IN).decision).not.toBe('approve');
    }),
    { numRuns: 60 },
  );
});
