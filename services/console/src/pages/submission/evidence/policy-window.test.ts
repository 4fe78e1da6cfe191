import { cutPassage, windowAround } from './policy-window.ts';

test('each widening shows more on both sides, within what the server gives', () => {
  expect(windowAround([1_000, 1_020], 1)).toEqual({ from: 600, to: 1_420 });
  expect(windowAround([1_000, 1_020], 2)).toEqual({ from: 0, to: 2_220 });
  const widest = windowAround([50_000, 50_020], 9);
  expect(widest.to - widest.from).toBeLessThanOrEqual(20_000);
  expect(widest.from).toBeLessThan(50_000);
});

test('the place is cut out of its window, also where the window holds only a part of it', () => {
  const window = { text: 'abcdef', from: 10, to: 16, total: 100, snapshot: '' };
  expect(cutPassage(window, [12, 14])).toEqual({ before: 'ab', marked: 'cd', after: 'ef' });
  expect(cutPassage(window, [5, 12])).toEqual({ before: '', marked: 'ab', after: 'cdef' });
  expect(cutPassage(window, [14, 90])).toEqual({ before: 'abcd', marked: 'ef', after: '' });
  expect(cutPassage(window, [40, 50])).toEqual({ before: 'abcdef', marked: '', after: '' });
});
