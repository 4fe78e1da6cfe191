/**
 * Counts of names, of which it keeps so many in memory: names that come when it is full are not counted, and it says so. What is counted
 * does not depend on the order unless it was full.
 */
export class Tally {
  readonly #counts = new Map<string, number>();
  readonly #most: number;
  /** Whether a name was left out. */
  full = false;

  constructor(most: number) {
    this.#most = most;
  }

  /** Counts each name once. */
  add(names: Iterable<string>): void {
    for (const name of new Set(names)) {
      const count = this.#counts.get(name);
      if (count === undefined && this.#counts.size >= this.#most) this.full = true;
      else this.#counts.set(name, (count ?? 0) + 1);
    }
  }

  of(name: string): number {
    return this.#counts.get(name) ?? 0;
  }

  /** The most counted first, equal ones by name. */
  ranked(): { readonly name: string; readonly count: number }[] {
    return [...this.#counts]
      .map(([name, count]) => ({ name, count }))
      .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  }
}
