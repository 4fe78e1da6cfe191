import type { ByteBudget } from './entry-budget.ts';
import type { Ranges } from './ranges.ts';

/** What may still be unpacked of the entries of an archive and of those within it, by the ranges of each. */
const allowances = new WeakMap<Ranges, ByteBudget>();

/** From now on what is unpacked of the archive's entries, and of archives opened within it, comes out of the budget. */
export function limitContents(ranges: Ranges, budget: ByteBudget): void {
  allowances.set(ranges, budget);
}

/** The budget of an archive; undefined for one whose entries have no limit but their own. */
export function contentsAllowance(ranges: Ranges): ByteBudget | undefined {
  return allowances.get(ranges);
}
