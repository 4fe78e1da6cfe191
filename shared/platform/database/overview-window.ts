import { type RawBuilder, sql } from 'kysely';
import type { OverviewPeriod } from './overview-figures.ts';

/** A period as queries need it: its two ends, and a condition on the store's column. */
export interface Window {
  readonly from: string;
  readonly to: string;
  readonly start: Date;
  /** The first moment after it. */
  readonly end: Date;
  /** The condition that a column holds a store of the period; true for all. */
  ofStore(column: RawBuilder<unknown>): RawBuilder<boolean>;
  readonly store: string | null;
}

const DAY_MS = 86_400_000;

/** The moments of a period. Days are days in China: eight hours ahead of UTC all year round. */
export function windowOf({ from, to, store }: OverviewPeriod): Window {
  const midnight = (day: string) => new Date(`${day}T00:00:00+08:00`);
  return {
    from,
    to,
    store,
    start: midnight(from),
    end: new Date(midnight(to).getTime() + DAY_MS),
    ofStore: (column) => (store === null ? sql<boolean>`true` : sql<boolean>`${column} = ${store}`),
  };
}
