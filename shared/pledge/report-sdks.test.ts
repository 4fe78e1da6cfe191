import { NEUTRAL_LISTING, NEUTRAL_PACKAGE, NEUTRAL_POLICY } from '../../test/rules/support/facts.ts';
import type { ApiUse, PackageFacts } from '../domain/facts/package.ts';
import type { PolicyFacts } from '../domain/facts/policy.ts';
import { SDK_CATEGORY_NAMES } from '../domain/report/sdk-words.ts';
import { knowledge } from '../knowledge/index.ts';
import { SDK_CATEGORIES } from '../knowledge/sdks/schema.ts';
import { reportSdks } from './report-sdks.ts';
import { reportThirdParty } from './report-third-party.ts';
import { unknownCode, unlistedCode } from './sdks/unknown-code.ts';

const amap = knowledge.sdks.find(({ id }) => id === 'amap')!;
const caller = (name: string) => ({ class: name, method: 'a', offset: 1, dex: 'classes.dex' });
const use = (piTypes: readonly string[], ...classes: readonly string[]): ApiUse => ({
  target: 'Landroid/location/LocationManager;->getLastKnownLocation',
  apis: [],
  permissions: [],
  piTypes,
  count: classes.length,
  callers: classes.map(caller),
});
const app = (change: Partial<PackageFacts['code']> = {}): PackageFacts => ({
  ...NEUTRAL_PACKAGE,
  permissions: [{ name: amap.permissions[0]!, element: 'uses-permission', place: '/manifest/uses-permission[1]' }],
  code: {
    ...NEUTRAL_PACKAGE.code,
    packages: [...NEUTRAL_PACKAGE.code.packages, { name: 'com.amap.api.location', classes: 50, methods: 500 }],
    ...change,
  },
});
const reported = (facts: PackageFacts, policy: PolicyFacts | null = NEUTRAL_POLICY, sdks?: { name: string }[]) =>
  reportSdks(facts, policy, sdks === undefined ? NEUTRAL_LISTING : { ...NEUTRAL_LISTING, sdks }, knowledge)[0]!;

describe('what an SDK takes', () => {
  test('by its vendor’s word and by calls of its own code; what the app calls is the app’s', () => {
    const type = amap.piTypes[0]!;
    const own = use(
      [type, 'contacts', 'none.signal'],
      'com.amap.api.location.Client',
      'com.amap.api.location.Client',
      'com.example.app.Main',
    );
    const { takes } = reported(app({ apiUses: [own] }));
    expect(takes.find(({ id }) => id === type)).toMatchObject({ stated: true, calls: 2, targets: [own.target] });
    const contacts = takes.find(({ id }) => id === 'contacts');
    expect(takes.some(({ id }) => id.startsWith('none.'))).toBe(false);
    expect(contacts).toMatchObject({ stated: amap.piTypes.includes('contacts'), calls: 2 });
    expect(takes.filter(({ stated }) => stated).map(({ id }) => id)).toHaveLength(amap.piTypes.length);
    const others = reported(app({ apiUses: [use(['contacts'], 'com.example.app.Main')] }));
    expect(others.takes.every(({ calls }) => calls === 0)).toBe(true);
  });

  test('the permissions that it wants, and which of them the app requests', () => {
    const { permissions } = reported(app());
    expect(permissions.map(({ name }) => name)).toEqual(amap.permissions);
    expect(permissions.filter(({ requested }) => requested).map(({ name }) => name)).toEqual([amap.permissions[0]]);
  });
});

