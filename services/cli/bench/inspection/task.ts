import type { Reads } from './counted-source.ts';

/** How the DEX files of a package are scanned: all in one thread, or side by side in as many as the product uses. */
export type Threads = 'one' | 'several';

/** An object in an S3 store, and how to get in. */
export interface StoredObject {
  readonly url: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly key: string;
}

/** What a process of its own is asked to measure, so that neither memory nor compiled code of one measurement is another's. */
export type Task =
  /** Floor and facts by turns, `repeats` times each. */
  | { readonly kind: 'compare'; readonly path: string; readonly repeats: number; readonly threads: Threads }
  /** Facts only: the process's peak memory is theirs. */
  | { readonly kind: 'memory'; readonly path: string; readonly repeats: number; readonly threads: Threads }
  /** Where the time goes, in one thread. */
  | { readonly kind: 'phases'; readonly path: string; readonly repeats: number }
  /** What of a package is fetched, from the disk or from a store, where it is put first. */
  | { readonly kind: 'ranges'; readonly path: string; readonly object: StoredObject | null; readonly repeats: number }
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
  readonly gaps: readonly string[];
}

/** Megabytes of resident memory: of the program when nothing was read yet, and at its peak. */
export interface MemoryUse {
  readonly before: number;
  readonly peak: number;
}

export interface Ranged {
  /** The pass of all bytes at ingestion; what the inspection took after it. */
  readonly ingestion: Spent;
  readonly inspection: readonly Spent[];
  readonly reads: Reads;
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
  readonly ranges: Ranged;
  readonly soak: Soaked;
}
