/** Heads of the model in the order of their weights: eleven topics, then important, then risk. */
export const HEADS = 13;
export const IMPORTANT = 11;
export const RISK = 12;

const PLACE_BITS = 18;
export const PLACES = 1 << PLACE_BITS;
/** More would make the runs of occupied places long. */
export const MOST_FEATURES = Math.floor(PLACES * 0.75);

/** An open-addressing table of features: where a hash stands, how rare it is, what it weighs for each head. */
export interface FeatureTable {
  /** High bits of the hash, plus one; zero where the place is free. */
  readonly proofs: Uint16Array;
  /** In steps of `rarityStep`. */
  readonly rarities: Uint8Array;
  /** `HEADS` a place, in steps of `weightSteps`. */
  readonly weights: Int8Array;
}

/** @returns the place of a hash, or −1 where the table does not have it */
export function placeOf(proofs: Uint16Array, hash: number): number {
  const proof = (hash >>> PLACE_BITS) + 1;
  for (let place = hash & (PLACES - 1); ; place = (place + 1) & (PLACES - 1)) {
    const found = proofs[place];
    if (found === proof) return place;
    if (found === 0) return -1;
  }
}

/** Takes a free place for a hash. @returns −1 where an earlier hash looks the same */
export function takePlace(proofs: Uint16Array, hash: number): number {
  if (placeOf(proofs, hash) >= 0) return -1;
  let place = hash & (PLACES - 1);
  while (proofs[place] !== 0) place = (place + 1) & (PLACES - 1);
  proofs[place] = (hash >>> PLACE_BITS) + 1;
  return place;
}
