import { percentile, rounded } from '../figures.ts';
import { MEGABYTE } from './recipes.ts';
import type { Spent } from './task.ts';

/** What one section of the report is given. */
export interface Bench {
  /** For packages that are made. */
  readonly folder: string;
  readonly repeats: number;
  /** Inspections of the long run. */
  readonly soak: number;
  say(text: string): void;
}

/** Median of wall or processor seconds. */
export function median(list: readonly Spent[], of: keyof Spent = 'wall'): number {
  const values = list.map((each) => each[of]);
  return percentile(values, 0.5);
}

/** How a line that can fail is marked. */
export function verdict(holds: boolean): string {
  return holds ? 'PASS' : 'FAIL';
}

export function megabytes(bytes: number): string {
  return `${rounded(bytes / MEGABYTE)} MB`;
}