describe('where it is disclosed', () => {
  const text =
    '我们使用的服务。\n高德地图SDK 高德软件 定位 位置信息\n本应用未接入高德开放平台的其他产品；地图由高德地图SDK提供，用于导航。再见。';
  const row = {
    ...{ name: '高德地图SDK', operator: '高德软件', purpose: '定位', types: '位置信息', link: '' },
    range: [9, 29] as const,
    confidence: 0.9,
  };
  const at = text.lastIndexOf('高德地图SDK');
  const mention = (from: number) => ({ sdk: 'amap', alias: '高德地图', range: [from, from + 7] as const, confidence: 0.9 });
  const policy = (change: Partial<PolicyFacts>): PolicyFacts => ({ ...NEUTRAL_POLICY, text, ...change });

  test('in a row of a list, with its words and range; a name within the row is no second place', () => {
    const { policy: state, policyPlaces } = reported(app(), policy({ sdkRows: [row], sdkMentions: [mention(9), mention(at)] }));
    expect(state).toBe('disclosed');
    expect(policyPlaces).toEqual([
      {
        kind: 'row',
        range: [9, 29],
        excerpt: text.slice(9, 29),
        row: { name: '高德地图SDK', operator: '高德软件', purpose: '定位', types: '位置信息', link: '' },
      },
      expect.objectContaining({ kind: 'sentence', excerpt: '地图由高德地图SDK提供，用于导航' }),
    ]);
    const [, sentence] = policyPlaces;
    expect(text.slice(...sentence!.range)).toBe(sentence!.excerpt);
  });

  test('in the listing only is silence of the policy', () => {
    const { policy: state, listing, listed, policyPlaces } = reported(app(), policy({}), [{ name: '高德地图SDK' }]);
    expect({ state, listing, policyPlaces }).toEqual({ state: 'silent', listing: true, policyPlaces: [] });
    expect(listed).toEqual({ name: '高德地图SDK', operator: null, purpose: null });
  });

  test('a policy that only names the operator, one that denies it, and one that was not read', () => {
    const operator = policy({ text: `我们与${amap.operator!.zh}合作。` });
    expect(reported(app(), operator).policy).toBe('operator');
    const denying = '本应用未接入高德地图SDK。';
    const from = denying.indexOf('高德地图SDK');
    expect(reported(app(), policy({ text: denying, sdkMentions: [mention(from)] })).policy).toBe('denied');
    expect(reported(app(), policy({ outcome: 'unreadable' })).policy).toBe('unread');
    expect(reported(app(), null)).toMatchObject({ policy: 'unread', policyPlaces: [] });
  });
});

test('hostile lists and names are cut', () => {
  const components = Array.from({ length: 500 }, (_, at) => ({
    kind: 'service' as const,
    name: `com.amap.api.location.S${at}${'x'.repeat(5_000)}`,
    exported: false,
    enabled: true,
    place: `/manifest/application/service[${at + 1}]`,
    intentFilters: [],
    metaData: [],
  })) as unknown as PackageFacts['components'];
  const sdk = reported({ ...app(), components });
  expect(sdk.components).toHaveLength(50);
  expect(Math.max(...sdk.components.map((name) => name.length))).toBeLessThan(320);
});

describe('how far the list can be trusted to be whole', () => {
  const words = (facts: PackageFacts | null) =>
    reportThirdParty(facts, knowledge)
      .notes.map(({ zh }) => zh)
      .join('\n');
  const today: PackageFacts = { ...NEUTRAL_PACKAGE, code: { ...NEUTRAL_PACKAGE.code, startCalls: [] }, versions: [] };

  test('a package that was read whole by today’s inspector needs no word', () => {
    expect(reportThirdParty(today, knowledge)).toMatchObject({ mayHideMore: false, notes: [] });
  });

  test('a packed one may hold more, and says by which product', () => {
    const packed = { ...today, packers: [{ packer: '示例加固', evidence: 'libshell.so' }] };
    expect(reportThirdParty(packed, knowledge).mayHideMore).toBe(true);
    expect(words(packed)).toMatch(/经过加固（示例加固）.*可能还有下面没有列出的SDK/);
  });

  test('one that was read in part, whose code is loaded at run time, or was not read at all', () => {
    const reasons = [{ zh: '动态加载', en: 'loaded at run time' }];
    expect(words({ ...today, coverage: { level: 'partial', reasons } })).toMatch(
      /只读取到一部分（动态加载）.*没有列出不等于没有/,
    );
    expect(words({ ...today, coverage: { level: 'none', reasons } })).toContain('代码未能读取');
    const gap = { code: 'x', place: 'classes2.dex', message: { zh: '坏', en: 'bad' }, affects: 'code' as const };
    expect(reportThirdParty({ ...today, gaps: [gap] }, knowledge).mayHideMore).toBe(true);
    const dexFiles = [{ ...today.code.dexFiles[0]!, entry: 'assets/a.dex', loading: 'hidden' as const }];
    expect(reportThirdParty({ ...today, code: { ...today.code, dexFiles } }, knowledge).mayHideMore).toBe(true);
    expect(reportThirdParty(null, knowledge).mayHideMore).toBe(true);
  });

  test('facts of an earlier inspector say what they do not know', () => {
    expect(words(NEUTRAL_PACKAGE)).toMatch(/没有启动路径不等于不会启动[\s\S]*版本一律未知/);
    expect(reportThirdParty(NEUTRAL_PACKAGE, knowledge).mayHideMore).toBe(false);
  });
});

