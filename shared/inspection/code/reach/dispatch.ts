import { ints } from '../growing.ts';
import type { Program } from '../program.ts';
import type { Hierarchy } from './hierarchy.ts';

export const FAR = 0x7fffffff;

/** Told of each body that a call leads to: from which call, and how far that is from an entry point. */
export type Relax = (target: number, from: number, offset: number, level: number) => void;

/**
 * Calls on objects, one node for each method that is called, whoever calls it: it leads to what the objects made so far answer. Which
 * classes have objects grows while methods are reached; every node learns of a new class at once.
 */
export class Dispatch {
  /** By type: 1 where an object of exactly this class was made. */
  readonly made: Uint8Array;
  readonly madeTypes = ints();
  /** By called method: how far its nearest call is, and where that is. */
  readonly #level: Int32Array;
  readonly #from: Int32Array;
  readonly #offset: Int32Array;
  readonly #firstTarget: Int32Array;
  readonly #targets = ints();
  readonly #nextTarget = ints();
  /** By type: calls on it, and classes below it that have objects. */
  readonly #firstCall: Int32Array;
  readonly #calls = ints();
  readonly #nextCall = ints();
  readonly #firstBelow: Int32Array;
  readonly #below = ints();
  readonly #nextBelow = ints();
  /** By body: the node that last took it as a target. */
  readonly #takenBy: Int32Array;
  readonly #program: Program;
  readonly #hierarchy: Hierarchy;
  readonly #relax: Relax;

  constructor(program: Program, hierarchy: Hierarchy, relax: Relax) {
    this.#program = program;
    this.#hierarchy = hierarchy;
    this.#relax = relax;
    const { types, methods, bodies } = program;
    this.made = new Uint8Array(types.count);
    this.#level = new Int32Array(methods.count).fill(FAR);
    this.#from = new Int32Array(methods.count);
    this.#offset = new Int32Array(methods.count);
    this.#firstTarget = new Int32Array(methods.count).fill(-1);
    this.#firstCall = new Int32Array(types.count);
    this.#firstBelow = new Int32Array(types.count);
    this.#takenBy = new Int32Array(bodies.count).fill(-1);
    this.reset();
  }

  reset(): void {
    this.made.fill(0);
    // There are many more methods than types, and few of them were called.
    for (let i = 0; i < this.#calls.length; i++) {
      this.#level[this.#calls.array[i]!] = FAR;
      this.#firstTarget[this.#calls.array[i]!] = -1;
    }
    for (let i = 0; i < this.#targets.length; i++) this.#takenBy[this.#targets.array[i]!] = -1;
    this.#firstCall.fill(-1);
    this.#firstBelow.fill(-1);
    for (const list of [
      this.madeTypes,
      this.#targets,
      this.#nextTarget,
      this.#calls,
      this.#nextCall,
      this.#below,
      this.#nextBelow,
    ]) {
      list.length = 0;
    }
  }

  /** A call of a dispatched method. */
  call(method: number, from: number, offset: number, level: number): void {
    const known = this.#level[method]!;
    if (level >= known) return;
    this.#level[method] = level;
    this.#from[method] = from;
    this.#offset[method] = offset;
    if (known === FAR) this.#open(method);
    else
      for (let i = this.#firstTarget[method]!; i >= 0; i = this.#nextTarget.array[i]!)
        this.#lead(method, this.#targets.array[i]!);
  }

  /** An object of the class exists. Answers whether that is news. @throws GraphLimit */
  make(type: number): boolean {
    if (this.made[type] === 1) return false;
    this.made[type] = 1;
    this.madeTypes.push(type);
    for (const above of this.#hierarchy.supersOf(type)) {
      this.#below.push(type);
      this.#nextBelow.push(this.#firstBelow[above]!);
      this.#firstBelow[above] = this.#below.length - 1;
      for (let i = this.#firstCall[above]!; i >= 0; i = this.#nextCall.array[i]!) this.#answer(this.#calls.array[i]!, type);
    }
    return true;
  }

  /** Tells of each class at or below the type that has objects. */
  forEachBelow(type: number, tell: (below: number) => void): void {
    for (let i = this.#firstBelow[type]!; i >= 0; i = this.#nextBelow.array[i]!) tell(this.#below.array[i]!);
  }

  /** Tells of each body that a call of the method leads to. */
  forEachTarget(method: number, tell: (body: number) => void): void {
    for (let i = this.#firstTarget[method]!; i >= 0; i = this.#nextTarget.array[i]!) tell(this.#targets.array[i]!);
  }

  #open(method: number): void {
    const type = this.#program.methods.class[method]!;
    this.#calls.push(method);
    this.#nextCall.push(this.#firstCall[type]!);
    this.#firstCall[type] = this.#calls.length - 1;
    // No instruction makes such an object, and yet it is called: a layout, reflection or native code made it.
    if (this.#hierarchy.made[type] === 0 && this.#hierarchy.isConcrete(type)) this.make(type);
    this.forEachBelow(type, (below) => this.#answer(method, below));
  }

  #answer(method: number, type: number): void {
    const body = this.#hierarchy.implementation(type, this.#program.methods.selector[method]!);
    if (body < 0 || this.#takenBy[body] === method) return;
    this.#takenBy[body] = method;
    this.#targets.push(body);
    this.#nextTarget.push(this.#firstTarget[method]!);
    this.#firstTarget[method] = this.#targets.length - 1;
    this.#lead(method, body);
  }

  #lead(method: number, body: number): void {
    this.#relax(body, this.#from[method]!, this.#offset[method]!, this.#level[method]!);
  }
}
