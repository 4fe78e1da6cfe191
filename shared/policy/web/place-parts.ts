import type { PolicyPart } from '../../domain/facts/policy-understanding.ts';
import type { PlacedPart } from './merge-parts.ts';

/**
 * Where each part stands in the laid-out text.
 * @param starts where each block begins in it
 * @param length characters of the whole text
 */
export function placeParts(parts: readonly PlacedPart[], starts: readonly number[], length: number): PolicyPart[] {
  return parts.map(({ part, blocks }): PolicyPart => {
    if (blocks === null) return { ...part, range: null };
    const [from, to] = blocks;
    return { ...part, range: [starts[from] ?? length, starts[to] ?? length] };
  });
}
