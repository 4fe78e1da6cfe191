import { NEUTRAL_LISTING, NEUTRAL_POLICY, policyFacts } from '../../test/rules/support/facts.ts';
import { knowledge } from '../knowledge/index.ts';
import { listedPermission, permissionDisclosure, policyEvidence, provisionOf, searchedTerms } from './disclosure.ts';

const FINE = 'android.permission.ACCESS_FINE_LOCATION';

describe('permissionDisclosure', () => {
  test.each([
    ['the permission itself', { permissions: [FINE] }, 'permission'],
    ['another of its group', { permissions: ['android.permission.ACCESS_COARSE_LOCATION'] }, 'permission'],
    ['the information it opens', { types: ['location.precise'] }, 'information'],
    ['that it is not used', { permissions: [{ permission: FINE, negated: true }] }, 'denied'],
    ['that it is used here and not there', { permissions: [FINE, { permission: FINE, negated: true }] }, 'permission'],
    ['something else', { permissions: ['android.permission.CAMERA'] }, 'silent'],
  ])('the policy says %s', async (_name, partial, state) => {
    expect(permissionDisclosure((await policyFacts(partial))!, FINE, knowledge).state).toBe(state);
  });

  test.each([
    ['a general word', { permissions: [{ permission: FINE, confidence: 0.4 }] }, FINE],
    ['what users type', { types: ['phone_number'] }, 'android.permission.READ_PHONE_STATE'],
    ['photographs that users choose', { types: ['media.images'] }, 'android.permission.CAMERA'],
  ])('%s is a hint and no disclosure', async (_name, partial, permission) => {
    const { state, hints } = permissionDisclosure((await policyFacts(partial))!, permission, knowledge);
    expect([state, hints.length]).toEqual(['silent', 1]);
  });

  test('a permission that the knowledge has nothing on is disclosed by its name only', async () => {
    const policy = (await policyFacts({ permissions: ['com.example.PUSH'] }))!;
    expect(permissionDisclosure(policy, 'com.example.PUSH', knowledge).state).toBe('permission');
    expect(permissionDisclosure(policy, 'com.example.OTHER', knowledge).state).toBe('silent');
  });
});

test('the listing’s own entry of a permission goes before one of its group', () => {
  const permissions = [
    { name: 'android.permission.ACCESS_COARSE_LOCATION', purpose: '大概位置' },
    { name: FINE, purpose: '导航' },
  ];
  expect(listedPermission({ ...NEUTRAL_LISTING, permissions }, FINE, knowledge)?.purpose).toBe('导航');
  expect(listedPermission({ ...NEUTRAL_LISTING, permissions: [permissions[0]!] }, FINE, knowledge)?.purpose).toBe('大概位置');
  expect(listedPermission(null, FINE, knowledge)).toBeNull();
});

test('a policy item that the reader did not look for is absent', () => {
  expect(provisionOf(NEUTRAL_POLICY, 'PR-14').state).toBe('absent');
});

test('policy evidence shows the words in their line, and at most three places', () => {
  const text = `第一行\n我们会收集您的位置信息，用于导航。\n第三行`;
  const start = text.indexOf('位置');
  const mention = { range: [start, start + 4] as const, confidence: 1 };
  const evidence = policyEvidence({ ...NEUTRAL_POLICY, text }, [mention, mention, mention, mention]);
  expect(evidence).toHaveLength(3);
  expect(evidence[0]).toMatchObject({ range: [start, start + 4], excerpt: '我们会收集您的位置信息，用于导航。' });
});

describe('other platforms', () => {
  test.each([
    ['ohos.permission.CAMERA', { permissions: ['android.permission.CAMERA'] }, 'permission'],
    ['ohos.permission.READ_IMAGEVIDEO', { permissions: ['android.permission.READ_EXTERNAL_STORAGE'] }, 'permission'],
    ['ohos.permission.MICROPHONE', { types: ['microphone'] }, 'information'],
    ['ohos.permission.CAMERA', { types: ['media.images'] }, 'silent'],
    [
      'ohos.permission.READ_CONTACTS',
      { permissions: [{ permission: 'android.permission.READ_CONTACTS', negated: true }] },
      'denied',
    ],
    ['system.geolocation', { permissions: ['android.permission.ACCESS_COARSE_LOCATION'] }, 'permission'],
    ['system.geolocation', { permissions: ['android.permission.CAMERA'] }, 'silent'],
  ])('%s is disclosed in the words of Android’s policies', async (name, partial, state) => {
    expect(permissionDisclosure((await policyFacts(partial))!, name, knowledge).state).toBe(state);
  });

  test('a listing may name a permission as any platform does', () => {
    const permissions = [{ name: 'android.permission.CAMERA', purpose: '扫码' }];
    expect(listedPermission({ ...NEUTRAL_LISTING, permissions }, 'ohos.permission.CAMERA', knowledge)?.purpose).toBe('扫码');
  });
});

test('what was looked for has the words of the permission and of those that open the same, each once', () => {
  const entry = knowledge.permissions.get('ohos.permission.LOCATION')!;
  const words = searchedTerms(entry, knowledge).split('、');
  expect(words).toEqual([...new Set(words)]);
  expect(words).toEqual(expect.arrayContaining(['位置信息', '位置', '定位']));
});
