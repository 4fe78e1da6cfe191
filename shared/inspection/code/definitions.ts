import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';
import type { Program } from './program.ts';

/** Classes and interfaces looked at for one method; longer chains are not made by compilers. */
const MOST_PARENTS = 64;

/**
 * The definitions that calls mean by what they name, whichever object they come to in the end: by method, the method of the named class,
 * or of the nearest class or interface above it that the program defines and that declares it; -1 where that is none of the program's, or
 * looking for it would take too long.
 */
export function findDefinitions(program: Program, observations: Observations): Int32Array {
  const { types, methods } = program;
  const definitions = new Int32Array(methods.count);
  let left: number = LIMITS.definitionSteps;
  for (let method = 0; method < methods.count; method++) {
    if (methods.flags[method]! >= 0) definitions[method] = method;
    else if (left <= 0 || types.defined[methods.class[method]!] !== 1) definitions[method] = -1;
    else {
      const above = new Above(program, methods.class[method]!);
      definitions[method] = above.find(methods.selector[method]!);
      left -= above.looked;
    }
  }
  if (left <= 0) {
    observations.gap('code', 'class-chains-too-long', 'DEX', {
      zh: '类的继承链过多过长，部分调用所指的方法未能确定',
      en: 'there are too many long chains of superclasses; of some calls it is not known which method they mean',
    });
  }
  return definitions;
}

/** A class and what stands above it, nearest first. */
class Above {
  looked = 0;
  readonly #program: Program;
  readonly #open: number[];

  constructor(program: Program, type: number) {
    this.#program = program;
    this.#open = [type];
  }

  find(selector: number): number {
    const { types, methods } = this.#program;
    for (; this.looked < this.#open.length; this.looked++) {
      const type = this.#open[this.looked]!;
      if (type < 0 || types.defined[type] !== 1) continue;
      const own = methods.find(type, selector);
      if (own >= 0 && methods.flags[own]! >= 0) return own;
      this.#add(types.superclass[type]!);
      for (let i = types.interfaceStart[type]!; i < types.interfaceStart[type + 1]! && this.#hasRoom; i++) {
        this.#add(types.interfaces[i]!);
      }
    }
    return -1;
  }

  get #hasRoom(): boolean {
    return this.#open.length < MOST_PARENTS;
  }

  #add(type: number): void {
    if (this.#hasRoom) this.#open.push(type);
  }
}
