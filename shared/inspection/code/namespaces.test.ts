import { namespaceOf, tellNamespaces } from './namespaces.ts';

test.each([
  ['com.vendor.sdk.core', 'com.vendor'],
  ['com.vendor', 'com.vendor'],
  ['vendor', 'vendor'],
  ['', ''],
  ['com.github.someone.lib', 'com.github.someone'],
  ['com.github', 'com.github'],
  ['io.github.someone', 'io.github.someone'],
  ['cn.com.mma.mobile', 'cn.com.mma'],
  ['jp.co.vendor.ads', 'jp.co.vendor'],
  ['com.co.vendor', 'com.co'],
])('the namespace of %s is %s', (name, namespace) => {
  expect(namespaceOf(name)).toBe(namespace);
});

test('what is the own code, what a base library, and what only looks like one of these', () => {
  const names = ['com.shop.app', 'com.shopping', 'com.brand.main', 'androidx.core', 'androidxyz', 'com.google.android.material'];
  const packages = [...names, 'com.google.android.gms.ads', 'com.google.android.gmsx', 'com.shop'].map((name) => ({ name }));
  const declared = {
    ...{
      packageName: 'com.shop.app',
      launcher: 'com.brand.main.Main',
      applicationClass: 'Unpackaged',
      appComponentFactory: null,
    },
    ...{ components: [], minSdk: null },
  };
  const told = tellNamespaces(packages, declared, new Set(['androidx', 'com.google.android']));
  expect([...told.isNamedAsApp]).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 1]);
  expect([...told.isOwn]).toEqual([1, 0, 1, 0, 0, 0, 0, 0, 1]);
  expect([...told.isLibrary]).toEqual([0, 0, 0, 1, 0, 1, 0, 1, 0]);
  expect(told.of[5]).toBe(told.of[6]);
  expect(told.of[0]).toBe(told.of[8]);
  expect(new Set(told.of).size).toBe(6);
});
