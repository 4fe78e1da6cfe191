import { lineDiff } from './line-diff.ts';

const told = (before: string, after: string) => lineDiff(before, after)?.map(({ kind, text }) => `${kind} ${text}`);
const lines = (count: number, word: string) => Array.from({ length: count }, (_, at) => `${word}${at}\n`).join('');

test('a changed line with its surroundings; the rest is counted', () => {
  const head = lines(5, 'a');
  expect(told(`${head}x\n${lines(5, 'b')}`, `${head}y\n${lines(5, 'b')}`)).toEqual([
    'skipped 3',
    'same a3',
    'same a4',
    'removed x',
    'added y',
    'same b0',
    'same b1',
    'skipped 3',
  ]);
});

test('the same text has no changes, and texts with nothing in common are not laid out line by line', () => {
  expect(lineDiff('a\n', 'a\n')?.every(({ kind }) => kind === 'same')).toBe(true);
  expect(lineDiff(lines(2_000, 'a'), lines(2_000, 'b'))).toBeNull();
});
