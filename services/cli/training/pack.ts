import { deflateRawSync } from 'node:zlib';
import { HEADS, PLACES } from '../../../shared/policy/classifier/feature-table.ts';
import { type ModelFile, tableBytes } from '../../../shared/policy/classifier/model.ts';
import { TASKS } from './corpus.ts';
import { FIRST_HEAD, type Learned } from './heads.ts';
import { COMMA_TRACE_VALUE, MARKER_VALUE, TYPOGRAPHY_VALUE } from './matrix.ts';
import type { TrainedModel } from './measured-models.ts';

const SOURCE =
  'Weights learned from the labelled sentences of CAPP-130 (“CAPP-130: A Corpus of Chinese Application Privacy Policy Summarization and Interpretation”, NeurIPS 2023 Datasets and Benchmarks), splits train and dev. No sentence of the corpus is contained.';
const LICENCE =
  'CAPP-130 is licensed under CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/); weights were derived from it.';

/** The model as it is written to `model.json`: weights in steps of a 127th of the largest of their head. */
export function packModel({ learned, decisions }: TrainedModel): ModelFile {
  const { proofs, rarities, rarityStep } = learned.vocabulary;
  const weights = new Int8Array(PLACES * HEADS);
  const weightSteps: number[] = [];
  const biases: number[] = [];
  for (const { at, values, constant } of headsOf(learned)) {
    const step = Number((largestOf(values) / 127 || 1).toPrecision(7));
    values.forEach((value, place) => {
      if (value !== 0) weights[place * HEADS + at] = Math.round(value / step);
    });
    weightSteps.push(step);
    biases.push(Number(constant.toPrecision(7)));
  }
  return {
    format: 'shelfgate-sentences/2',
    source: SOURCE,
    licence: LICENCE,
    biases,
    weightSteps,
    rarityStep,
    markerValue: MARKER_VALUE,
    commaTraceValue: COMMA_TRACE_VALUE,
    typographyValue: TYPOGRAPHY_VALUE,
    decisions,
    table: deflateRawSync(tableBytes({ proofs, rarities, weights }), { level: 9 }).toString('base64'),
  };
}

function largestOf(values: Float32Array): number {
  let largest = 0;
  for (const value of values) {
    if (value > largest) largest = value;
    else if (-value > largest) largest = -value;
  }
  return largest;
}

interface Head {
  readonly at: number;
  readonly values: Float32Array;
  readonly constant: number;
}

/** All heads in the order of the file. */
function headsOf({ weights }: Learned): Head[] {
  return TASKS.flatMap((task) => {
    const { heads, places, constants } = weights[task];
    return Array.from({ length: heads }, (_, head) => ({
      at: FIRST_HEAD[task] + head,
      values: columnOf(places, heads, head),
      constant: constants[head]!,
    }));
  });
}

function columnOf(places: Float32Array, heads: number, head: number): Float32Array {
  const column = new Float32Array(PLACES);
  for (let place = 0; place < PLACES; place++) column[place] = places[place * heads + head]!;
  return column;
}
