/** Another app's v1 signature, which anybody can copy out of its package, in one that is signed by somebody else with a newer scheme. */

import { type ApkRecipe, apkEntries } from '../../services/cli/building/apk.ts';
import { makeIdentity } from '../../services/cli/building/certificate.ts';
import { signApk } from '../../services/cli/building/sign.ts';
import { signJar } from '../../services/cli/building/sign-jar.ts';
import { buildZip } from '../../services/cli/building/zip.ts';
import { countedSigners } from '../../shared/checks/signers.ts';
import type { PackageFacts } from '../../shared/domain/facts/package.ts';
import { signingOf } from '../fixtures/signing.ts';

const recipe = (minSdk: number, text: string): ApkRecipe => ({
  packageName: 'com.example.bank',
  versionCode: 1,
  minSdk,
  targetSdk: 35,
  entries: { 'assets/text.txt': text },
});

test.each([24, 21])('with minSdk %d the victim’s certificate does not count', async (minSdk) => {
  const [victim, thief] = [makeIdentity('RSA', [['CN', 'Victim']]), makeIdentity('RSA', [['CN', 'Thief']])];
  const stolen = signJar(apkEntries(recipe(minSdk, 'the real app')), [victim]).filter(({ name }) => name.startsWith('META-INF/'));
  const bytes = signApk(buildZip([...apkEntries(recipe(minSdk, 'another app')), ...stolen]), [thief]);
  const { signing } = await signingOf(bytes);
  // Both lie in the package, and for platforms that look at v2 alone all is well.
  expect(new Set(signing.signers.map(({ scheme }) => scheme))).toEqual(new Set(['v1', 'v2']));
  if (minSdk >= 24) expect(signing.verified).not.toBe('invalid');
  const counted = countedSigners({ signing, identity: { minSdk } } as PackageFacts);
  expect(counted.map(({ certificates }) => certificates[0]!.subject)).toEqual(['CN=Thief']);
});
