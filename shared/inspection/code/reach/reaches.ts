import { INVOKE } from '../program.ts';
import type { Effort } from './effort.ts';
import type { Entry } from './entry-points.ts';
import type { Exploration } from './explore.ts';
import type { Ground } from './ground.ts';
import { LEAD } from './leads.ts';
import { NATURE } from './natures.ts';

/** Entry points counted in one go: a bit each. */
const AT_ONCE = 32;

/**
 * How many methods each entry point of an exploration reaches, over the edges that it left behind: 32 of them are followed at once, each
 * method remembering by bit which of them came to it.
 */
export class Reaches {
  readonly #ground: Ground;
  readonly #exploration: Exploration;
  readonly #effort: Effort;
  readonly #mask: Int32Array;
  readonly #fresh: Int32Array;
  readonly #callMask: Int32Array;
  readonly #queue: number[] = [];

  constructor(ground: Ground, exploration: Exploration, effort: Effort) {
    this.#ground = ground;
    this.#exploration = exploration;
    this.#effort = effort;
    this.#mask = new Int32Array(ground.program.bodies.count);
    this.#fresh = new Int32Array(ground.program.bodies.count);
    this.#callMask = new Int32Array(ground.program.methods.count);
  }

  /** One number an entry. @throws GraphLimit */
  count(entries: readonly Entry[]): number[] {
    const counts: number[] = [];
    for (let from = 0; from < entries.length; from += AT_ONCE)
      counts.push(...this.#countSome(entries.slice(from, from + AT_ONCE)));
    return counts;
  }

  #countSome(entries: readonly Entry[]): number[] {
    this.#mask.fill(0);
    this.#fresh.fill(0);
    this.#callMask.fill(0);
    this.#queue.length = 0;
    for (const [bit, { type, bodies }] of entries.entries()) {
      this.#ground.initialisers.forEach(type, (body) => this.#reach(body, 1 << bit));
      for (const body of bodies) this.#reach(body, 1 << bit);
    }
    for (let next = 0; next < this.#queue.length; next++) this.#visit(this.#queue[next]!);
    const counts = entries.map(() => 0);
    for (let mask of this.#mask) {
      while (mask !== 0) {
        const bit = 31 - Math.clz32(mask & -mask);
        counts[bit]! += 1;
        mask &= mask - 1;
      }
    }
    return counts;
  }

  #reach(body: number, mask: number): void {
    const fresh = mask & ~this.#mask[body]!;
    if (fresh === 0) return;
    this.#mask[body]! |= fresh;
    if (this.#fresh[body] === 0) this.#queue.push(body);
    this.#fresh[body]! |= fresh;
  }

  #visit(body: number): void {
    const mask = this.#fresh[body]!;
    this.#fresh[body] = 0;
    const { program, natures, initialisers } = this.#ground;
    const { bodies, calls, methods, news } = program;
    const reach = (next: number) => this.#reach(next, mask);
    const end = bodies.callStart[body + 1]!;
    this.#effort.spend(end - bodies.callStart[body]! + 1);
    for (let call = bodies.callStart[body]!; call < end; call++) {
      const target = calls.target[call]!;
      if (target < 0) continue;
      const kind = calls.kind[call]!;
      if (kind === INVOKE.virtual || kind === INVOKE.interface) {
        if ((natures.of(target) & NATURE.dispatched) !== 0) this.#dispatched(target, mask);
        continue;
      }
      const next =
        kind !== INVOKE.lambda
          ? this.#ground.directTarget(body, kind, target)
          : this.#ground.lambdaLink(body, calls.offset[call]!) === null
            ? -1
            : this.#ground.hierarchy.directBody(target);
      if (next >= 0) this.#reach(next, mask);
      if (kind === INVOKE.static && initialisers.has(methods.class[target]!)) initialisers.forEach(methods.class[target]!, reach);
    }
    for (let i = bodies.newStart[body]!; i < bodies.newStart[body + 1]!; i++) {
      if (initialisers.has(news.type[i]!)) initialisers.forEach(news.type[i]!, reach);
    }
    this.#leads(body, mask, reach);
  }

  #dispatched(method: number, mask: number): void {
    const fresh = mask & ~this.#callMask[method]!;
    if (fresh === 0) return;
    this.#callMask[method]! |= fresh;
    this.#exploration.dispatch.forEachTarget(method, (body) => {
      this.#effort.spend(1);
      this.#reach(body, fresh);
    });
  }

  #leads(body: number, mask: number, reach: (body: number) => void): void {
    const { leads, callbacks, initialisers } = this.#ground;
    const { dispatch } = this.#exploration;
    for (let lead = leads.first[body]!; lead >= 0; lead = leads.next.array[lead]!) {
      const requires = leads.requires.array[lead]!;
      if (requires >= 0 && dispatch.made[requires] === 0) continue;
      this.#effort.spend(1);
      const argument = leads.argument.array[lead]!;
      const action = leads.action.array[lead]!;
      if (action === LEAD.run) this.#reach(argument, mask);
      else if (action === LEAD.give) {
        dispatch.forEachBelow(argument, (type) => {
          this.#effort.spend(1);
          for (const offer of callbacks.offersOf(type)) {
            if (callbacks.isGiven(offer, leads.via.array[lead]!)) this.#reach(offer.body, mask);
          }
        });
      } else {
        initialisers.forEach(argument, reach);
        if (action === LEAD.make) this.#ground.constructorsOf(argument).forEach(reach);
        if (action === LEAD.start) this.#ground.startedMethods(argument).forEach(reach);
      }
    }
  }
}
