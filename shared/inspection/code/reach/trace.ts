/** What led to a body: another body (itself for an entry's own method), at which instruction, by which link. */
export interface Steps {
  readonly from: Int32Array;
  readonly offset: Int32Array;
  readonly link: Uint8Array;
  /** Steps from the entry point. */
  readonly level: Int32Array;
}

/** How one kind of entry point came to each method: from where, at which instruction, by which link. */
export class Trace {
  /** Reached bodies in ascending order; the other lists are in theirs. */
  readonly bodies: Int32Array;
  readonly #from: Int32Array;
  readonly #offset: Int32Array;
  readonly #link: Uint8Array;
  readonly #level: Int32Array;

  /**
   * Keeps what is told of the reached bodies and no more: most kinds reach a small part of a program.
   * @param reached is sorted, and kept
   * @param steps by body
   */
  constructor(reached: Int32Array, { from, offset, link, level }: Steps) {
    this.bodies = reached.sort();
    this.#from = new Int32Array(reached.length);
    this.#offset = new Int32Array(reached.length);
    this.#link = new Uint8Array(reached.length);
    this.#level = new Int32Array(reached.length);
    for (let i = 0; i < reached.length; i++) {
      const body = reached[i]!;
      this.#from[i] = from[body]!;
      this.#offset[i] = offset[body]!;
      this.#link[i] = link[body]!;
      this.#level[i] = level[body]!;
    }
  }

  reaches(body: number): boolean {
    return this.bodies[this.#place(body)] === body;
  }

  from(body: number): number {
    return this.#from[this.#place(body)]!;
  }

  offset(body: number): number {
    return this.#offset[this.#place(body)]!;
  }

  link(body: number): number {
    return this.#link[this.#place(body)]!;
  }

  /** Steps from the entry point. */
  level(body: number): number {
    return this.#level[this.#place(body)]!;
  }

  /** Every reached body, what led to it (itself for an entry's own method), and its steps from the entry point. */
  forEach(visit: (body: number, from: number, level: number) => void): void {
    for (let i = 0; i < this.bodies.length; i++) visit(this.bodies[i]!, this.#from[i]!, this.#level[i]!);
  }

  /** The place of the first reached body that does not come before this one. */
  #place(body: number): number {
    let low = 0;
    let high = this.bodies.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.bodies[middle]! < body) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
