import { type Judgement, scoreOf, summarise } from './score.ts';

const judgement = (item: string, expected: Judgement['expected'], found: Judgement['found']): Judgement => ({
  policy: 'a.txt',
  use: 'development',
  item,
  expected,
  found,
});

test('precision and recall of an answer; what cannot be decided is left out', () => {
  const judgements = [
    judgement('PR-01', 'present', 'present'),
    judgement('PR-01', 'absent', 'present'),
    judgement('PR-01', 'present', 'absent'),
    judgement('PR-17', 'undecidable', 'present'),
  ];
  expect(scoreOf(judgements, 'present')).toEqual({ labelled: 2, found: 2, right: 1, precision: 0.5, recall: 0.5, f1: 0.5 });
  expect(scoreOf(judgements, 'violating')).toEqual({ labelled: 0, found: 0, right: 0, precision: null, recall: null, f1: null });
});

test('the mean over items counts each item once, and each answer that occurs', () => {
  const summary = summarise([
    judgement('PR-01', 'present', 'present'),
    judgement('PR-01', 'present', 'present'),
    judgement('PR-02', 'violating', 'absent'),
  ]);
  expect(summary.agreement).toBeCloseTo(2 / 3);
  expect(summary.macroOfItems).toBe(0.5);
  expect(summary.macroOfPresence).toBe(1);
  expect(summary.answers.violating.recall).toBe(0);
});
