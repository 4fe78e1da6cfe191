import { TASKS } from './corpus.ts';
import type { Figure } from './figures.ts';

/** Figures as Markdown tables, one a task. */
export function figuresTable(figures: readonly Figure[]): string {
  return TASKS.map((task) => {
    const own = figures.filter((one) => one.task === task);
    const rows = own.map(({ on, scores }) => [
      on,
      scores.sentences,
      share(scores.micro),
      share(scores.macro),
      each(task, scores.each),
    ]);
    const head = [`${task}, measured on`, 'sentences', 'micro F1', 'macro F1', task === 'topic' ? 'lowest topic' : 'F1 no / yes'];
    return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  }).join('\n\n');
}

function each(task: Figure['task'], values: readonly number[]): string {
  return task === 'topic' ? share(Math.min(...values)) : values.map(share).join(' / ');
}

function share(value: number): string {
  return value.toFixed(3);
}
