import { LIMITS } from '../../limits.ts';
import { ints } from '../growing.ts';
import type { Program } from '../program.ts';
import { type Effort, GraphLimit } from './effort.ts';

const STATIC = 0x8;
const INTERFACE = 0x200;
const ABSTRACT = 0x400;
const UNKNOWN = -2;
/** Answers kept, in a table where a new one takes the place of an old one. */
const KNOWN = 1 << 17;
const KNOWN_SHIFT = 32 - 17;

/** Who is whose supertype, and which method an object of a class runs. Answers are found when they are asked for, and kept. */
export class Hierarchy {
  /** Superclass by type; a class that is its own ancestor has none. */
  readonly parent: Int32Array;
  /** By type, 1 where an instruction of the program makes an object of it or of a class below it. */
  readonly made: Uint8Array;
  readonly #program: Program;
  readonly #effort: Effort;
  /** By selector: 1 where some class has a method of an object with it, 2 where it is an interface's own code. */
  readonly #virtual: Uint8Array;
  readonly #superStart: Int32Array;
  readonly #superEnd: Int32Array;
  readonly #supers = ints();
  readonly #seen: Int32Array;
  readonly #direct: Int32Array;
  readonly #knownType = new Int32Array(KNOWN).fill(-1);
  readonly #knownSelector = new Int32Array(KNOWN);
  readonly #knownBody = new Int32Array(KNOWN);

