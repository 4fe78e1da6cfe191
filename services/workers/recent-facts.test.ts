import { RecentFacts } from './recent-facts.ts';

const counting = (answers: readonly (object | null | Error)[]) => {
  let calls = 0;
  const load = async () => {
    const answer = answers[Math.min(calls, answers.length - 1)]!;
    calls += 1;
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { load, calls: () => calls };
};

test('callers share one answer, at the same time and a moment later', async () => {
  const recent = new RecentFacts();
  const { load, calls } = counting([{ a: 1 }]);
  const [one, two] = await Promise.all([recent.find('a', load), recent.find('a', load)]);
  expect(await recent.find('a', load)).toBe(one);
  expect(two).toBe(one);
  expect(calls()).toBe(1);
});

test('what is not there, and what failed, is asked for again', async () => {
  const recent = new RecentFacts();
  const { load, calls } = counting([null, new Error('away'), { a: 1 }]);
  expect(await recent.find('a', load)).toBeNull();
  await expect(recent.find('a', load)).rejects.toThrow('away');
  expect(await recent.find('a', load)).toEqual({ a: 1 });
  expect(calls()).toBe(3);
});

test('a few are kept, the oldest goes first', async () => {
  const recent = new RecentFacts();
  const { load, calls } = counting([{}]);
  for (const key of ['a', 'b', 'c', 'd', 'e']) await recent.find(key, load);
  await recent.find('e', load);
  expect(calls()).toBe(5);
  await recent.find('a', load);
  expect(calls()).toBe(6);
});
