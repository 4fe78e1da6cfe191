import type { Program } from '../program.ts';
import type { Hierarchy } from './hierarchy.ts';

const UNKNOWN = -2;

/** Which static initialisers run when a class is used for the first time: its own and those of its superclasses. */
export class Initialisers {
  readonly #program: Program;
  readonly #hierarchy: Hierarchy;
  /** By type: itself or the nearest superclass that has one; -1 for none. */
  readonly #nearest: Int32Array;

  constructor(program: Program, hierarchy: Hierarchy) {
    this.#program = program;
    this.#hierarchy = hierarchy;
    this.#nearest = new Int32Array(program.types.count).fill(UNKNOWN);
  }

  has(type: number): boolean {
    return type >= 0 && this.#find(type) >= 0;
  }

  /** Tells of the bodies, the class's own first. */
  forEach(type: number, tell: (body: number) => void): void {
    const { types, methods } = this.#program;
    for (let each = type < 0 ? -1 : this.#find(type); each >= 0; ) {
      const body = methods.body[types.initialiser[each]!]!;
      if (body >= 0) tell(body);
      const above = this.#hierarchy.parent[each]!;
      each = above < 0 ? -1 : this.#find(above);
    }
  }

  #find(type: number): number {
    const nearest = this.#nearest;
    let each = type;
    while (each >= 0 && nearest[each] === UNKNOWN && this.#program.types.initialiser[each]! < 0)
      each = this.#hierarchy.parent[each]!;
    const found = each < 0 ? -1 : nearest[each] === UNKNOWN ? each : nearest[each]!;
    for (let below = type; below !== each; below = this.#hierarchy.parent[below]!) nearest[below] = found;
    if (each >= 0) nearest[each] = found;
    return found;
  }
}
