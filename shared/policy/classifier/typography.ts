import { typedHash } from './grams.ts';

/** Room for the typography of any sentence: a mark and the pairs it stands in. */
export const MOST_TYPED = 2 * 602;

/** Units of which texts have more than one form, or that NFKC and the joining of white space change: how a policy is typed, not what it says. */
const MARKED = markedUnits();

/**
 * Writes the 32-bit hashes of all marks of punctuation and white space, and of all pairs with one, in the form in which they were typed;
 * repeats included.
 * @returns how many
 */
export function typographyHashes(typed: string, into: Int32Array): number {
  let count = 0;
  let before = 0;
  for (let at = 0; at <= typed.length; at++) {
    const unit = at < typed.length ? typed.charCodeAt(at) : 0;
    if (MARKED[unit]) into[count++] = typedHash(unit, -1);
    if (MARKED[unit] || MARKED[before]) into[count++] = typedHash(before, unit);
    before = unit;
  }
  return count;
}

function markedUnits(): Uint8Array {
  const marked = new Uint8Array(0x10000);
  for (const unit of '\t\n\v\f\r \u00a0\u3000,.:;!?()-\'"') marked[unit.charCodeAt(0)] = 1;
  marked.fill(1, 0x2000, 0x2070);
  marked.fill(1, 0xff01, 0xff5f);
  return marked;
}
