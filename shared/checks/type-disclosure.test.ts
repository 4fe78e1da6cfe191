import { NEUTRAL_POLICY } from '../../test/rules/support/facts.ts';
import type { PolicyFacts, TypeMention } from '../domain/facts/policy.ts';
import { disclosureEvidence, typeDisclosure } from './type-disclosure.ts';

const mention = (type: string, part: Partial<TypeMention> = {}): TypeMention => ({
  ...{ type, negated: false, range: [0, 2], confidence: 0.9 },
  ...part,
});
const saying = (types: readonly TypeMention[], text = '隐私政策。'): PolicyFacts => ({ ...NEUTRAL_POLICY, types, text });

test.each([
  ['names the type', saying([mention('device.oaid')]), 'device.oaid', 'told'],
  ['names a type told together with it', saying([mention('device.aaid_gaid')]), 'device.oaid', 'told'],
  ['has a general word', saying([mention('device.oaid', { confidence: 0.4 })]), 'device.oaid', 'hinted'],
  ['has a wording of its own', saying([], '我们会检测您安装的相关应用程序。'), 'device.installed_apps', 'hinted'],
  ['says that it is not collected', saying([mention('device.imei', { negated: true })]), 'device.imei', 'denied'],
  [
    'denies it in one place and tells it in another',
    saying([mention('device.imei', { negated: true }), mention('device.imei')]),
    'device.imei',
    'told',
  ],
  ['denies a related type only', saying([mention('device.mac_bt', { negated: true })]), 'device.mac_wifi', 'hinted'],
  ['speaks of something else', saying([mention('contacts')]), 'device.imei', 'silent'],
])('a policy that %s', (_what, policy, type, state) => {
  expect(typeDisclosure(policy, type).state).toBe(state);
  expect(typeDisclosure(policy, type)).toBe(typeDisclosure(policy, type));
});

test('evidence is the place, or the words that were looked for', () => {
  const policy = saying([mention('device.imei')]);
  expect(disclosureEvidence(policy, typeDisclosure(policy, 'device.imei'), 'IMEI')[0]?.type).toBe('policy');
  expect(disclosureEvidence(policy, typeDisclosure(policy, 'contacts'), '通讯录')).toMatchObject([
    { type: 'policy-absence', searched: '通讯录' },
  ]);
});
