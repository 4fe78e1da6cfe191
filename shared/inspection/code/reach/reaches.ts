import { GraphLimit } from './effort.ts';
import type { Entry } from './entry-points.ts';
import type { Ground } from './ground.ts';
import type { ReachedEdges } from './reached-edges.ts';

/** Entry points counted in one go: a bit each. */
const AT_ONCE = 32;

/**
 * How many methods each entry point of the last exploration reaches, over the edges that it left behind: 32 of them are followed at once, each
 * node remembering by bit which of them came to it.
 * @returns one number an entry, as far as the allowance goes: those left out come last
 */
export function countReaches(ground: Ground, edges: ReachedEdges, entries: readonly Entry[]): number[] {
  const counts: number[] = [];
  try {
    countAll(ground, edges, entries, counts);
  } catch (error) {
    if (!(error instanceof GraphLimit)) throw error;
  }
  return counts;
}

function countAll(ground: Ground, edges: ReachedEdges, entries: readonly Entry[], counts: number[]): void {
  const roots = entries.map(({ type, bodies }) => {
    const all = [...bodies];
    ground.initialisers.forEach(type, (body) => all.push(body));
    return all;
  });
  edges.follow(roots.flat());
  for (let from = 0; from < roots.length; from += AT_ONCE) counts.push(...countSome(edges, roots.slice(from, from + AT_ONCE)));
}

function countSome(edges: ReachedEdges, roots: readonly (readonly number[])[]): number[] {
  const nodes = edges.body.length;
  const start = edges.start.array;
  const to = edges.to.array;
  /** By node: who came to it, and who did since it was gone through last. */
  const mask = new Int32Array(nodes);
  const fresh = new Int32Array(nodes);
  const queue = new Int32Array(nodes + 1);
  let head = 0;
  let tail = 0;
  const reach = (node: number, bits: number) => {
    const more = bits & ~mask[node]!;
    if (more === 0) return;
    mask[node]! |= more;
    if (fresh[node] === 0) {
      queue[tail] = node;
      tail = tail === nodes ? 0 : tail + 1;
    }
    fresh[node]! |= more;
  };
  for (const [bit, bodies] of roots.entries()) for (const body of bodies) reach(edges.nodeOf(body), 1 << bit);
  while (head !== tail) {
    const node = queue[head]!;
    head = head === nodes ? 0 : head + 1;
    const bits = fresh[node]!;
    fresh[node] = 0;
    edges.effort.spend(start[node + 1]! - start[node]! + 1);
    for (let i = start[node]!; i < start[node + 1]!; i++) {
      const next = to[i]!;
      if ((bits & ~mask[next]!) !== 0) reach(next, bits);
    }
  }
  const counts = roots.map(() => 0);
  for (let node = 0; node < nodes; node++) {
    if (edges.body.array[node]! < 0) continue;
    for (let bits = mask[node]!; bits !== 0; bits &= bits - 1) counts[31 - Math.clz32(bits & -bits)]! += 1;
  }
  return counts;
}
