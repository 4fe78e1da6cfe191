import { changesOf } from './changes.ts';

test('fields are told by their path, with what they were and are', () => {
  const before = { dossier: 'open', outcome: null, by: { id: 'a', displayName: '李雷' } };
  const after = { dossier: 'decided', outcome: 'reject', by: { id: 'a', displayName: '李雷' }, waivers: [{ reason: 'x' }] };
  expect(changesOf(before, after)).toEqual([
    { field: 'dossier', before: 'open', after: 'decided', same: false },
    { field: 'outcome', before: 'null', after: 'reject', same: false },
    { field: 'by.id', before: 'a', after: 'a', same: true },
    { field: 'by.displayName', before: '李雷', after: '李雷', same: true },
    { field: 'waivers.0.reason', before: null, after: 'x', same: false },
  ]);
});

test('one side alone, nothing at all, and values that are no objects', () => {
  expect(changesOf(null, { a: [] })).toEqual([{ field: 'a', before: null, after: '[]', same: false }]);
  expect(changesOf({ a: 1 }, null)).toEqual([{ field: 'a', before: '1', after: null, same: false }]);
  expect(changesOf(null, undefined)).toEqual([]);
  expect(changesOf(null, 'text')).toEqual([{ field: '', before: null, after: 'text', same: false }]);
});

test('what is as deep as a well or as long as a street is bounded', () => {
  let deep: unknown = 'end';
  for (let level = 0; level < 1_000; level += 1) deep = { deeper: deep };
  expect(changesOf(null, deep)[0]!.field.split('.')).toHaveLength(6);
  expect(
    changesOf(
      null,
      Array.from({ length: 5_000 }, (_, n) => n),
    ),
  ).toHaveLength(500);
});
