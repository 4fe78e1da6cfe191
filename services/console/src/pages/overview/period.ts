/** Days that a period has at most; the server takes no more either. */
export const MOST_DAYS = 366;
const DAY_MS = 86_400_000;
const CHINA_MS = 8 * 3_600_000;

/** Periods to choose from, in days up to today. */
export const PRESETS = [7, 30, 90, 365] as const;
const STANDARD = 30;

/** What the overview shows, as the address says it. */
export interface OverviewQuery {
  readonly from: string;
  readonly to: string;
  /** Null for all stores. */
  readonly store: string | null;
}

/** The day in China. */
export function today(now: number): string {
  return new Date(now + CHINA_MS).toISOString().slice(0, 10);
}

/** So many days before (or, negative, after) a day. */
export function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, 10);
}

/** How many days a period has, both ends included. */
export function lengthOf({ from, to }: Pick<OverviewQuery, 'from' | 'to'>): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;
}

function dayOf(text: string | null): string | null {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const at = Date.parse(text);
  // 30 February is no day, although Date makes one of it.
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text ? null : text;
}

/** Reads the address; a period that is none is the standard one. */
export function readPeriod(parameters: URLSearchParams, now: number): OverviewQuery {
  const store = parameters.get('store');
  const to = dayOf(parameters.get('to')) ?? today(now);
  const from = dayOf(parameters.get('from')) ?? daysBefore(to, STANDARD - 1);
  const length = lengthOf({ from, to });
  const chosen =
    length >= 1 && length <= MOST_DAYS ? { from, to } : { from: daysBefore(today(now), STANDARD - 1), to: today(now) };
  return { ...chosen, store: store !== null && /^[A-Za-z0-9_-]{1,64}$/.test(store) ? store : null };
}

/** Writes the address, without what is the default. */
export function writePeriod({ from, to, store }: OverviewQuery, now: number): URLSearchParams {
  const parameters = new URLSearchParams();
  const last = today(now);
  if (to !== last || from !== daysBefore(last, STANDARD - 1)) {
    parameters.set('from', from);
    parameters.set('to', to);
  }
  if (store !== null) parameters.set('store', store);
  return parameters;
}
