import { nextAttempt } from './callback-schedule.ts';

const DAY = 86_400_000;
const since = new Date('2026-01-01T00:00:00Z');

/** Times of all attempts when each fails at once. */
function attempts(giveUpAfterMs: number, random: number): number[] {
  const times = [since.getTime()];
  for (;;) {
    const next = nextAttempt(times.length, since, new Date(times.at(-1)!), giveUpAfterMs, random);
    if (next === null) return times;
    times.push(next.getTime());
  }
}

test('quick at first, then ever slower, for a day and no longer', () => {
  const times = attempts(DAY, 0);
  const pauses = times.slice(1).map((time, index) => (time - times[index]!) / 1_000);
  expect(pauses.slice(0, 3)).toEqual([5, 30, 120]);
  expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
  const lasted = times.at(-1)! - since.getTime();
  expect(lasted).toBeLessThanOrEqual(DAY);
  expect(lasted).toBeGreaterThan(0.9 * DAY);
});

test('jitter shortens a pause by at most a fifth', () => {
  expect(nextAttempt(1, since, since, DAY, 0)).toEqual(new Date(since.getTime() + 5_000));
  expect(nextAttempt(1, since, since, DAY, 0.999)?.getTime()).toBeGreaterThanOrEqual(since.getTime() + 4_000);
  expect(attempts(DAY, 0.999).at(-1)! - since.getTime()).toBeLessThanOrEqual(DAY);
});

test('a shorter limit gives up earlier', () => {
  expect(nextAttempt(1, since, since, 4_000, 0)).toBeNull();
  expect(attempts(60_000, 0)).toHaveLength(3);
});