  constructor(program: Program, effort: Effort) {
    this.#program = program;
    this.#effort = effort;
    const { types, methods } = program;
    this.parent = withoutCycles(types.superclass);
    this.#virtual = new Uint8Array(methods.selectorCount);
    this.#superStart = new Int32Array(types.count).fill(UNKNOWN);
    this.#superEnd = new Int32Array(types.count);
    this.#seen = new Int32Array(types.count).fill(-1);
    this.#direct = new Int32Array(methods.count).fill(UNKNOWN);
    for (let i = 0; i < types.methods.length; i++) {
      const method = types.methods[i]!;
      if ((methods.flags[method]! & STATIC) !== 0 || methods.body[method]! < 0) continue;
      const isDefault = (types.flags[methods.class[method]!]! & INTERFACE) !== 0;
      this.#virtual[methods.selector[method]!]! |= isDefault ? 3 : 1;
    }
    this.made = new Uint8Array(types.count);
    for (let i = 0; i < program.news.type.length; i++) {
      const type = program.news.type[i]!;
      if (program.news.offset[i]! < 0 || this.made[type] === 1) continue;
      if (this.#superStart[type] === UNKNOWN) this.#findSupers(type);
      for (let at = this.#superStart[type]!; at < this.#superEnd[type]!; at++) this.made[this.#supers.array[at]!] = 1;
    }
  }

  /** The type itself and everything that it extends or implements, each once. The array is valid until the next question. */
  supersOf(type: number): Int32Array {
    if (this.#superStart[type] === UNKNOWN) this.#findSupers(type);
    return this.#supers.array.subarray(this.#superStart[type]!, this.#superEnd[type]!);
  }

  isBelow(type: number, ancestor: number): boolean {
    return type === ancestor || this.supersOf(type).includes(ancestor);
  }

  /** Whether any class could answer a call of the selector with code of the program. */
  isAnswered(selector: number): boolean {
    return this.#virtual[selector] !== 0;
  }

  isConcrete(type: number): boolean {
    return this.#program.types.defined[type] === 1 && (this.#program.types.flags[type]! & (INTERFACE | ABSTRACT)) === 0;
  }

  /** The method that an object of the class runs for the selector, as a body; -1 where it is none of the program's. */
  implementation(type: number, selector: number): number {
    const slot = this.#slot(type, selector);
    if (this.#knownType[slot] === type && this.#knownSelector[slot] === selector) return this.#knownBody[slot]!;
    const body = this.#findImplementation(type, selector);
    this.#knownType[slot] = type;
    this.#knownSelector[slot] = selector;
    this.#knownBody[slot] = body;
    return body;
  }

  #findImplementation(type: number, selector: number): number {
    const { types, methods } = this.#program;
    for (let each = type; each >= 0 && types.defined[each] === 1; each = this.parent[each]!) {
      this.#effort.spend(1);
      const method = methods.find(each, selector);
      if (method >= 0 && methods.flags[method]! >= 0 && (methods.flags[method]! & STATIC) === 0) return methods.body[method]!;
      // What the superclass answers is often known; with default methods in play it need not be what this class answers.
      const above = this.parent[each]!;
      const slot = this.#slot(above, selector);
      if (this.#knownType[slot] !== above || this.#knownSelector[slot] !== selector) continue;
      if ((this.#virtual[selector]! & 2) === 0) return this.#knownBody[slot]!;
    }
    return (this.#virtual[selector]! & 2) === 0 ? -1 : this.#defaultOf(type, selector);
  }

  #slot(type: number, selector: number): number {
    return (Math.imul(type, 0x9e3779b1) ^ Math.imul(selector, 0x85ebca77)) >>> KNOWN_SHIFT;
  }

  /** The body that a static or direct call of the method runs; -1 where it is none of the program's. */
  directBody(method: number): number {
    let body = this.#direct[method]!;
    if (body === UNKNOWN) {
      const { methods } = this.#program;
      body = this.inherited(methods.class[method]!, methods.selector[method]!);
      this.#direct[method] = body;
    }
    return body;
  }

  /** The body that the class itself declares or inherits for the selector, be it static or not; -1 where there is none. */
  inherited(type: number, selector: number): number {
    const { types, methods } = this.#program;
    for (let each = type; each >= 0 && types.defined[each] === 1; each = this.parent[each]!) {
      this.#effort.spend(1);
      const method = methods.find(each, selector);
      if (method >= 0 && methods.flags[method]! >= 0) return methods.body[method]!;
    }
    return type >= 0 && (this.#virtual[selector]! & 2) !== 0 ? this.#defaultOf(type, selector) : -1;
  }

  /** Default methods of interfaces; the first in the order of the hierarchy, as conflicts do not compile. */
  #defaultOf(type: number, selector: number): number {
    const { types, methods } = this.#program;
    const supers = this.supersOf(type);
    this.#effort.spend(supers.length);
    for (const each of supers) {
      if (types.defined[each] !== 1 || (types.flags[each]! & INTERFACE) === 0) continue;
      const method = methods.find(each, selector);
      if (method >= 0 && methods.flags[method]! >= 0 && methods.body[method]! >= 0) return methods.body[method]!;
    }
    return -1;
  }

  #findSupers(type: number): void {
    const { types } = this.#program;
    const supers = this.#supers;
    const start = supers.length;
    this.#seen[type] = type;
    supers.push(type);
    const add = (each: number) => {
      if (each < 0 || this.#seen[each] === type) return;
      this.#seen[each] = type;
      supers.push(each);
    };
    for (let next = start; next < supers.length; next++) {
      const each = supers.array[next]!;
      this.#effort.spend(1);
      if (supers.length > LIMITS.graphSupertypes) throw new GraphLimit();
      add(this.parent[each]!);
      for (let i = types.interfaceStart[each]!; i < types.interfaceStart[each + 1]!; i++) add(types.interfaces[i]!);
    }
    this.#superStart[type] = start;
    this.#superEnd[type] = supers.length;
  }
}

/** Superclasses with every circle cut open where it is noticed: no class loader would load such a class. */
function withoutCycles(superclass: Int32Array): Int32Array {
  const parent = superclass.slice();
  const walk = new Int32Array(parent.length).fill(-1);
  for (let type = 0; type < parent.length; type++) {
    let each = type;
    while (each >= 0 && walk[each] === -1) {
      walk[each] = type;
      const above = parent[each]!;
      if (above >= 0 && walk[above] === type) parent[each] = -1;
      each = parent[each]!;
    }
  }
  return parent;
}
