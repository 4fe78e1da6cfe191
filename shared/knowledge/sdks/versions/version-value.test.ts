import { normalVersion } from './version-value.ts';

test.each([
  ['9.4.0', '9.4.0'],
  ['v9.4.0', '9.4.0'],
  ['9.4.0_release', '9.4.0'],
  ['9.4.0_release.aar', '9.4.0'],
  ['MobSDK 3.1.0', '3.1.0'],
  ['Android-2.8.3', '2.8.3'],
  ['2.8.3 (45)', '2.8.3'],
  ['5.0.0-rc1', '5.0.0-rc1'],
  ['1.10.0.RELEASE', '1.10.0'],
  ['4.9.3.20230101', '4.9.3.20230101'],
  ['31.1-android', '31.1-android'],
  [' 1.2 ', '1.2'],
  ['30400', null],
  ['', null],
  ['unknown', null],
  ['a1.2', null],
])('%j is %j', (text, version) => {
  expect(normalVersion(text)).toBe(version);
});
