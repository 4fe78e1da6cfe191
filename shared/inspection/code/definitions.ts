import { LIMITS } from '../limits.ts';
import type { Program } from './program.ts';

const UNKNOWN = -2;
/** Classes and interfaces looked at for one method; longer chains are not made by compilers. */
const MOST_PARENTS = 64;

/**
 * The definitions that calls mean by what they name, whichever object they come to in the end: the method of the named class, or of the
 * nearest class or interface above it that the program defines and that declares it.
 */
export class Definitions {
  readonly #program: Program;
  readonly #known: Int32Array;
  #left: number = LIMITS.definitionSteps;

  constructor(program: Program) {
    this.#program = program;
    this.#known = new Int32Array(program.methods.count).fill(UNKNOWN);
  }

  /** The defined method that a call of the method means; -1 where that is none of the program's, or looking for it would take too long. */
  of(method: number): number {
    const known = this.#known[method]!;
    if (known !== UNKNOWN) return known;
    const found = this.#find(method);
    this.#known[method] = found;
    return found;
  }

  #find(method: number): number {
    const { types, methods } = this.#program;
    if (methods.flags[method]! >= 0) return method;
    const selector = methods.selector[method]!;
    const open = [methods.class[method]!];
    for (let next = 0; next < open.length && next < MOST_PARENTS && this.#left > 0; next++) {
      const type = open[next]!;
      if (type < 0 || types.defined[type] !== 1) continue;
      this.#left -= 1;
      const own = methods.find(type, selector);
      if (own >= 0 && methods.flags[own]! >= 0) return own;
      if (open.length >= MOST_PARENTS) continue;
      open.push(types.superclass[type]!);
      const most = Math.min(types.interfaceStart[type + 1]!, types.interfaceStart[type]! + MOST_PARENTS);
      for (let i = types.interfaceStart[type]!; i < most; i++) open.push(types.interfaces[i]!);
    }
    return -1;
  }
}
