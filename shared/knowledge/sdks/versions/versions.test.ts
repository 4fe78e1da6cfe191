import { appWith, knowing, type Parts, sdkOf } from '../../../../test/support/third-party.ts';
import type { VersionClue, VersionSource } from '../../../domain/facts/package.ts';
import { detectSdks } from '../detection/detect.ts';

const vendor = sdkOf('vendor', {
  maven: ['com.vendor:core', 'com.vendor:extra-*'],
  versionAt: ['com.vendor.sdk.a.B.c'],
  nativeLibraries: ['libvendor.so'],
  plugins: { cordova: ['cordova-plugin-vendor'], ohpm: ['@vendor/core'] },
  metaData: ['VENDOR_VERSION'],
});
const other = sdkOf('other');
const ours = knowing([vendor, other]);
const CODE = ['com.vendor.sdk', 30, 300] as const;

type Clue = readonly [source: VersionSource, subject: string, value: string];
const clues = (said: readonly Clue[]): VersionClue[] =>
  said.map(([source, subject, value]) => ({ source, subject, value, entry: 'classes.dex' }));

function versions(said: readonly Clue[], parts: Parts = { packages: [CODE] }) {
  const [found] = detectSdks(appWith({ ...parts, more: { versions: clues(said), ...parts.more } }), ours);
  return found?.versions.map(({ value, sure }) => [value, sure]);
}

const MAVEN: Clue = ['maven', 'com.vendor:core', '5.0.0'];
const TOLD: Clue = ['constant', 'com.vendor.sdk.a.B.c', '4.0.0'];
const BUILD: Clue = ['constant', 'com.vendor.sdk.BuildConfig.VERSION_NAME', '3.0.0'];
const NAMED: Clue = ['method', 'com.vendor.sdk.Core.getSdkVersion', 'v2.0.0_release'];
const VERSION: Clue = ['constant', 'com.vendor.sdk.Constants.VERSION', '1.9.0'];
const META: Clue = ['meta-data', 'VENDOR_VERSION', '1.8.0'];
const PLUGIN: Clue = ['cordova', 'cordova-plugin-vendor', '1.7.0'];
const NATIVE: Clue = ['native', 'libvendor.so', '1.6.0'];

test('the best place counts', () => {
  const all = [NATIVE, PLUGIN, META, VERSION, NAMED, BUILD, TOLD, MAVEN];
  const best = [];
  for (let left = all.length; left > 0; left--) best.push(versions(all.slice(0, left)));
  expect(best).toEqual([
    [['5.0.0', true]],
    [['4.0.0', true]],
    [['3.0.0', true]],
    [['2.0.0', true]],
    [['1.9.0', false]],
    [['1.8.0', false]],
    [['1.7.0', false]],
    [['1.6.0', false]],
  ]);
});

test.each<[string, Clue[]]>([
  ["the app's own", [['constant', 'com.example.app.BuildConfig.VERSION_NAME', '9.9.9']]],
  ["another SDK's", [['constant', 'com.other.sdk.BuildConfig.VERSION_NAME', '9.9.9']]],
  ['nobody’s', [['constant', 'a.b.BuildConfig.VERSION_NAME', '9.9.9']]],
  ['of a protocol', [['constant', 'com.vendor.sdk.Http.HTTP_VERSION', '1.1']]],
  ['of a database', [['constant', 'com.vendor.sdk.Db.DB_VERSION', '2.0']]],
  ['a number alone', [['constant', 'com.vendor.sdk.BuildConfig.VERSION_NAME', '30400']]],
  ['of every new module', [['constant', 'com.vendor.sdk.BuildConfig.VERSION_NAME', '1.0']]],
  ['of a part', [['constant', 'com.vendor.sdk.crypto.Cipher.VERSION', '1.1.0']]],
  ['of a plugin of others', [['npm', 'react-native', '0.70.0']]],
])('%s version is none', (_whose, said) => {
  expect(versions(said)).toEqual([]);
});

test('a module deeper down has a version of its own, which is not surely that of the whole', () => {
  const deep: Clue = ['constant', 'com.vendor.sdk.push.BuildConfig.VERSION_NAME', '1.2.3'];
  expect(versions([deep])).toEqual([['1.2.3', false]]);
  expect(versions([deep, BUILD])).toEqual([['3.0.0', true]]);
});

test('modules that disagree say nothing of the whole', () => {
  const module = (name: string, value: string): Clue => ['constant', `com.vendor.sdk.${name}.BuildConfig.VERSION_NAME`, value];
  expect(versions([module('a', '1.2.3'), module('b', '1.2.4')])).toEqual([]);
  expect(versions([module('a', '1.2.3'), module('b', '1.2.3')])).toEqual([['1.2.3', false]]);
  const named = (name: string, value: string): Clue => ['constant', `com.vendor.sdk.${name}.SDK_VERSION`, value];
  expect(versions([named('A', '1.2.3')])).toEqual([['1.2.3', true]]);
  expect(versions([named('A', '1.2.3'), named('B', '1.2.4')])).toEqual([['1.2.3', false]]);
});

test('two values of one thing are two versions, values of two things are not', () => {
  expect(versions([MAVEN, ['maven', 'com.vendor:core', '5.1.0']])).toEqual([
    ['5.0.0', true],
    ['5.1.0', true],
  ]);
  expect(versions([['maven', 'com.vendor:extra-a', '1.1.0'], MAVEN, ['maven', 'com.vendor:extra-b', '2.2.0']])).toEqual([
    ['5.0.0', true],
  ]);
});

test('a copy below another prefix has its own version', () => {
  const parts = { packages: [CODE, ['app.shaded.com.vendor.sdk', 30, 300] as const] };
  expect(versions([BUILD, ['constant', 'app.shaded.com.vendor.sdk.BuildConfig.VERSION_NAME', '2.5.0']], parts)).toEqual([
    ['2.5.0', true],
    ['3.0.0', true],
  ]);
});

test('a package of HarmonyOS says its own version', () => {
  expect(
    versions([['ohpm', '@vendor/core', '2.1.0']], {
      more: { harmony: { packages: [{ name: '@vendor/core', version: '2.1.0' }] } as never },
    }),
  ).toEqual([['2.1.0', true]]);
});

test('facts that tell no versions leave them unknown', () => {
  expect(detectSdks(appWith({ packages: [CODE] }), ours)[0]?.versions).toEqual([]);
});
