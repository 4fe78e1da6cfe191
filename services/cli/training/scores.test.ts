import { bestThreshold, binaryScores, f1, tally, topicScores } from './scores.ts';

const found = tally([true, true, false, false, false], [true, false, true, false, false]);

test('answers are counted by kind', () => {
  expect(found).toEqual({ hits: 1, falseAlarms: 1, misses: 1, rejections: 2 });
  expect(f1(found)).toBeCloseTo(0.5);
});

test('a yes-or-no task: micro is the share of right answers, macro the mean of both classes', () => {
  const { micro, macro, each } = binaryScores(found);
  expect(micro).toBeCloseTo(0.6);
  expect(each[0]).toBeCloseTo(4 / 6);
  expect(macro).toBeCloseTo((0.5 + 4 / 6) / 2);
});

test('topics: micro counts all together, macro is the mean of topics, none of a topic is zero', () => {
  const perfect = { hits: 6, falseAlarms: 0, misses: 0, rejections: 0 };
  const { micro, macro } = topicScores([found, perfect, { hits: 0, falseAlarms: 0, misses: 0, rejections: 6 }], 6);
  expect(micro).toBeCloseTo(14 / 16);
  expect(macro).toBeCloseTo(0.5);
});

test('the best threshold lies between the probabilities that it parts', () => {
  const threshold = bestThreshold([0.9, 0.2, 0.6, 0.3], [true, false, true, false], f1);
  expect(threshold).toBeGreaterThan(0.3);
  expect(threshold).toBeLessThan(0.6);
});

test('equal probabilities are never parted', () => {
  expect(bestThreshold([0.5, 0.5, 0.1], [true, false, false], f1)).toBeCloseTo(0.3);
});
