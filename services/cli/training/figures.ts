import { z } from 'zod';
import { sentenceForm } from '../../../shared/policy/classifier/form.ts';
import { type Row, TASKS, type Task } from './corpus.ts';
import { type Answered, measure } from './measure.ts';

const scores = z.strictObject({
  sentences: z.number().int(),
  micro: z.number(),
  macro: z.number(),
  each: z.array(z.number()),
});

/** How a model did on one set of sentences. */
export const figure = z.strictObject({
  task: z.enum(TASKS),
  /** What was measured on, and how. */
  on: z.string(),
  scores,
});
export type Figure = z.output<typeof figure>;

/** `figures.json`: what was measured when the shipped model was trained. */
export const figuresFile = z.strictObject({
  rows: z.record(z.enum(TASKS), z.number().int()),
  figures: z.array(figure),
});

/** Measures answers as a whole, and without what makes them look better than they are on sentences that nobody has seen. */
export function figuresOf(on: string, answered: readonly Answered[], trainedOn: Iterable<Row>): Figure[] {
  const seen = new Map<Task, Set<string>>(TASKS.map((task) => [task, new Set()]));
  for (const row of trainedOn) seen.get(row.task)!.add(row.key);
  const figures = figuresFor(on, answered);
  const unseen = answered.filter(({ row }) => !seen.get(row.task)!.has(row.key));
  if (unseen.length < answered.length) figures.push(...figuresFor(`${on}, without sentences of its training`, unseen));
  const traceless = answered.filter(({ row }) => row.task === 'important' && !sentenceForm(row.text, true).commaTrace);
  figures.push(...figuresFor(`${on}, without sentences that show the comma trace`, traceless));
  return figures;
}

export function figuresFor(on: string, answered: readonly Answered[]): Figure[] {
  return Object.entries(measure(answered)).map(([task, found]) => ({
    task: task as Task,
    on,
    scores: { ...found, micro: rounded(found.micro), macro: rounded(found.macro), each: found.each.map(rounded) },
  }));
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
