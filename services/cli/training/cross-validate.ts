import { HEADS } from '../../../shared/policy/classifier/feature-table.ts';
import { TASKS } from './corpus.ts';
import type { Sequence } from './fit-decisions.ts';
import { learn, type Material, scoreRows } from './heads.ts';
import { randomFrom } from './random.ts';

export const FOLDS = 5;
const SEED = 7;

/** `by-row`: rows go to folds by chance, as the corpus was split into train, dev and test. `by-sentence`: equal sentences go to one fold, in all tasks. */
export type Grouping = 'by-row' | 'by-sentence';

/** Margins of rows by models that were trained without them. */
export interface HeldOut {
  /** `HEADS` for each row of the material; zero for rows that were not asked for. */
  readonly margins: Float32Array;
  /** The fold of each row; −1 for rows that were not asked for. */
  readonly folds: Int32Array;
}

/** The fold of each chosen row; −1 for the others. */
export function foldsOf({ rows, keys }: Material, chosen: Int32Array, grouping: Grouping): Int32Array {
  const random = randomFrom(SEED);
  const folds = new Int32Array(rows.length).fill(-1);
  const ofKey = new Map<string, number>();
  for (const row of chosen) {
    const key = keys[row]!;
    const fold = (grouping === 'by-sentence' ? ofKey.get(key) : undefined) ?? Math.floor(random() * FOLDS);
    ofKey.set(key, fold);
    folds[row] = fold;
  }
  return folds;
}

/** Trains once for each fold on the other folds. */
export function crossValidate(material: Material, chosen: Int32Array, grouping: Grouping): HeldOut {
  const folds = foldsOf(material, chosen, grouping);
  const margins = new Float32Array(material.rows.length * HEADS);
  for (let fold = 0; fold < FOLDS; fold++) {
    const learned = learn(
      material,
      chosen.filter((row) => folds[row] !== fold),
    );
    scoreRows(
      material,
      learned,
      chosen.filter((row) => folds[row] === fold),
      margins,
    );
  }
  return { margins, folds };
}

/** A run of rows of one task in the order of their file, as a test split is one. */
export interface RowSequence extends Sequence {
  readonly rows: Int32Array;
}

/** The rows of a task that `part` puts together, in order. Rows where it says null are left out. */
export function sequencesOf(
  { rows }: Material,
  margins: Float32Array,
  part: (row: number) => string | number | null,
): RowSequence[] {
  const found: RowSequence[] = [];
  for (const task of TASKS) {
    const parts = new Map<string | number, number[]>();
    rows.forEach((row, index) => {
      const name = row.task === task ? part(index) : null;
      if (name === null) return;
      const own = parts.get(name);
      if (own) own.push(index);
      else parts.set(name, [index]);
    });
    for (const own of parts.values()) {
      const cut = new Float32Array(own.length * HEADS);
      own.forEach((row, at) => {
        cut.set(margins.subarray(row * HEADS, (row + 1) * HEADS), at * HEADS);
      });
      found.push({ task, rows: Int32Array.from(own), margins: cut, labels: own.map((row) => rows[row]!.labels) });
    }
  }
  return found;
}
