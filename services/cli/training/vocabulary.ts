import { MOST_FEATURES, PLACES, takePlace } from '../../../shared/policy/classifier/feature-table.ts';
import { commaTraceHash } from '../../../shared/policy/classifier/sentence-scores.ts';
import type { Counted } from './counted.ts';

/** A gram of one sentence alone says nothing about others. */
const FEWEST_SENTENCES = 2;
const RARITY_STEP = 2 / 255;

/** The features that a model knows, with their places in its table. */
export interface Vocabulary {
  readonly proofs: Uint16Array;
  readonly rarities: Uint8Array;
  readonly rarityStep: number;
  /** Place of each counted feature; −1 where the model does not know it. */
  readonly places: Int32Array;
  readonly tracePlace: number;
}

/** Chooses what occurs in more than one of the given sentences, the commonest first as long as there is room. */
export function chooseVocabulary(counted: Counted, keys: readonly string[], chosen: Int32Array): Vocabulary {
  const sentences = new Int32Array(counted.hashes.length);
  // A sentence stands in several tasks, and in many policies: it counts once.
  const rows = [...new Map(Array.from(chosen, (row) => [keys[row]!, row])).values()];
  for (const row of rows) {
    for (let at = counted.starts[row]!; at < counted.starts[row + 1]!; at++) sentences[counted.features[at]!]!++;
  }
  const candidates = [...sentences.keys()].filter((feature) => sentences[feature]! >= FEWEST_SENTENCES);
  // The hash decides between equals, so that the order of files does not.
  candidates.sort((one, other) => sentences[other]! - sentences[one]! || counted.hashes[one]! - counted.hashes[other]!);
  const proofs = new Uint16Array(PLACES);
  const rarities = new Uint8Array(PLACES);
  const places = new Int32Array(counted.hashes.length).fill(-1);
  const tracePlace = takePlace(proofs, commaTraceHash());
  for (const feature of candidates.slice(0, MOST_FEATURES - 1)) {
    const place = takePlace(proofs, counted.hashes[feature]!);
    if (place < 0) continue;
    places[feature] = place;
    // The fourth root: in sentences of forty characters, rare grams say little more than common ones.
    const rarity = (1 + Math.log((1 + rows.length) / (1 + sentences[feature]!))) ** 0.25;
    rarities[place] = Math.min(255, Math.round(rarity / RARITY_STEP));
  }
  return { proofs, rarities, rarityStep: RARITY_STEP, places, tracePlace };
}
