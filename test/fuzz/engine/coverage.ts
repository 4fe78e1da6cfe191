/** A module's counters and the literals in its code. */
interface Module {
  readonly counters: Uint32Array;
}

const modules: Module[] = [];
const literals = new Set<number | string>();

declare global {
  /** Called by every instrumented module when it is loaded (see `instrument/counters.mjs`). */
  var __branches: ((name: string, count: number, literals: readonly (number | string)[]) => Uint32Array) | undefined;
}

/** Must run before the first instrumented module is loaded. */
export function countBranches(): void {
  globalThis.__branches = (_name, count, found) => {
    const counters = new Uint32Array(count);
    modules.push({ counters });
    for (const literal of found) literals.add(literal);
    return counters;
  };
}

/** Numbers and texts that the instrumented code mentions. */
export function literalsOfCode(): readonly (number | string)[] {
  return [...literals];
}

/**
 * What was reached so far: for every branch the powers of two of how often one run took it. A loop that runs twice as often as ever
 * before is news too, so that the search finds what grows faster than its input.
 */
export class Coverage {
  #seen: Uint32Array[] = [];
  /** Branches taken by any input. */
  branches = 0;
  /** Pairs of branch and power of two. */
  features = 0;

  /** Takes the counters of the last run and clears them. @returns how many features are new, and branches taken: what the run cost */
  take(): { news: number; cost: number } {
    let news = 0;
    let cost = 0;
    for (const [index, { counters }] of modules.entries()) {
      this.#seen[index] ??= new Uint32Array(counters.length);
      const seen = this.#seen[index];
      for (let i = 0; i < counters.length; i++) {
        const count = counters[i]!;
        if (count === 0) continue;
        counters[i] = 0;
        cost += count;
        const bucket = 1 << (31 - Math.clz32(count));
        const before = seen[i]!;
        if ((before & bucket) !== 0) continue;
        if (before === 0) this.branches += 1;
        seen[i] = before | bucket;
        news += 1;
      }
    }
    this.features += news;
    return { news, cost };
  }

  /** Branches that the loaded code has. */
  get known(): number {
    return modules.reduce((sum, { counters }) => sum + counters.length, 0);
  }
}

/** Clears the counters, so that what ran until now is nobody's. */
export function forgetRun(): void {
  for (const { counters } of modules) counters.fill(0);
}
