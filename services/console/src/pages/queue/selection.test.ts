import { extendedTo, MOST_SELECTED, type Selected, toggledRow } from './selection.ts';

const none: Selected = { list: '', ids: new Set(), anchor: null };
const order = Array.from({ length: 400 }, (_, n) => `row ${n}`);
const ids = ({ ids: all }: Selected) => [...all];

test('a row is selected and taken back', () => {
  const one = toggledRow(none, 'row 3');
  expect(ids(one)).toEqual(['row 3']);
  expect(ids(toggledRow(one, 'row 3'))).toEqual([]);
});

test('a range goes on from the last row, in both directions', () => {
  const one = toggledRow(none, 'row 3');
  expect(ids(extendedTo(one, 'row 5', order))).toEqual(['row 3', 'row 4', 'row 5']);
  expect(new Set(ids(extendedTo(one, 'row 1', order)))).toEqual(new Set(['row 3', 'row 2', 'row 1']));
});

test('a range without a beginning, or to a row that is gone, is that row alone', () => {
  expect(ids(extendedTo(none, 'row 7', order))).toEqual(['row 7']);
  expect(ids(extendedTo({ ...none, anchor: 'gone' }, 'row 7', order))).toEqual(['row 7']);
});

test('no more is selected than one operation takes', () => {
  const all = extendedTo(toggledRow(none, 'row 0'), 'row 399', order);
  expect(all.ids.size).toBe(MOST_SELECTED);
  expect(toggledRow(all, 'row 399').ids.size).toBe(MOST_SELECTED);
  expect(toggledRow(all, 'row 5').ids.size).toBe(MOST_SELECTED - 1);
});
