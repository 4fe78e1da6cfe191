/** Namespaces kept in memory: far more than a shelf has, so that only hostile facts reach it. */
const MOST = 200_000;

/** A namespace that nobody knows, and how common it is. */
export interface Ranked {
  readonly name: string;
  /** Different apps that carry it. */
  readonly apps: number;
}

/**
 * How many apps carry each namespace. When there are too many, those of one app only are forgotten first: what comes out on top is the
 * same, counts may be too low by what was forgotten.
 */
export class Ranking {
  readonly #most: number;
  readonly #carriers = new Map<string, Set<number>>();
  readonly #apps = new Map<string, number>();
  /** Whether some were forgotten. */
  approximate = false;

  /** @param most namespaces in memory */
  constructor(most = MOST) {
    this.#most = most;
  }

  /** Apps seen, several versions of one together. */
  get apps(): number {
    return this.#apps.size;
  }

  /** Namespaces seen. */
  get size(): number {
    return this.#carriers.size;
  }

  add(app: string, names: Iterable<string>): void {
    const number = this.#apps.get(app) ?? this.#apps.size;
    this.#apps.set(app, number);
    for (const name of names) {
      const carriers = this.#carriers.get(name);
      if (carriers === undefined) this.#carriers.set(name, new Set([number]));
      else carriers.add(number);
    }
    if (this.#carriers.size > this.#most) this.#forget();
  }

  /** The commonest first, equal ones by name. */
  ranked(leastApps: number): Ranked[] {
    return [...this.#carriers]
      .map(([name, { size }]) => ({ name, apps: size }))
      .filter(({ apps }) => apps >= leastApps)
      .sort((a, b) => b.apps - a.apps || (a.name < b.name ? -1 : 1));
  }

  #forget(): void {
    this.approximate = true;
    for (let floor = 1; this.#carriers.size > this.#most / 2; floor += 1) {
      for (const [name, { size }] of this.#carriers) if (size <= floor) this.#carriers.delete(name);
    }
  }
}
