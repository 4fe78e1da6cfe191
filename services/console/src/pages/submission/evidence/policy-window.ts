import type { Range } from '../../../../../../shared/domain/text.ts';

/** A stretch of the normalised text of the policy, as the server gives it. */
export interface PolicyWindow {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly total: number;
  readonly snapshot: string;
}

/** Characters on either side at the first widening; each further one trebles them. */
const FIRST = 400;
/** What the server gives at most, and what a person reads at most. */
const MOST = 8_000;

/** The stretch to ask for after so many widenings. */
export function windowAround([start, end]: Range, times: number): { from: number; to: number } {
  const around = Math.min(FIRST * 3 ** (times - 1), MOST);
  return { from: Math.max(0, start - around), to: Math.min(end + around, Math.max(0, start - around) + 2 * MOST) };
}

/** Cuts a window into what stands before the place, the place, and what stands after it. */
export function cutPassage({ text, from }: PolicyWindow, [start, end]: Range): { before: string; marked: string; after: string } {
  const first = Math.min(Math.max(0, start - from), text.length);
  const last = Math.min(Math.max(first, end - from), text.length);
  return { before: text.slice(0, first), marked: text.slice(first, last), after: text.slice(last) };
}
