import { PrefixTable } from './prefix-table.ts';

const table = new PrefixTable([
  ['com.vendor', 1],
  ['com.vendor.sdk', 2],
  ['okhttp3', 3],
  ['', 9],
]);

test.each([
  ['com.vendor', 1],
  ['com.vendor.other.A', 1],
  ['com.vendor.sdk', 2],
  ['com.vendor.sdk.inner.B', 2],
  ['com.vendor.sdks', 1],
  ['com.vendors', undefined],
  ['com', undefined],
  ['okhttp3.internal', 3],
  ['', undefined],
])('%s is covered by %s, whole segments only', (name, value) => {
  expect(table.longest(name)?.value).toBe(value);
});

test('a part of a name is looked up from its place on', () => {
  expect(table.longest('com.app.shaded.okhttp3.Call', 'com.app.shaded.'.length)?.prefix).toBe('okhttp3');
  expect(table.longest('com.app.shaded.okhttp3.Call', 'com.app.'.length)).toBeNull();
});

test('entries end at a slash, names of resources anywhere', () => {
  const entries = new PrefixTable([['assets/vendor/', 'folder']], '/');
  expect(entries.longest('assets/vendor/a.json')?.value).toBe('folder');
  expect(entries.longest('assets/vendors/a.json')).toBeNull();
  const names = new PrefixTable([['umeng_', 'umeng']], '');
  expect(names.longest('umeng_share')?.value).toBe('umeng');
  expect(names.longest('umen')).toBeNull();
});

test('types end at a slash or a semicolon', () => {
  const types = new PrefixTable([['com/vendor', 'vendor']], 'type');
  expect(types.longest('Lcom/vendor/sdk/Core;->init', 1)?.value).toBe('vendor');
  expect(types.longest('Lcom/vendor;->init', 1)?.value).toBe('vendor');
  expect(types.longest('Lcom/vendors/Core;->init', 1)).toBeNull();
});

test('hosts are covered from their end, by whole labels', () => {
  const hosts = new PrefixTable(
    [
      ['umeng.com', 'umeng'],
      ['log.umeng.com', 'log'],
    ],
    'host',
  );
  expect(['umeng.com', 'a.umeng.com', 'x.log.umeng.com', 'xumeng.com', 'com'].map((name) => hosts.longest(name)?.value)).toEqual([
    'umeng',
    'umeng',
    'log',
    undefined,
    undefined,
  ]);
});

test('of equal prefixes the last counts, and names beyond every prefix are not read to their end', () => {
  const doubled = new PrefixTable([
    ['a.b', 1],
    ['a.b', 2],
  ]);
  expect(doubled.longest('a.b.c')?.value).toBe(2);
  expect(doubled.longest(`a.b.${'x'.repeat(10_000_000)}`)?.value).toBe(2);
});

test('ten thousand prefixes are all found', () => {
  const many = new PrefixTable(Array.from({ length: 10_000 }, (_, at) => [`com.v${at}.sdk`, at] as const));
  expect(Array.from({ length: 10_000 }, (_, at) => many.longest(`com.v${at}.sdk.A`)?.value)).toEqual(
    Array.from({ length: 10_000 }, (_, at) => at),
  );
});
