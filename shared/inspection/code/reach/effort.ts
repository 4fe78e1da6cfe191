/** The graph is beyond what one package may cost. Caught where reachability is asked for: the answer is then that there is none. */
export class GraphLimit extends Error {}

/** What may still be spent on the graph of one program: everything that follows an edge, a superclass or an instruction takes from it. */
export class Effort {
  #left: number;

  constructor(steps: number) {
    this.#left = steps;
  }

  /** @throws GraphLimit when there is none left */
  spend(steps: number): void {
    this.#left -= steps;
    if (this.#left < 0) throw new GraphLimit();
  }
}
