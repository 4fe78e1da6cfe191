import { fragmentOf } from './xml-fragment.ts';

test('a path becomes the elements around one another', () => {
  expect(fragmentOf('/manifest/application/activity[2]')).toEqual([
    { depth: 0, name: 'manifest', position: null, last: false },
    { depth: 1, name: 'application', position: null, last: false },
    { depth: 2, name: 'activity', position: 2, last: true },
  ]);
});

test.each([
  'requestPermissions[0]',
  '',
  '/',
  '//x',
  '/a/<script>',
  '/a[1][2]',
  '/a b',
  `/${'a/'.repeat(50)}b`,
  `/${'x'.repeat(3_000)}`,
])('%p is no path of elements and stays as it is', (path) => {
  expect(fragmentOf(path)).toBeNull();
});
