import { fieldsOf, listedSdks } from './read-listing.ts';

test('every field stands with its path, lists with their places', () => {
  const listing = { app: { name: 'x', features: { accounts: true }, list: ['a', 'b'] }, sdks: [{ name: 's' }], schema: 'y' };
  expect(fieldsOf(listing)).toEqual([
    { field: 'app.name', value: 'x' },
    { field: 'app.features.accounts', value: 'true' },
    { field: 'app.list[1]', value: 'a' },
    { field: 'app.list[2]', value: 'b' },
  ]);
});

test.each([null, undefined, 'text', 7, []])('%p has no fields', (listing) => {
  expect(fieldsOf(listing)).toEqual([]);
  expect(listedSdks(listing)).toEqual([]);
});

test('what is deep or long ends somewhere', () => {
  let deep: unknown = 'end';
  for (let at = 0; at < 50; at++) deep = { x: deep };
  expect(fieldsOf({ deep })).toEqual([]);
  expect(fieldsOf({ many: Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`k${at}`, at])) })).toHaveLength(400);
});

test('declared SDKs are read whatever their fields are', () => {
  expect(listedSdks({ sdks: [{ name: '推送', operator: 1, purpose: '' }, null, { operator: '甲' }] })).toEqual([
    { name: '推送', operator: null, purpose: null },
    { name: '', operator: '甲', purpose: null },
  ]);
});
