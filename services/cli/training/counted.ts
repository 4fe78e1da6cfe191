import { sentenceForm } from '../../../shared/policy/classifier/form.ts';
import { gramHashes, MOST_GRAMS } from '../../../shared/policy/classifier/grams.ts';
import { markerHash } from '../../../shared/policy/classifier/sentence-scores.ts';
import { MOST_TYPED, typographyHashes } from '../../../shared/policy/classifier/typography.ts';
import type { Row } from './corpus.ts';

/** The features of many sentences, counted once; which of them a model knows is decided for each training. */
export interface Counted {
  /** Where each sentence's features begin in `features`; one more at the end. */
  readonly starts: Int32Array;
  /** Where within them its typography begins, each mark and pair once; the grams stand before it. */
  readonly typedStarts: Int32Array;
  /** Numbers of features; the first of a sentence is its marker, which is not counted. */
  readonly features: Int32Array;
  readonly times: Uint8Array;
  readonly traced: Uint8Array;
  /** Hash of each feature. */
  readonly hashes: Int32Array;
}

/** Counts grams, in the very way in which the product reads a sentence. */
export function countFeatures(rows: readonly Row[]): Counted {
  const numbers = new Map<number, number>();
  const number = (hash: number): number => {
    const known = numbers.get(hash);
    if (known !== undefined) return known;
    numbers.set(hash, numbers.size);
    return numbers.size - 1;
  };
  const buffer = new Int32Array(MOST_GRAMS);
  const typedBuffer = new Int32Array(MOST_TYPED);
  const starts = new Int32Array(rows.length + 1);
  const typedStarts = new Int32Array(rows.length);
  const traced = new Uint8Array(rows.length);
  const features: Int32Array[] = [];
  const times: Uint8Array[] = [];
  rows.forEach(({ text }, row) => {
    const form = sentenceForm(text, true);
    traced[row] = form.commaTrace ? 1 : 0;
    const marker = number(markerHash(form.marker));
    const grams = buffer.subarray(0, gramHashes(form.text, buffer)).sort();
    const own = new Int32Array(grams.length + 1);
    const often = new Uint8Array(grams.length + 1);
    own[0] = marker;
    often[0] = 1;
    let last = 0;
    grams.forEach((gram, index) => {
      if (index === 0 || gram !== grams[index - 1]) own[++last] = number(gram);
      often[last] = Math.min(255, often[last]! + 1);
    });
    const typed = new Set(typedBuffer.subarray(0, typographyHashes(form.typed, typedBuffer)));
    features.push(Int32Array.of(...own.subarray(0, last + 1), ...Array.from(typed, number)));
    times.push(Uint8Array.of(...often.subarray(0, last + 1), ...Array.from(typed, () => 1)));
    typedStarts[row] = starts[row]! + last + 1;
    starts[row + 1] = typedStarts[row]! + typed.size;
  });
  const total = starts[rows.length]!;
  const all = { features: new Int32Array(total), times: new Uint8Array(total) };
  for (let row = 0; row < rows.length; row++) {
    all.features.set(features[row]!, starts[row]);
    all.times.set(times[row]!, starts[row]);
  }
  return { ...all, starts, typedStarts, traced, hashes: Int32Array.from(numbers.keys()) };
}
