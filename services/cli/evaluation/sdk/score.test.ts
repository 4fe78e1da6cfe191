import { type SdkAnswer, scoreOf, summarise } from './score.ts';

const answer = (id: string, more: Partial<SdkAnswer> = {}): SdkAnswer => {
  return { id, present: true, confidence: 'high', versions: [], ...more };
};
const truth = {
  holds: [
    { id: 'jpush', version: '5.5.0' },
    { id: 'alipay', version: null },
  ],
  either: ['utdid'],
};

test('what is there and reported is found, what is reported and not there is wrong, what may be either counts for nothing', () => {
  const score = scoreOf(truth, [answer('jpush'), answer('utdid'), answer('bugly')]);
  expect(score).toMatchObject({ found: 1, missed: ['alipay'], wrong: ['bugly'] });
});

test('only named, or of low confidence, is not reported', () => {
  const score = scoreOf(truth, [answer('jpush', { present: false }), answer('bugly', { confidence: 'low' })]);
  expect(score).toMatchObject({ found: 0, missed: ['jpush', 'alipay'], wrong: [] });
});

test('a version counts where a person knows it, by the best evidence', () => {
  const of = (versions: string[]) =>
    scoreOf(truth, [answer('jpush', { versions }), answer('alipay', { versions: ['1'] })]).versions;
  expect(of(['5.5.0', '4'])).toEqual({ exact: 1, other: 0, unknown: 0 });
  expect(of(['4', '5.5.0'])).toEqual({ exact: 0, other: 1, unknown: 0 });
  expect(of([])).toEqual({ exact: 0, other: 0, unknown: 1 });
});

test('sums give precision and recall, and say nothing of nothing', () => {
  const some = summarise([
    scoreOf(truth, [answer('jpush'), answer('bugly')]),
    scoreOf(truth, [answer('jpush'), answer('alipay')]),
  ]);
  expect(some).toMatchObject({ apps: 2, held: 4, found: 3, wrong: 1, precision: 3 / 4, recall: 3 / 4 });
  expect(summarise([])).toMatchObject({ precision: null, recall: null });
  expect(summarise([scoreOf({ holds: [], either: [] }, [answer('bugly')])])).toMatchObject({ precision: 0, recall: null });
});
