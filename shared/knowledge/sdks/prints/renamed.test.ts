import { appWith, knowing, type Parts, packagePrints, printsOf, sdkOf } from '../../../../test/support/third-party.ts';
import { detectSdks } from '../detection/detect.ts';

const vendor = sdkOf('vendor');
const carried = sdkOf('carried');
const carrier = sdkOf('carrier', { brings: ['carried'] });
const VENDOR = printsOf('vendor', 200);
const CARRIED = printsOf('carried', 100);
const ours = knowing([vendor, carried, carrier], {
  vendor: VENDOR,
  carried: CARRIED,
  carrier: [...printsOf('carrier', 100), ...CARRIED],
});
const NOISE = printsOf('noise', 2_000);
/** Packages of other code, 8,000 prints in all. */
const FOREIGN = [0, 1, 2, 3].map((at) => [`b.c${at}`, printsOf(`foreign ${at}`, 2_000)] as const);

function detect(packages: readonly (readonly [name: string, prints: readonly number[]])[], more: Parts = {}) {
  const facts = appWith({
    packages: packages.map(([name]) => [name, 40, 400] as const),
    ...more,
    code: { prints: packagePrints(...packages.map(([, prints]) => prints)), ...more.code },
  });
  return detectSdks(facts, ours).map(({ sdk, level, confidence, renamed }) => ({ id: sdk.id, level, confidence, renamed }));
}

test('an SDK whose packages have been renamed is found in them', () => {
  const found = detect([
    ['a.b', VENDOR.slice(0, 60)],
    ['a.c', VENDOR.slice(60, 90)],
    ['a.d', NOISE],
  ]);
  expect(found).toEqual([
    {
      id: 'vendor',
      level: 'present',
      confidence: 'high',
      renamed: [
        { package: 'a.b', matched: 60, of: 200, confidence: 'high' },
        { package: 'a.c', matched: 30, of: 200, confidence: 'high' },
      ],
    },
  ]);
});

test('an SDK in the one package that holds all code is found in the app as a whole', () => {
  expect(detect([['defpackage', [...NOISE, ...VENDOR.slice(0, 60)]]])).toMatchObject([
    { id: 'vendor', renamed: [{ package: '*', matched: 60, of: 200 }] },
  ]);
});

test.each<[string, readonly (readonly [string, readonly number[]])[], string | undefined]>([
  ['a few prints', [['a.b', VENDOR.slice(0, 9)]], undefined],
  ['a small share', [['a.b', VENDOR.slice(0, 18)]], undefined],
  ['a larger share', [['a.b', VENDOR.slice(0, 24)]], 'medium'],
  ['the same share among much other code', [['a.b', VENDOR.slice(0, 24)], ...FOREIGN], undefined],
  ['a large share among much other code', [['a.b', VENDOR.slice(0, 90)], ...FOREIGN], 'high'],
  ['one print in each of many packages', VENDOR.slice(0, 50).map((print, at) => [`a.b${at}`, [print]] as const), undefined],
  ['one print again and again', Array.from({ length: 50 }, (_, at) => [`a.b${at}`, VENDOR.slice(0, 2)] as const), undefined],
])('%s', (_what, packages, confidence) => {
  expect(detect(packages)[0]?.confidence).toBe(confidence);
});

test('prints of what an SDK carries tell of the carried one alone', () => {
  expect(detect([['a.b', CARRIED]]).map(({ id }) => id)).toEqual(['carried']);
});

test('prints that two SDKs share tell of neither', () => {
  const twins = knowing([vendor, carried], { vendor: VENDOR, carried: VENDOR });
  const facts = appWith({ packages: [['a.b', 40, 400]], code: { prints: packagePrints(VENDOR) } });
  expect(detectSdks(facts, twins)).toEqual([]);
});

test('code that its name tells of, and base libraries, are not searched', () => {
  expect(detect([['com.carried.sdk', VENDOR]]).map(({ id }) => id)).toEqual(['carried']);
  expect(detect([['okhttp3.internal', VENDOR]])).toEqual([]);
});

test("the app's own code is its own, unless it is where a shrinker has put everything", () => {
  expect(detect([['com.example.app.share', VENDOR]])).toEqual([]);
  expect(detect([['com.example.app', [...NOISE, ...VENDOR]]])).toMatchObject([{ id: 'vendor', renamed: [{ package: '*' }] }]);
});

test('prints of another scheme cannot be compared', () => {
  const other = { ...packagePrints(VENDOR)!, scheme: 2 } as never;
  expect(detect([['a.b', VENDOR]], { code: { prints: other } })).toEqual([]);
});

test('a renamed SDK is called and started by its own packages', () => {
  const packages = [
    { name: 'com.example.app', classes: 9, methods: 90 },
    { name: 'a.b', classes: 40, methods: 400, callers: [0] },
  ];
  const facts = appWith({ packages, code: { prints: packagePrints([], VENDOR) } });
  expect(detectSdks(facts, ours)).toMatchObject([{ sdk: { id: 'vendor' }, level: 'called', calledFrom: ['com.example.app'] }]);
});

test('hostile prints are no worse than none', () => {
  const prints = {
    ...packagePrints([])!,
    packages: [
      { package: 99, prints: '!!!!' },
      { package: -1, prints: 'AAAA' },
    ],
  };
  expect(detect([['a.b', []]], { code: { prints } })).toEqual([]);
});

test('of a package of which facts hold the smallest prints only, an SDK needs its share of those', () => {
  const seen = [...printsOf('app', 40_000), ...VENDOR].sort((a, b) => a - b).slice(0, 4_000);
  const visible = VENDOR.filter((print) => print <= seen.at(-1)!).length;
  expect(visible).toBeLessThan(30);
  expect(detect([['o', seen]])).toMatchObject([{ id: 'vendor', renamed: [{ package: '*', matched: visible }] }]);
});
