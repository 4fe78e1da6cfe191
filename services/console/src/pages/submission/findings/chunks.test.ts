import { AT_ONCE, chunksOf } from './chunks.ts';

const list = Array.from({ length: 1_050 }, (_, at) => at);

test('what stands high on the page is made at once, the rest in pieces; nothing is lost or doubled', () => {
  const chunks = chunksOf(list, 0);
  expect(chunks.map(({ first, items, late }) => [first, items.length, late])).toEqual([
    [0, AT_ONCE, false],
    [600, 100, true],
    [700, 100, true],
    [800, 100, true],
    [900, 100, true],
    [1_000, 50, true],
  ]);
  expect(chunks.flatMap(({ items }) => items)).toEqual(list);
});

test('a group further down has less of it, or nothing, at once', () => {
  expect(chunksOf(list.slice(0, 50), 580).map(({ items, late }) => [items.length, late])).toEqual([
    [20, false],
    [30, true],
  ]);
  expect(chunksOf(list.slice(0, 50), 5_000).map(({ late }) => late)).toEqual([true]);
  expect(chunksOf([], 0)).toEqual([]);
});
