import { listingFacts, packageFacts } from '../../test/rules/support/facts.ts';
import type { Plain } from '../../test/rules/support/overlay.ts';
import { knowledge } from '../knowledge/index.ts';
import { detectSdks } from '../knowledge/sdks/detection/detect.ts';
import { canHoldInformation, handlingOf } from './information-handled.ts';

function handling(pkg: Plain, listing: Plain = {}) {
  const facts = packageFacts(pkg)!;
  return handlingOf({ package: facts, listing: listingFacts(listing)!, sdks: detectSdks(facts, knowledge), knowledge });
}
const INTERNET = 'android.permission.INTERNET';

test('nothing is handled by an app that only talks', () => {
  expect(handling({ permissions: [INTERNET] })).toBeNull();
});

test.each<[string, boolean, Plain, Plain]>([
  ['accounts', true, {}, { app: { features: { accounts: true } } }],
  ['an SDK that collects', true, { code: { packages: ['com.umeng.analytics'] } }, {}],
  ['contacts and the network', true, { permissions: [INTERNET, 'android.permission.READ_CONTACTS'] }, {}],
  ['contacts without the network', false, { permissions: ['android.permission.READ_CONTACTS'] }, {}],
  ['saving files', false, { permissions: [INTERNET, 'android.permission.WRITE_EXTERNAL_STORAGE'] }, {}],
  ['a permission of low attention', false, { permissions: [INTERNET, 'android.permission.BLUETOOTH_SCAN'] }, {}],
])('%s: certain %s', (_name, certain, pkg, listing) => {
  const found = handling(pkg, listing)!;
  expect(found.certain).toBe(certain);
  expect(found.evidence).toHaveLength(1);
});

test('the most telling permission is named', () => {
  const found = handling({ permissions: [INTERNET, 'android.permission.BLUETOOTH_SCAN', 'android.permission.READ_CONTACTS'] })!;
  expect(found.why.zh).toContain('READ_CONTACTS');
});

test('an app that can neither ask nor talk holds nothing', () => {
  const can = (permissions: Plain) => canHoldInformation(packageFacts({ permissions })!, knowledge);
  expect([can([]), can([INTERNET]), can(['android.permission.CAMERA'])]).toEqual([false, true, true]);
});
