import type { LabelState } from './labels.ts';

/** One judgement: what a person said of an item of a policy, and what the reader said. */
export interface Judgement {
  readonly policy: string;
  readonly use: 'development' | 'held-out';
  readonly item: string;
  readonly expected: LabelState;
  readonly found: LabelState;
}

/** Precision and recall of one answer; null where there was nothing to find or nothing was found. */
export interface Score {
  readonly labelled: number;
  readonly found: number;
  readonly right: number;
  readonly precision: number | null;
  readonly recall: number | null;
  /** Null where the answer was neither labelled nor found. */
  readonly f1: number | null;
}

export const ANSWERS = ['present', 'absent', 'violating'] as const;
export type Answer = (typeof ANSWERS)[number];

/** How well one answer was given. What nobody can decide from the text is left out. */
export function scoreOf(judgements: readonly Judgement[], answer: Answer): Score {
  const decided = judgements.filter(({ expected }) => expected !== 'undecidable');
  const labelled = decided.filter(({ expected }) => expected === answer).length;
  const found = decided.filter((judgement) => judgement.found === answer).length;
  const right = decided.filter((judgement) => judgement.found === answer && judgement.expected === answer).length;
  return {
    labelled,
    found,
    right,
    precision: found === 0 ? null : right / found,
    recall: labelled === 0 ? null : right / labelled,
    f1: labelled + found === 0 ? null : (2 * right) / (labelled + found),
  };
}

/** The mean of those that are numbers; NaN where none is. */
export function mean(values: readonly (number | null)[]): number {
  const numbers = values.filter((value) => value !== null);
  return numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
}

export interface Summary {
  readonly judgements: number;
  /** Share of judgements that agree. */
  readonly agreement: number;
  /** F1 of each answer over all judgements together, and their mean. */
  readonly answers: Readonly<Record<Answer, Score>>;
  readonly macroOfAnswers: number;
  /** For each item the mean of its answers' F1, over answers that were labelled or found; their mean over the items. */
  readonly macroOfItems: number;
  /** F1 of `present` for each item, and their mean over the items where it was labelled or found. */
  readonly macroOfPresence: number;
}

/** All figures of a set of judgements. */
export function summarise(judgements: readonly Judgement[]): Summary {
  const decided = judgements.filter(({ expected }) => expected !== 'undecidable');
  const byItem = groupByItem(decided);
  const answers = {
    present: scoreOf(decided, 'present'),
    absent: scoreOf(decided, 'absent'),
    violating: scoreOf(decided, 'violating'),
  };
  const items = [...byItem.values()];
  return {
    judgements: decided.length,
    agreement: decided.filter(({ expected, found }) => expected === found).length / decided.length,
    answers,
    macroOfAnswers: mean(ANSWERS.map((answer) => answers[answer].f1)),
    macroOfItems: mean(items.map((ones) => mean(ANSWERS.map((answer) => scoreOf(ones, answer).f1)))),
    macroOfPresence: mean(items.map((ones) => scoreOf(ones, 'present').f1)),
  };
}

/** Judgements by item, in the order of the items. */
export function groupByItem(judgements: readonly Judgement[]): ReadonlyMap<string, readonly Judgement[]> {
  const byItem = new Map<string, Judgement[]>();
  for (const judgement of [...judgements].sort((a, b) => a.item.localeCompare(b.item))) {
    byItem.set(judgement.item, [...(byItem.get(judgement.item) ?? []), judgement]);
  }
  return byItem;
}
