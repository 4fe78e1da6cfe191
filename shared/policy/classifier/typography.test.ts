import { typedHash } from './grams.ts';
import { MOST_TYPED, typographyHashes } from './typography.ts';

const into = new Int32Array(MOST_TYPED);
const hashes = (typed: string): number[] => [...into.subarray(0, typographyHashes(typed, into))];
const unit = (character: string): number => character.charCodeAt(0);

test('a mark counts, and each pair that it stands in', () => {
  const [before, mark, after] = [unit('您'), unit('，'), unit('好')];
  expect(hashes('您，好')).toEqual([typedHash(mark, -1), typedHash(before, mark), typedHash(mark, after)]);
  expect(hashes('您好')).toEqual([]);
});

test('the width of a mark and the kind of white space make a difference', () => {
  expect(hashes('您，好')).not.toEqual(hashes('您,好'));
  expect(hashes('您 好')).not.toEqual(hashes('您\u3000好'));
});

test('a mark of one form alone says nothing', () => {
  expect(hashes('您、好。')).toEqual([]);
});

test('a mark at the beginning or end of a sentence stands in a pair with nothing', () => {
  expect(hashes('！')).toEqual([typedHash(unit('！'), -1), typedHash(0, unit('！')), typedHash(unit('！'), 0)]);
});

test('there is room for the longest sentence of marks alone', () => {
  expect(typographyHashes('，'.repeat(600), into)).toBeLessThanOrEqual(MOST_TYPED);
});
