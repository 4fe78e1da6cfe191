import { HEADS, IMPORTANT, RISK } from '../../../shared/policy/classifier/feature-table.ts';
import { type Row, TASKS, type Task } from './corpus.ts';
import type { Counted } from './counted.ts';
import { matrixOf } from './matrix.ts';
import { marginsOf, trainHeads, type Weights } from './support-vectors.ts';
import { chooseVocabulary, type Vocabulary } from './vocabulary.ts';

/** The corpus with its features counted. */
export interface Material {
  readonly rows: readonly Row[];
  readonly keys: readonly string[];
  readonly counted: Counted;
}

/** What is learned from words: each task's heads from that task's own rows and no other's. */
export interface Learned {
  readonly vocabulary: Vocabulary;
  readonly weights: Readonly<Record<Task, Weights>>;
}

export const FIRST_HEAD: Readonly<Record<Task, number>> = { topic: 0, important: IMPORTANT, risk: RISK };

export function learn({ rows, keys, counted }: Material, chosen: Int32Array): Learned {
  const vocabulary = chooseVocabulary(counted, keys, chosen);
  const train = (task: Task): Weights => {
    const own = chosen.filter((row) => rows[row]!.task === task);
    const heads = rows[own[0]!]!.labels.length;
    const labels = new Uint8Array(own.length * heads);
    own.forEach((row, index) => {
      labels.set(rows[row]!.labels, index * heads);
    });
    return trainHeads(matrixOf(counted, vocabulary, own, task === 'important'), labels, heads);
  };
  return { vocabulary, weights: { topic: train('topic'), important: train('important'), risk: train('risk') } };
}

/** Scores rows with the heads of their own task; writes `HEADS` margins a row, the other tasks' left at zero. */
export function scoreRows({ rows, counted }: Material, learned: Learned, chosen: Int32Array, into: Float32Array): void {
  for (const task of TASKS) {
    const own = chosen.filter((row) => rows[row]!.task === task);
    const matrix = matrixOf(counted, learned.vocabulary, own, task === 'important');
    marginsOf(matrix, learned.weights[task], into, (row) => row * HEADS + FIRST_HEAD[task]);
  }
}
