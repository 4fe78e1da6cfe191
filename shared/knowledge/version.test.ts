import { canonicalJson, contentVersion } from './version.ts';

test('the order of keys does not matter, the order of lists does', () => {
  expect(canonicalJson({ b: 1, a: [{ d: null, c: 'x' }] })).toBe('{"a":[{"c":"x","d":null}],"b":1}');
  expect(contentVersion({ a: 1, b: 2 })).toBe(contentVersion({ b: 2, a: 1 }));
  expect(contentVersion([1, 2])).not.toBe(contentVersion([2, 1]));
});

test('a field without a value is no field', () => {
  expect(contentVersion({ a: 1, b: undefined })).toBe(contentVersion({ a: 1 }));
});
