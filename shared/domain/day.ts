/** China Standard Time is eight hours ahead of UTC all year round; it has no daylight saving. */
const AHEAD_MS = 8 * 3_600_000;

/**
 * The day on which something happens for stores, developers and authorities: `YYYY-MM-DD` in China Standard Time. A waiver that ends on a day
 * ends at midnight in Shenzhen, not in Greenwich.
 */
export function dayInChina(at: Date): string {
  return new Date(at.getTime() + AHEAD_MS).toISOString().slice(0, 10);
}
