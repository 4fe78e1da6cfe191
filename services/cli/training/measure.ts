import { POLICY_TOPICS } from '../../../shared/domain/facts/policy-understanding.ts';
import { decide, type SentenceLabels } from '../../../shared/policy/classifier/decide.ts';
import type { Decisions } from '../../../shared/policy/classifier/model.ts';
import { type Row, TASKS, type Task } from './corpus.ts';
import type { RowSequence } from './cross-validate.ts';
import { binaryScores, type Scores, tally, topicScores } from './scores.ts';

/** A row with what was said of it. */
export interface Answered {
  readonly row: Row;
  readonly labels: SentenceLabels;
}

/** Decides on the rows of sequences; topics with a look at the neighbours (`document`) or without. */
export function answer(
  rows: readonly Row[],
  sequences: readonly RowSequence[],
  decisions: Decisions,
  order: 'document' | 'none' | 'judge',
): Answered[] {
  return sequences.flatMap((sequence) =>
    decide(sequence.margins, decisions, order).map((labels, index) => ({ row: rows[sequence.rows[index]!]!, labels })),
  );
}

/** Scores of each task whose rows were answered. */
export function measure(answered: readonly Answered[]): Partial<Record<Task, Scores>> {
  const measured: Partial<Record<Task, Scores>> = {};
  for (const task of TASKS) {
    const own = answered.filter(({ row }) => row.task === task);
    if (own.length > 0) measured[task] = task === 'topic' ? measureTopics(own) : measureAnswers(own, task);
  }
  return measured;
}

function measureTopics(answered: readonly Answered[]): Scores {
  const tallies = POLICY_TOPICS.map((topic, index) =>
    tally(
      answered.map(({ labels }) => labels.topics.includes(topic)),
      answered.map(({ row }) => row.labels[index] === 1),
    ),
  );
  return topicScores(tallies, answered.length);
}

function measureAnswers(answered: readonly Answered[], task: 'important' | 'risk'): Scores {
  return binaryScores(
    tally(
      answered.map(({ labels }) => labels[task]),
      answered.map(({ row }) => row.labels[0] === 1),
    ),
  );
}
