import { NEUTRAL_PACKAGE, packageFacts } from '../../test/rules/support/facts.ts';
import { knowledge } from '../knowledge/index.ts';
import {
  accessEvidence,
  declarationEvidence,
  isDangerous,
  requestedAccess,
  requestedPermissions,
  shortName,
} from './permissions.ts';

const names = (facts: Parameters<typeof packageFacts>[0]) =>
  requestedPermissions(packageFacts(facts)!, knowledge).map(({ name, entry }) => (entry === null ? `${name} ?` : name));

describe('requestedPermissions', () => {
  test('puts declarations of one name together and leaves out what no current device sees', () => {
    const permissions = ['a.B', 'a.B', { name: 'android.permission.READ_SMS', maxSdkVersion: 22 }, 'android.permission.CAMERA'];
    expect(names({ permissions })).toEqual(['a.B ?', 'android.permission.CAMERA']);
  });

  test('knows each platform by its own names', () => {
    const permissions = ['ohos.permission.CAMERA', 'android.permission.CAMERA'];
    expect(names({ permissions })).toEqual(['android.permission.CAMERA', 'ohos.permission.CAMERA ?']);
    expect(names({ platform: 'harmony', format: 'hap', permissions })).toEqual([
      'android.permission.CAMERA ?',
      'ohos.permission.CAMERA',
    ]);
  });

  test('takes a quick app’s features for its permissions, and its servers for none', () => {
    const quickApp = { features: ['system.geolocation', 'system.unheard'] };
    expect(names({ platform: 'quick-app', format: 'rpk', quickApp, permissions: ['origin:*'] })).toEqual([
      'system.geolocation',
      'system.unheard ?',
    ]);
  });

  test('has none where nothing tells the platform', () => {
    expect(names({ platform: null, format: 'zip', permissions: ['android.permission.CAMERA'] })).toEqual([]);
  });

  test('is made once a package', () => {
    expect(requestedPermissions(NEUTRAL_PACKAGE, knowledge)).toBe(requestedPermissions(NEUTRAL_PACKAGE, knowledge));
  });

  test('takes a hundred thousand declarations of one name in its stride', () => {
    const permissions = Array.from({ length: 100_000 }, () => 'android.permission.CAMERA');
    const start = performance.now();
    expect(names({ permissions })).toEqual(['android.permission.CAMERA']);
    // A hang, not a speed: machines are shared.
    expect(performance.now() - start).toBeLessThan(30_000);
  });
});

test.each([
  ['android.permission.CAMERA', 'android', true],
  ['android.permission.POST_NOTIFICATIONS', 'android', false],
  ['android.permission.INTERNET', 'android', false],
  ['ohos.permission.READ_CONTACTS', 'harmony', true],
  ['ohos.permission.INTERNET', 'harmony', false],
  ['ohos.permission.READ_CALL_LOG', 'harmony', false],
])('whether users grant %s', (name, platform, expected) => {
  const facts = packageFacts({ platform, format: platform === 'harmony' ? 'hap' : 'apk', permissions: [name] })!;
  expect(requestedPermissions(facts, knowledge).map(isDangerous)).toEqual([expected]);
});

test('services that users switch on in the settings are access as well, unless they are disabled', () => {
  const service = { kind: 'service', name: 'a.B', permission: 'android.permission.BIND_INPUT_METHOD', place: '/s' };
  const facts = packageFacts({
    permissions: ['android.permission.CAMERA'],
    components: [service, { ...service, enabled: false }],
  })!;
  const access = requestedAccess(facts, knowledge);
  expect(access.map(({ name, services }) => [name, services.length])).toEqual([
    ['android.permission.BIND_INPUT_METHOD', 1],
    ['android.permission.CAMERA', 0],
  ]);
  expect(accessEvidence(access[0]!)).toEqual([
    { type: 'manifest', element: '/s', attribute: 'android:permission', value: 'a.B' },
  ]);
});

test('evidence names the attribute in the platform’s words', () => {
  const attribute = (facts: Parameters<typeof packageFacts>[0]) =>
    requestedPermissions(packageFacts(facts)!, knowledge).flatMap(declarationEvidence)[0];
  expect(attribute({ permissions: ['android.permission.CAMERA'] })).toMatchObject({ attribute: 'android:name' });
  const quickApp = { features: ['system.sms'] };
  expect(attribute({ platform: 'quick-app', format: 'rpk', quickApp })).toMatchObject({
    attribute: 'name',
    element: '/features[1]',
  });
});

test('names without the platform’s prefix', () => {
  expect(['android.permission.CAMERA', 'ohos.permission.LOCATION', 'com.example.P'].map(shortName)).toEqual([
    'CAMERA',
    'LOCATION',
    'com.example.P',
  ]);
});
