import { packageFacts } from '../../test/rules/support/facts.ts';
import type { Plain } from '../../test/rules/support/overlay.ts';
import { cleartextOf, effectiveTarget } from './cleartext.ts';

const configured = (part: Record<string, Plain>): Plain => ({
  application: {
    networkSecurityConfig: '@xml/n',
    networkSecurity: {
      entry: 'res/xml/n.xml',
      cleartext: null,
      cleartextDomains: [],
      encryptedDomains: [],
      trustsUserCertificates: false,
      pinnedDomains: [],
      ...part,
    },
  },
});
const of = (part: Plain) => cleartextOf(packageFacts(part)!);

test.each<[string, Plain, object | null]>([
  ['the attribute', { application: { usesCleartextTraffic: true } }, { base: true, because: 'attribute' }],
  [
    'the default of an old target',
    { identity: { targetSdk: 27 }, application: { usesCleartextTraffic: null } },
    { base: true, because: 'default' },
  ],
  ['the default of a new one', { application: { usesCleartextTraffic: null } }, { base: false, because: 'default' }],
  ['the configuration', configured({ cleartext: true }), { base: true, because: 'configuration' }],
  ['a configuration that was not read', { application: { networkSecurityConfig: '@xml/n' } }, null],
  [
    'a target that is not written is the minimum',
    { identity: { targetSdk: null, minSdk: 21 }, application: { usesCleartextTraffic: null } },
    { base: true },
  ],
])('%s', (_name, part, expected) => {
  const found = of(part);
  if (expected === null) expect(found).toBeNull();
  else expect(found).toMatchObject(expected);
});

test('of domains that cover a host the longest decides', () => {
  const allows = of(
    configured({ cleartext: false, cleartextDomains: ['*.old.cn', 'one.cn'], encryptedDomains: ['*.pay.old.cn'] }),
  )!.allows;
  expect(['old.cn', 'a.old.cn', 'pay.old.cn', 'x.pay.old.cn', 'one.cn', 'a.one.cn', 'other.cn'].map(allows)).toEqual([
    ...[true, true, false, false, true, false, false],
  ]);
});

test('a target that nobody could read is not known', () => {
  const broken = { identity: { targetSdk: null, minSdk: null }, gaps: [{ affects: 'manifest' }] };
  expect(effectiveTarget(packageFacts(broken)!)).toBeNull();
  expect(effectiveTarget(packageFacts({ identity: { targetSdk: null, minSdk: null } })!)).toBe(1);
});
