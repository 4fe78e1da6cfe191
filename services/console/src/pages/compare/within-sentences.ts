import { diffChars } from 'diff';
import type { TextChange } from '../../../../../shared/domain/review/version-comparison.ts';

/** Longer pairs are shown as they are: nobody reads a thousand characters letter by letter, and the work grows with the square. */
const LONGEST = 600;
const MOST_EDITS = 200;
/** Pairs that are looked into; a policy that was written anew has thousands. */
const MOST_PAIRS = 200;
/** Where less than this share of the letters is the same, the sentences are two and not one that was changed. */
const LIKE = 0.4;

/** A stretch of a changed sentence; `changed` is what the other version does not have. */
export interface Stretch {
  readonly key: string;
  readonly text: string;
  readonly changed: boolean;
}

/** A change with a name for its place, and its stretches where it stands beside its counterpart. */
export interface ShownChange {
  readonly key: string;
  readonly change: TextChange;
  readonly stretches: readonly Stretch[] | null;
}

/** Finds within removed and added sentences that stand side by side what really changed. */
export function withinSentences(changes: readonly TextChange[]): ShownChange[] {
  const shown: ShownChange[] = changes.map((change, place) => ({ key: String(place), change, stretches: null }));
  let pairs = 0;
  for (let at = 0; at + 1 < changes.length && pairs < MOST_PAIRS; at += 1) {
    const [left, right] = [changes[at]!, changes[at + 1]!];
    if (left.kind !== 'removed' || right.kind !== 'added' || Math.max(left.text.length, right.text.length) > LONGEST) continue;
    pairs += 1;
    const parts = diffChars(left.text, right.text, { maxEditLength: MOST_EDITS });
    if (parts === undefined) continue;
    const same = parts.reduce((sum, part) => (part.added || part.removed ? sum : sum + part.value.length), 0);
    if (same < LIKE * Math.max(left.text.length, right.text.length)) continue;
    const stretches = (skip: 'added' | 'removed'): Stretch[] =>
      parts
        .filter((part) => !part[skip])
        .map((part, place) => ({ key: String(place), text: part.value, changed: part.added || part.removed }));
    shown[at] = { ...shown[at]!, stretches: stretches('added') };
    shown[at + 1] = { ...shown[at + 1]!, stretches: stretches('removed') };
  }
  return shown;
}
