import { diffLines } from 'diff';

/** Lines that both texts have, shown on each side of a change. */
const CONTEXT = 2;
/** Beyond so many changed lines nobody reads a diff. */
const MOST_EDITS = 1_000;

export interface DiffLine {
  readonly key: string;
  readonly kind: 'same' | 'added' | 'removed' | 'skipped';
  readonly text: string;
}

/** What changed from one text to another, line by line; null where the two are too different to be shown so. */
export function lineDiff(before: string, after: string): readonly DiffLine[] | null {
  const parts = diffLines(before, after, { maxEditLength: MOST_EDITS });
  if (parts === undefined) return null;
  const lines: Omit<DiffLine, 'key'>[] = [];
  for (const [at, { added, removed, value }] of parts.entries()) {
    const own = value.replace(/\n$/, '').split('\n');
    if (added || removed) {
      for (const text of own) lines.push({ kind: added ? 'added' : 'removed', text });
      continue;
    }
    const head = at === 0 ? 0 : CONTEXT;
    const tail = at === parts.length - 1 ? 0 : CONTEXT;
    if (own.length <= head + tail + 1) for (const text of own) lines.push({ kind: 'same', text });
    else {
      for (const text of own.slice(0, head)) lines.push({ kind: 'same', text });
      lines.push({ kind: 'skipped', text: String(own.length - head - tail) });
      for (const text of own.slice(own.length - tail)) lines.push({ kind: 'same', text });
    }
  }
  return lines.map((line, place) => ({ key: String(place), ...line }));
}
