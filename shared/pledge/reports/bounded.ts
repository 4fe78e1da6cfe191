import { shortened } from '../visible.ts';

/** Longest text that a document shows in one place, in UTF-16 code units; longer ones are in the JSON. */
const LONGEST = 4_000;

/** A copy in which no text is longer than a reader can use: names out of packages can be megabytes. */
export function bounded<Value>(value: Value): Value {
  if (typeof value === 'string') return shortened(value, LONGEST) as Value;
  if (Array.isArray(value)) return value.map(bounded) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, bounded(inner)])) as Value;
}
