import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';
import type { CallTargets } from './call-targets.ts';
import { PLATFORM_CHAINS } from './platform-parents.ts';
import type { Program } from './program.ts';

/** Superclasses walked up from a call's class; longer chains are not made by compilers. */
const MOST_PARENTS = 100;

/**
 * The target that a call of each method means, by method number; -1 for none. A call names a class; where that class is a subclass that
 * the package defines, or one of the platform's that inherits the method, the call means the first class above it that has the target,
 * unless a class in between declares the method itself. Constructors are not inherited.
 */
export function matchMethods(program: Program, targets: CallTargets, observations: Observations): Int32Array {
  const { selectorName, selector, count } = program.methods;
  const matched = new Int32Array(count).fill(-1);
  const nameOf = new Map<number, string>();
  for (const name of targets.names) {
    const number = program.methods.findName(name);
    if (number >= 0) nameOf.set(number, name);
  }
  const wanted = new Uint8Array(selectorName.length);
  for (let each = 0; each < wanted.length; each++) if (nameOf.has(selectorName[each]!)) wanted[each] = 1;
  const matcher = new Matcher(program, targets);
  for (let method = 0; method < count; method++) {
    const each = selector[method]!;
    if (wanted[each] === 1 && matcher.mayMatch(method)) matched[method] = matcher.match(method, nameOf.get(selectorName[each]!)!);
  }
  if (matcher.left < 0) {
    observations.gap('code', 'class-chains-too-long', 'DEX', {
      zh: '类的继承链过多过长，部分调用未能对应到系统接口',
      en: 'there are too many long chains of superclasses; some calls were not matched with the API that they mean',
    });
  }
  return matched;
}

type ByName = ReadonlyMap<string, number>;

/** Whether a class has targets, itself or from above. */
const REACH = { unknown: 0, some: 1, none: 2 } as const;

class Matcher {
  /** Superclasses that may still be looked at; below 0 where there were more. */
  left: number = LIMITS.matchSteps;
  readonly #program: Program;
  /** By type: what it has of targets itself, and what the platform's classes above it have, nearest first. */
  readonly #own = new Map<number, ByName>();
  readonly #above = new Map<number, readonly ByName[]>();
  /** By type, one of `REACH`: most classes of an app have no target above them, which is found out once for all their methods. */
  readonly #reach: Uint8Array;

  constructor(program: Program, targets: CallTargets) {
    this.#program = program;
    this.#reach = new Uint8Array(program.types.count);
    for (const [descriptor, names] of targets.classes()) {
      const type = program.types.find(descriptor);
      if (type < 0) continue;
      this.#own.set(type, names);
      this.#reach[type] = REACH.some;
    }
    for (const [descriptor, parents] of PLATFORM_CHAINS) {
      const type = program.types.find(descriptor);
      if (type < 0) continue;
      const maps = parents.map((parent) => targets.ofClass(parent)).filter((names) => names !== undefined);
      this.#above.set(type, maps);
      if (maps.length > 0) this.#reach[type] = REACH.some;
    }
  }

  /** Whether a method's class, or one above it, has targets at all. */
  mayMatch(method: number): boolean {
    const { types, methods } = this.#program;
    const first = methods.class[method]!;
    let type = first;
    for (let step = 0; step < MOST_PARENTS && type >= 0 && this.#reach[type] === REACH.unknown; step++) {
      type = types.defined[type] === 1 ? types.superclass[type]! : -1;
    }
    // A chain that is too long is left to the match, which counts its steps.
    const reach = type < 0 ? REACH.none : this.#reach[type]! || REACH.some;
    for (let each = first; each !== type; each = types.superclass[each]!) {
      this.#reach[each] = reach;
      if (types.defined[each] !== 1) break;
    }
    if (first >= 0) this.#reach[first] = reach;
    return reach === REACH.some;
  }

  match(method: number, name: string): number {
    const { types, methods } = this.#program;
    const selector = methods.selector[method]!;
    let type = methods.class[method]!;
    for (let step = 0; step < MOST_PARENTS; step++) {
      const target = this.#own.get(type)?.get(name);
      if (target !== undefined) return target;
      if (name === '<init>') return -1;
      if (types.defined[type] !== 1) break;
      if (--this.left < 0) return -1;
      const own = methods.find(type, selector);
      if (own >= 0 && methods.flags[own]! >= 0) return -1;
      const parent = types.superclass[type]!;
      if (parent < 0) return -1;
      type = parent;
    }
    for (const names of this.#above.get(type) ?? []) {
      const target = names.get(name);
      if (target !== undefined) return target;
    }
    return -1;
  }
}
