/** Pauses between attempts, in seconds: quick at first, then hours apart, close to 24 hours in all. */
const PAUSES = [5, 30, 120, 600, 1_800, 3_600, 7_200, 14_400, 21_600, 36_000] as const;

/** How far a pause may be shortened at random, so that the callbacks of an outage do not come back all at once. */
const JITTER = 0.2;

/**
 * When to try again after a failed attempt; null when it is time to give up.
 * @param attempts attempts of this schedule so far, the failed one included
 * @param since when the schedule began
 * @param giveUpAfterMs how long it may last in all
 * @param random a number in [0, 1)
 */
export function nextAttempt(
  attempts: number,
  since: Date,
  now: Date,
  giveUpAfterMs: number,
  random: number = Math.random(),
): Date | null {
  const pause = (PAUSES[attempts - 1] ?? PAUSES[PAUSES.length - 1]!) * 1_000;
  const at = now.getTime() + Math.round(pause * (1 - JITTER * random));
  return at - since.getTime() > giveUpAfterMs ? null : new Date(at);
}
