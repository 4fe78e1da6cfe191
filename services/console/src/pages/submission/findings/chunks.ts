/** Rows that are made at once, so that the browser's own search finds them; reports longer than that are rare, or made on purpose. */
export const AT_ONCE = 600;
const CHUNK = 100;

export interface Chunk<Item> {
  /** Place of its first item in the list. */
  readonly first: number;
  readonly items: readonly Item[];
  /** Far enough down that it is made only when it comes near. */
  readonly late: boolean;
}

/** Cuts a list into what is made at once and what comes later. @param above how many stand above it on the page */
export function chunksOf<Item>(list: readonly Item[], above: number): Chunk<Item>[] {
  const chunks: Chunk<Item>[] = [];
  const atOnce = Math.min(list.length, Math.max(0, AT_ONCE - above));
  if (atOnce > 0) chunks.push({ first: 0, items: list.slice(0, atOnce), late: false });
  for (let first = atOnce; first < list.length; first += CHUNK)
    chunks.push({ first, items: list.slice(first, first + CHUNK), late: true });
  return chunks;
}
