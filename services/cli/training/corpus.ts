import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { POLICY_TOPICS } from '../../../shared/domain/facts/policy-understanding.ts';

export const TASKS = ['topic', 'important', 'risk'] as const;
export type Task = (typeof TASKS)[number];

const LABELS: Readonly<Record<Task, number>> = { topic: POLICY_TOPICS.length, important: 1, risk: 1 };

/** A labelled sentence of CAPP-130. */
export interface Row {
  readonly task: Task;
  readonly text: string;
  /** Zeros and ones; one for a yes-or-no task. */
  readonly labels: readonly number[];
  /** Letters and digits alone: rows with the same key are one sentence to a reader. */
  readonly key: string;
}

export type Split = 'train' | 'dev' | 'test';

/** The rows of a split of a task in the file's order; null where the folder has no such file. */
export async function readSplit(folder: string, task: Task, split: Split): Promise<Row[] | null> {
  const file = join(folder, task, `${split}.tsv`);
  if (!existsSync(file)) return null;
  const lines = (await readFile(file, 'utf8')).split('\n');
  return lines.flatMap((line, index) => (line.trim() === '' ? [] : [readRow(task, line, `${task}/${split}.tsv:${index + 1}`)]));
}

/** The rows of a split of all tasks, one task after the other; null where the folder lacks one of them. */
export async function readWhole(folder: string, split: Split): Promise<Row[] | null> {
  const all: Row[] = [];
  for (const task of TASKS) {
    const rows = await readSplit(folder, task, split);
    if (!rows) return null;
    all.push(...rows);
  }
  return all;
}

/** @throws Error saying where the corpus is expected, in both languages */
export async function readRequired(folder: string, split: Split): Promise<Row[]> {
  const rows = await readWhole(folder, split);
  if (rows) return rows;
  const files = TASKS.map((task) => join(folder, task, `${split}.tsv`)).filter((file) => !existsSync(file));
  throw new Error(
    `缺少语料文件 ${files.join('、')}（CAPP-130）。\nThe corpus CAPP-130 is needed and has no ${files.join(', ')}.`,
  );
}

function readRow(task: Task, line: string, place: string): Row {
  const tab = line.lastIndexOf('\t');
  const text = line.slice(0, tab);
  const labels =
    line
      .slice(tab + 1)
      .match(/[01]/g)
      ?.map(Number) ?? [];
  if (tab < 0 || labels.length !== LABELS[task])
    throw new Error(`${place}: a sentence, a tab and ${LABELS[task]} labels are expected`);
  return { task, text, labels, key: keyOf(text) };
}

function keyOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
