import { markdownTable, percentile, rounded } from './figures.ts';

test('percentiles by nearest rank', () => {
  const values = [5, 1, 4, 2, 3];
  expect(percentile(values, 0.5)).toBe(3);
  expect(percentile(values, 0.99)).toBe(5);
  expect(percentile(values, 0)).toBe(1);
  expect(percentile([], 0.5)).toBeNaN();
});

test.each([
  [1234.5, '1235'],
  [12.345, '12.3'],
  [0.012345, '0.0123'],
  [Number.NaN, '–'],
])('%p is written %p', (value, text) => {
  expect(rounded(value)).toBe(text);
});

test('a Markdown table aligns figures to the right', () => {
  expect(markdownTable(['a', 'b'], [['x', '1']])).toBe('| a | b |\n| --- | ---: |\n| x | 1 |');
});