describe('code that nobody knows', () => {
  const packages = [
    { name: 'com.example.app', classes: 100, methods: 1_000 },
    { name: 'com.strangers.sdk', classes: 30, methods: 300, callers: [0, 2] },
    { name: 'com.strangers.sdk.core', classes: 20, methods: 200, callers: [1] },
    { name: 'net.quiet.widget', classes: 90, methods: 200 },
    { name: 'androidx.core', classes: 300, methods: 900 },
    { name: 'a.b', classes: 300, methods: 900 },
  ];
  const third = (own: PackageFacts) => reportThirdParty(own, knowledge);

  test('stands by itself with what it could take and who calls it; base libraries, the app and renamed code do not', () => {
    const apiUses = [
      use(['device.imei', 'contacts'], 'com.strangers.sdk.core.Reader'),
      use(['contacts'], 'com.example.app.Main'),
    ];
    const { unknown, unknownOmitted } = third(app({ packages, apiUses }));
    expect(unknown.map(({ package: name, classes, calledFrom }) => [name, classes, calledFrom])).toEqual([
      ['com.strangers', 50, ['com.example.app']],
      ['net.quiet', 90, []],
    ]);
    const taken = unknown[0]!.takes.map(({ id, stated, calls }) => [id, stated, calls]);
    expect(taken.sort()).toEqual([
      ['contacts', false, 1],
      ['device.imei', false, 1],
    ]);
    expect(unknownOmitted).toBe(0);
  });

  test('endless code is counted and not listed', () => {
    const many = Array.from({ length: 5_000 }, (_, at) => ({ name: `com.vendor${at}.sdk`, classes: 2, methods: 9 }));
    const apiUses = [use(['contacts'], ...many.map(({ name }) => `${name}.Reader`))];
    const { unknown, unknownOmitted } = third(app({ packages: many, apiUses }));
    expect([unknown.length, unknownOmitted]).toEqual([100, 4_900]);
  });
});

test('what a vendor that is known has besides is unlisted, and not of unknown origin', () => {
  const packages = [
    { name: 'com.amap.api.location', classes: 50, methods: 500 },
    { name: 'com.amap.novelty.core', classes: 9, methods: 90 },
    { name: 'com.strangers.sdk', classes: 9, methods: 90 },
  ];
  const names = (found: readonly { namespace: string }[]) => found.map(({ namespace }) => namespace);
  expect(names(unknownCode(app({ packages }), knowledge))).toEqual(['com.strangers']);
  expect(names(unlistedCode(app({ packages }), knowledge))).toEqual(['com.amap.novelty', 'com.strangers']);
});

test('every category that knowledge uses has a name, and no other', () => {
  expect(Object.keys(SDK_CATEGORY_NAMES).sort()).toEqual([...SDK_CATEGORIES].sort());
});
