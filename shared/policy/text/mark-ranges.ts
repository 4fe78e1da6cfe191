import type { Range } from '../../domain/text.ts';
import { normaliseLine } from './normalise.ts';

/**
 * Where stretches of a raw text stand in its normalised form. Each piece between their ends is normalised for itself, which is exact
 * unless letters melt together over an end; then the places are as near as its length allows.
 */
export function markRanges(
  raw: string,
  normalised: string,
  stretches: readonly { readonly from: number; readonly to: number }[],
  traditional: boolean,
): Range[] {
  const ranges: Range[] = [];
  let at = 0;
  let read = 0;
  const advance = (to: number): number => {
    // What stands between counts with the space that may begin or end it: only the ends of the whole are trimmed.
    const piece = raw.slice(read, to);
    read = to;
    const inner = normaliseLine(`x${piece}x`, traditional).length - 2;
    at += inner;
    return Math.min(at, normalised.length);
  };
  for (const { from, to } of stretches) {
    if (from < read) continue;
    const start = advance(from);
    const end = advance(to);
    if (end > start) ranges.push([start, end]);
  }
  return ranges;
}
