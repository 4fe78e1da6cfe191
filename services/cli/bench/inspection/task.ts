import type { Reads } from './counted-source.ts';

/** What a process of its own is asked to measure, so that neither memory nor compiled code of one measurement is another's. */
export type Task =
  /** Floor and facts by turns, `repeats` times each. */
  | { readonly kind: 'compare'; readonly path: string; readonly repeats: number }
  /** Facts only: the process's peak memory is theirs. */
  | { readonly kind: 'memory'; readonly path: string; readonly repeats: number }
  /** Where the time goes. */
  | { readonly kind: 'phases'; readonly path: string; readonly repeats: number }
  /** Facts of many packages again and again. */
  | { readonly kind: 'soak'; readonly paths: readonly string[]; readonly count: number };

/** Seconds. */
export interface Spent {
  readonly wall: number;
  readonly cpu: number;
}

export interface Compared {
  readonly floor: readonly Spent[];
  readonly facts: readonly Spent[];
  readonly classes: number;
  readonly methods: number;
  /** Bytes of the facts as JSON, and as they are kept. */
  readonly factBytes: number;
  readonly keptBytes: number;
  readonly reads: Reads;
  readonly gaps: readonly string[];
}

/** Megabytes. */
export interface MemoryUse {
  readonly before: number;
  readonly peak: number;
}

/** Resident memory and live heap in megabytes after so many inspections. */
export interface Soaked {
  readonly samples: readonly { readonly after: number; readonly resident: number; readonly heap: number }[];
}

export interface TaskResult {
  readonly compare: Compared;
  readonly memory: MemoryUse;
  /** Seconds of each phase in one inspection, the longest first. */
  readonly phases: readonly { readonly phase: string; readonly seconds: number }[];
  readonly soak: Soaked;
}
