const LONGEST_GRAM = 4;
const SEED = 0x811c9dc5;

/** Room for the grams of any sentence form. */
export const MOST_GRAMS = 602 * LONGEST_GRAM;

/** Writes the 32-bit hashes of all runs of one to four UTF-16 units into `into`, repeats included. @returns how many */
export function gramHashes(text: string, into: Int32Array): number {
  const length = text.length;
  let count = 0;
  for (let start = 0; start < length; start++) {
    const end = Math.min(start + LONGEST_GRAM, length);
    let hash = SEED;
    for (let at = start; at < end; at++) {
      hash = extended(hash, text.charCodeAt(at));
      into[count++] = finished(hash, at - start + 1);
    }
  }
  return count;
}

/** The hash of a feature that has a name in place of characters. No gram of a text is as long, so none has the same by design. */
export function namedHash(name: string): number {
  let hash = SEED;
  for (let at = 0; at < name.length; at++) hash = extended(hash, name.charCodeAt(at));
  return finished(hash, 64);
}

/** The hash of a unit as it was typed, or of two (`next` is −1 for one); none of them has the same as a gram by design. */
export function typedHash(unit: number, next: number): number {
  const one = extended(SEED, unit);
  return next < 0 ? finished(one, 65) : finished(extended(one, next), 66);
}

function extended(hash: number, unit: number): number {
  const mixed = Math.imul(hash ^ unit, 0x01000193);
  return mixed ^ (mixed >>> 15);
}

/** Spreads over all 32 bits: the table takes its place from the low ones and its proof from the high ones. */
function finished(hash: number, length: number): number {
  let mixed = Math.imul(hash ^ Math.imul(length, 0x9e3779b1), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
