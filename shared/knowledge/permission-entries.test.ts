import { knowledge } from './index.ts';
import { findPermission } from './permissions.ts';

const of = (platform: string) => [...knowledge.permissions.values()].filter((entry) => entry.platform === platform);

test('has the permissions of three platforms', () => {
  expect([of('android').length, of('harmony').length, of('quick-app').length]).toEqual([130, 78, 33]);
});

test.each([
  ['ohos.permission.CAMERA', { kind: 'dangerous', grant: 'user', restricted: false }],
  ['ohos.permission.READ_CONTACTS', { kind: 'dangerous', grant: 'user', restricted: true }],
  ['ohos.permission.SYSTEM_FLOAT_WINDOW', { kind: 'special', grant: 'install', restricted: true }],
  ['ohos.permission.INTERNET', { kind: 'normal-privacy', grant: 'install', restricted: false }],
  ['ohos.permission.READ_CALL_LOG', { kind: 'signature', grant: 'none', confidence: 'medium' }],
  ['ohos.permission.READ_MEDIA', { kind: 'dangerous', deprecatedSince: 12 }],
  ['android.permission.CAMERA', { platform: 'android', grant: 'user', equivalents: [] }],
  ['android.permission.SYSTEM_ALERT_WINDOW', { grant: 'settings' }],
  ['system.geolocation', { kind: 'dangerous', grant: 'user', attention: 'high' }],
  ['system.nfc', { kind: 'normal-privacy', grant: 'install' }],
  ['service.wxaccount', { platform: 'quick-app' }],
])('%s', (name, expected) => {
  expect(findPermission(knowledge, name)).toMatchObject(expected);
});

test('equivalents are Android permissions, and what they open is known', () => {
  for (const { name, equivalents, actions = [] } of [...of('harmony'), ...of('quick-app')]) {
    const named = [...equivalents, ...actions.flatMap(({ permission }) => permission ?? [])];
    expect([name, named.filter((each) => findPermission(knowledge, each)?.platform !== 'android')]).toEqual([name, []]);
  }
});

test('only what was compared with the documentation is sure', () => {
  const sure = of('harmony').filter(({ confidence }) => confidence === 'high');
  expect(sure.every(({ kind }) => kind !== 'signature')).toBe(true);
});
