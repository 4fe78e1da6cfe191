import { isVersionMember, isVersionName } from './version-names.ts';
import { isVersion, mayBeStoreVersion, mayBeVersion, storeVersion } from './version-text.ts';

test.each([
  '1.0',
  '1.2.3',
  'v4.5.6.7',
  '3.0.0-rc1',
  '2.10.0.20230101',
  'MobSDK 3.1.0',
  'okhttp/3.12.0',
  '96.0.4664.45',
  '1.1.1k',
  'android4.28.0',
  'Android_SDK_3.2.1',
])('%s is a version', (text) => {
  expect(isVersion(text)).toBe(true);
  const bytes = Buffer.from(`..${text}..`);
  expect(mayBeVersion(bytes, 2, bytes.length - 2)).toBe(true);
});

test.each([
  '',
  '12',
  '2021.03.04',
  '04.03.2021',
  '2019-01.02',
  '127.0.0.1',
  '192.168.1.1',
  '114.114.114.114',
  '180.149.133.23',
  '1.2.3 is what it says',
  'https://x.y/1.2.3',
  `1.2.${'3'.repeat(60)}`,
])('%s is no version', (text) => {
  expect(isVersion(text)).toBe(false);
});

test.each([
  ['com.vendor.BuildConfig', 'VERSION_NAME', true],
  ['com.vendor.Core', 'getSdkVersion', true],
  ['com.vendor.Core', 'SDK_VER', true],
  ['com.vendor.Core', 'verName', true],
  ['com.vendor.Constants', 'CLIENT_SDK', true],
  ['com.vendor.SdkVersion', 'NAME', true],
  ['com.vendor.Core', 'server', false],
  ['com.vendor.Core', 'verify', false],
  ['com.vendor.Core', 'HTTP_VERSION', false],
  ['com.vendor.Core', 'minVersion', false],
  ['com.vendor.HttpVersion', 'NAME', false],
  ['com.vendor.Conversion', 'RATE', false],
])('%s.%s speaks of its own version: %s', (name, member, expected) => {
  expect(isVersionMember(name, member)).toBe(expected);
});

test('what SDKs hold for app stores', () => {
  const text = '!SDK-VERSION-STRING!:com.vendor.sdk:core:4.27.0';
  expect(storeVersion(text)).toEqual({ coordinates: 'com.vendor.sdk:core', version: '4.27.0' });
  expect(mayBeStoreVersion(Buffer.from(text), 0, text.length)).toBe(true);
  expect(mayBeStoreVersion(Buffer.from('!SDK-VERSION'), 0, 12)).toBe(false);
  expect(storeVersion('!SDK-VERSION-STRING!:com.vendor.sdk:4.27.0')).toBeNull();
  expect(storeVersion('!SDK-VERSION-STRING!:com.vendor.sdk:core:unknown')).toBeNull();
});

test('names of resources', () => {
  expect(['google_play_services_version', 'library_foo_libraryVersion', 'x_ver'].every(isVersionName)).toBe(true);
  expect(['title', 'cover_image', 'vera', 'x'.repeat(300)].some(isVersionName)).toBe(false);
});
