import { HEADS } from '../../../shared/policy/classifier/feature-table.ts';
import type { Decisions } from '../../../shared/policy/classifier/model.ts';
import type { Row } from './corpus.ts';
import { countFeatures } from './counted.ts';
import { crossValidate, FOLDS, type Grouping, type HeldOut, type RowSequence, sequencesOf } from './cross-validate.ts';
import { type Figure, figuresFor, figuresOf } from './figures.ts';
import { fitDecisions } from './fit-decisions.ts';
import { type Learned, learn, type Material, scoreRows } from './heads.ts';
import { type Answered, answer } from './measure.ts';

export function materialOf(rows: readonly Row[]): Material {
  return { rows, keys: rows.map(({ key }) => key), counted: countFeatures(rows) };
}

/** All rows, or those of which `chosen` is true. */
export function rowsWhere({ rows }: Material, chosen: (row: number) => boolean = () => true): Int32Array {
  return Int32Array.from(rows.keys()).filter(chosen);
}

/** The held-out rows of each fold and file, as a test split would be: in the order of their file, with the others gone from between them. */
export function heldOutSequences(
  material: Material,
  { margins, folds }: HeldOut,
  fileOf: (row: number) => string,
): RowSequence[] {
  return sequencesOf(material, margins, (row) => (folds[row]! < 0 ? null : `${folds[row]} ${fileOf(row)}`));
}

/** Measures by cross-validation: heads, probabilities and thresholds of a fold all come from the other folds. */
export function crossValidated(
  material: Material,
  heldOut: HeldOut,
  fileOf: (row: number) => string,
  grouping: Grouping,
): Figure[] {
  const alone: Answered[] = [];
  const together: Answered[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const sequences = heldOutSequences(material, heldOut, fileOf);
    const inFold = (sequence: RowSequence): boolean => heldOut.folds[sequence.rows[0]!] === fold;
    const decisions = fitDecisions(sequences.filter((sequence) => !inFold(sequence)));
    const own = sequences.filter(inFold);
    alone.push(...answer(material.rows, own, decisions, 'none'));
    together.push(...answer(material.rows, own, decisions, 'judge'));
  }
  const name = `${FOLDS} folds of train and dev, ${grouping === 'by-row' ? 'split by chance like the corpus' : 'equal sentences in one fold'}`;
  const topics = alone.filter(({ row }) => row.task === 'topic');
  return [
    ...figuresFor(name, together),
    ...figuresFor(`${name}, without a look at neighbours`, topics),
    ...(grouping === 'by-sentence' ? traceless(name, together) : []),
  ];
}

function traceless(name: string, answered: readonly Answered[]): Figure[] {
  return figuresOf(name, answered, []).filter(({ on }) => on.endsWith('trace'));
}

export interface TrainedModel {
  readonly learned: Learned;
  readonly decisions: Decisions;
}

/** A whole model from the chosen rows: thresholds by cross-validation within them, words from all of them. */
export function trainModel(
  material: Material,
  chosen: Int32Array,
  heldOut: HeldOut,
  fileOf: (row: number) => string,
): TrainedModel {
  return { decisions: fitDecisions(heldOutSequences(material, heldOut, fileOf)), learned: learn(material, chosen) };
}

/** Trains on train alone and measures on dev, of which nothing was seen. */
export function measureOnDev(train: readonly Row[], dev: readonly Row[]): Figure[] {
  const material = materialOf([...train, ...dev]);
  const isTrain = (row: number): boolean => row < train.length;
  const chosen = rowsWhere(material, isTrain);
  const { learned, decisions } = trainModel(material, chosen, crossValidate(material, chosen, 'by-row'), () => 'train');
  const margins = new Float32Array(material.rows.length * HEADS);
  scoreRows(
    material,
    learned,
    rowsWhere(material, (row) => !isTrain(row)),
    margins,
  );
  const sequences = sequencesOf(material, margins, (row) => (isTrain(row) ? null : 'dev'));
  const name = 'dev, trained on train';
  const alone = answer(material.rows, sequences, decisions, 'none').filter(({ row }) => row.task === 'topic');
  return [
    ...figuresOf(name, answer(material.rows, sequences, decisions, 'judge'), train),
    ...figuresFor(`${name}, without a look at neighbours`, alone),
  ];
}
