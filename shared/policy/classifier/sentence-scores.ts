import { HEADS, IMPORTANT, placeOf } from './feature-table.ts';
import { sentenceForm } from './form.ts';
import { gramHashes, MOST_GRAMS, namedHash } from './grams.ts';
import type { Model } from './model.ts';
import { MOST_TYPED, typographyHashes } from './typography.ts';

const hashes = new Int32Array(MOST_GRAMS);
const typedHashes = new Int32Array(MOST_TYPED);
const touched = new Int32Array(MOST_GRAMS);
/** 1 + ln n: a word that comes five times says more than once, and less than five times as much. */
const DAMPED = Float64Array.from({ length: 256 }, (_, count) => (count === 0 ? 0 : 1 + Math.log(count)));

const COMMA_TRACE = namedHash('comma-trace');
const markerHashes = new Map<string, number>();

export const commaTraceHash = (): number => COMMA_TRACE;

/** Few forms of numbers exist; a hostile text can invent some, so the memory of them has an end. */
export function markerHash(marker: string): number {
  const known = markerHashes.get(marker);
  if (known !== undefined) return known;
  const hash = namedHash(`marker ${marker}`);
  if (markerHashes.size < 1000) markerHashes.set(marker, hash);
  return hash;
}

/** Scores sentences one at a time by their words alone; keeps counters between calls so that none is allocated for each sentence. */
export class SentenceScorer {
  readonly #model: Model;
  readonly #counts: Uint8Array;
  readonly #sums = new Float64Array(HEADS);

  constructor(model: Model) {
    this.#model = model;
    this.#counts = new Uint8Array(model.table.proofs.length);
  }

  /** Writes the margins of all heads to `into`, from `at` on. @param raw see `sentenceForm` */
  score(sentence: string, raw: boolean, into: Float32Array, at: number): void {
    const { table, biases, weightSteps, rarityStep, markerValue, commaTraceValue } = this.#model;
    const { text, marker, commaTrace, typed } = sentenceForm(sentence, raw);
    const { proofs, rarities, weights } = table;
    const sums = this.#sums.fill(0);
    const distinct = this.#count(text, proofs);
    let squares = 0;
    for (let index = 0; index < distinct; index++) {
      const place = touched[index]!;
      const value = DAMPED[this.#counts[place]!]! * rarities[place]! * rarityStep;
      this.#counts[place] = 0;
      squares += value * value;
      const first = place * HEADS;
      for (let head = 0; head < HEADS; head++) sums[head] = sums[head]! + value * weights[first + head]!;
    }
    const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
    const markerPlace = placeOf(proofs, markerHash(marker));
    const tracePlace = commaTrace && commaTraceValue > 0 ? placeOf(proofs, COMMA_TRACE) : -1;
    for (let head = 0; head < HEADS; head++) {
      let sum = sums[head]! * scale;
      if (markerPlace >= 0) sum += markerValue * weights[markerPlace * HEADS + head]!;
      if (tracePlace >= 0) sum += commaTraceValue * weights[tracePlace * HEADS + head]!;
      into[at + head] = biases[head]! + sum * weightSteps[head]!;
    }
    into[at + IMPORTANT] = into[at + IMPORTANT]! + this.#typography(typed) * weightSteps[IMPORTANT]!;
  }

  /** What its typography adds to whether a sentence is important: each known mark and pair counts once. */
  #typography(typed: string): number {
    const { table, typographyValue } = this.#model;
    const counts = this.#counts;
    const count = typographyHashes(typed, typedHashes);
    let distinct = 0;
    let sum = 0;
    for (let index = 0; index < count; index++) {
      const place = placeOf(table.proofs, typedHashes[index]!);
      if (place < 0 || counts[place] !== 0) continue;
      counts[place] = 1;
      touched[distinct++] = place;
      sum += table.weights[place * HEADS + IMPORTANT]!;
    }
    for (let index = 0; index < distinct; index++) counts[touched[index]!] = 0;
    return typographyValue * sum;
  }

  /** Counts the known grams of a text. @returns how many different ones; their places stand in `touched` */
  #count(text: string, proofs: Uint16Array): number {
    const counts = this.#counts;
    const count = gramHashes(text, hashes);
    let distinct = 0;
    for (let index = 0; index < count; index++) {
      const place = placeOf(proofs, hashes[index]!);
      if (place < 0) continue;
      const before = counts[place]!;
      if (before === 0) touched[distinct++] = place;
      if (before < 255) counts[place] = before + 1;
    }
    return distinct;
  }
}
