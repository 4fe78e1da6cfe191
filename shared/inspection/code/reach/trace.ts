/** How one kind of entry point came to each method: from where, at which instruction, by which link. */
export class Trace {
  /** By body, plus one: the body that leads to it, itself for an entry's own method; 0 for what is not reached. */
  readonly #from: Int32Array;
  readonly #offset: Int32Array;
  readonly #link: Uint8Array;

  constructor(bodies: number) {
    this.#from = new Int32Array(bodies);
    this.#offset = new Int32Array(bodies);
    this.#link = new Uint8Array(bodies);
  }

  set(body: number, from: number, offset: number, link: number): void {
    this.#from[body] = from + 1;
    this.#offset[body] = offset;
    this.#link[body] = link;
  }

  reaches(body: number): boolean {
    return this.#from[body] !== 0;
  }

  from(body: number): number {
    return this.#from[body]! - 1;
  }

  offset(body: number): number {
    return this.#offset[body]!;
  }

  link(body: number): number {
    return this.#link[body]!;
  }
}
