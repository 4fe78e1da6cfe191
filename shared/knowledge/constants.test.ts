import { knowledge } from './index.ts';

const { constants, piTypes, permissions } = knowledge;

test('constants name only types and permissions that the knowledge has', () => {
  const all = [...constants.values, ...constants.fields.values()];
  expect(all.flatMap((each) => each.piTypes).filter((type) => !piTypes.has(type))).toEqual([]);
  expect(all.flatMap((each) => each.permissions).filter((name) => !permissions.has(name))).toEqual([]);
});

test('every kind of constant is taken by some method, and every taker takes a kind that has values', () => {
  const kinds = new Set(constants.values.map(({ kind }) => kind));
  expect(new Set(constants.takers.values())).toEqual(kinds);
});

test('no value is written twice', () => {
  const values = constants.values.map(({ kind, value }) => `${kind} ${value}`);
  expect(values.filter((value, index) => values.indexOf(value) !== index)).toEqual([]);
});

test('a field of the platform stands for its address', () => {
  expect(constants.fieldValues.get('Landroid/provider/CallLog$Calls;->CONTENT_URI')).toMatchObject({
    value: 'content://call_log',
    permissions: ['android.permission.READ_CALL_LOG'],
  });
});
