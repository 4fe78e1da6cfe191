import type { Range } from '../../domain/text.ts';

/** Tells of ever later places whether they lie in one of the ranges; the whole walk takes linear time. */
export function insideOf(mentions: readonly { readonly range: Range }[]): (place: number) => boolean {
  const ranges = mentions.map(({ range }) => range).sort((a, b) => a[0] - b[0]);
  let next = 0;
  let end = -1;
  return (place) => {
    for (let range = ranges[next]; range !== undefined && range[0] <= place; range = ranges[++next])
      end = Math.max(end, range[1]);
    return place < end;
  };
}
