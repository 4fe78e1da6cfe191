import { diffArrays } from 'diff';

/** A run of items that both lists have, or that only one has; `items` are taken from the later list where both have them. */
export interface Run {
  readonly kind: 'same' | 'added' | 'removed';
  readonly items: readonly number[];
}

/**
 * Edits that are looked for at most. The work grows with the square: 500 take about 15 ms however long the lists are, and two policies with
 * more changed sentences than that are compared by the sentences that occur once in each.
 */
const MOST_EDITS = 500;

/** What was added and removed from one list to another. Never takes longer than some ten milliseconds for 100,000 items. */
export function align(before: readonly number[], after: readonly number[]): Run[] {
  const short = Math.min(before.length, after.length);
  let head = 0;
  while (head < short && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < short - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const left = before.slice(head, before.length - tail);
  const right = after.slice(head, after.length - tail);
  const middle = exact(left, right, MOST_EDITS) ?? byAnchors(left, right);
  return merged([run('same', after.slice(0, head)), ...middle, run('same', after.slice(after.length - tail))]);
}

const run = (kind: Run['kind'], items: readonly number[]): Run => ({ kind, items });

/** The shortest edit, if it has no more than so many steps; null otherwise. */
function exact(left: readonly number[], right: readonly number[], most: number): Run[] | null {
  if (left.length === 0 || right.length === 0) return [run('removed', left), run('added', right)];
  const changes = diffArrays([...left], [...right], { maxEditLength: most });
  if (changes === undefined) return null;
  return changes.map(({ added, removed, value }) => run(added ? 'added' : removed ? 'removed' : 'same', value));
}

/** Sentences that occur once in each list hold the lists together; between two of them all is compared exactly as far as the work allows. */
function byAnchors(left: readonly number[], right: readonly number[]): Run[] {
  const runs: Run[] = [];
  let work = MOST_EDITS ** 2;
  let [leftAt, rightAt] = [0, 0];
  const between = (leftEnd: number, rightEnd: number) => {
    const [removed, added] = [left.slice(leftAt, leftEnd), right.slice(rightAt, rightEnd)];
    const most = Math.min(Math.floor(Math.sqrt(work)), removed.length + added.length);
    const found = most === 0 ? null : exact(removed, added, most);
    work = Math.max(0, work - most ** 2);
    runs.push(...(found ?? [run('removed', removed), run('added', added)]));
  };
  for (const [leftAnchor, rightAnchor] of anchors(left, right)) {
    between(leftAnchor, rightAnchor);
    runs.push(run('same', [right[rightAnchor]!]));
    [leftAt, rightAt] = [leftAnchor + 1, rightAnchor + 1];
  }
  between(left.length, right.length);
  return runs;
}

/** Pairs of places of items that occur once in each list, as many as stand in the same order in both (longest increasing subsequence). */
function anchors(left: readonly number[], right: readonly number[]): [number, number][] {
  const [ofLeft, ofRight] = [placesOfUnique(left), placesOfUnique(right)];
  const pairs: { readonly left: number; readonly right: number; readonly previous: number }[] = [];
  /** For each length the pair that ends the best sequence of that length: the one with the smallest place on the right. */
  const ends: number[] = [];
  for (const [item, leftPlace] of ofLeft) {
    const rightPlace = ofRight.get(item);
    if (rightPlace === undefined) continue;
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[ends[middle]!]!.right < rightPlace) low = middle + 1;
      else high = middle;
    }
    pairs.push({ left: leftPlace, right: rightPlace, previous: low === 0 ? -1 : ends[low - 1]! });
    ends[low] = pairs.length - 1;
  }
  const chosen: [number, number][] = [];
  for (let at = ends.at(-1) ?? -1; at !== -1; at = pairs[at]!.previous) chosen.push([pairs[at]!.left, pairs[at]!.right]);
  return chosen.reverse();
}

/** In the order of their places. */
function placesOfUnique(list: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const item of list) counts.set(item, (counts.get(item) ?? 0) + 1);
  const places = new Map<number, number>();
  list.forEach((item, place) => {
    if (counts.get(item) === 1) places.set(item, place);
  });
  return places;
}

/** Runs of one kind side by side become one; within a change what was removed comes first. */
function merged(runs: readonly Run[]): Run[] {
  const whole: Run[] = [];
  let removed: number[] = [];
  let added: number[] = [];
  let same: number[] = [];
  const endChange = () => {
    if (removed.length > 0) whole.push(run('removed', removed));
    if (added.length > 0) whole.push(run('added', added));
    [removed, added] = [[], []];
  };
  const endSame = () => {
    if (same.length > 0) whole.push(run('same', same));
    same = [];
  };
  for (const { kind, items } of runs) {
    if (items.length === 0) continue;
    if (kind === 'same') endChange();
    else endSame();
    const into = kind === 'same' ? same : kind === 'removed' ? removed : added;
    for (const item of items) into.push(item);
  }
  endChange();
  endSame();
  return whole;
}
