import { ints } from '../growing.ts';
import { INVOKE } from '../program.ts';
import type { Effort } from './effort.ts';
import type { Exploration } from './explore.ts';
import type { Ground } from './ground.ts';
import { LEAD } from './leads.ts';
import { NATURE } from './natures.ts';

/**
 * The edges that an exploration left behind, from some bodies on, as lists of numbers: nodes are bodies, and methods that are called on
 * objects (each leads to what answers it). Edges of node `n`: `to[start[n] … start[n + 1])`.
 */
export class ReachedEdges {
  readonly start = ints();
  readonly to = ints();
  /** By node: its body, or -1 for a method that is called on objects. */
  readonly body = ints();
  readonly #ground: Ground;
  readonly #exploration: Exploration;
  /** What counting may still spend, over all kinds of entry points. */
  readonly effort: Effort;
  readonly #nodeOfBody: Int32Array;
  readonly #nodeOfMethod: Int32Array;
  /** By node: the method that is called, for nodes without a body. */
  readonly #method = ints();

  constructor(ground: Ground, exploration: Exploration, effort: Effort) {
    this.#ground = ground;
    this.#exploration = exploration;
    this.effort = effort;
    this.#nodeOfBody = new Int32Array(ground.program.bodies.count).fill(-1);
    this.#nodeOfMethod = new Int32Array(ground.program.methods.count).fill(-1);
  }

  /** Follows everything from the bodies on; what was followed before is forgotten. @throws GraphLimit */
  follow(bodies: Iterable<number>): void {
    this.#forget();
    for (const body of bodies) this.nodeOf(body);
    for (let node = 0; node < this.body.length; node++) {
      this.start.push(this.to.length);
      const body = this.body.array[node]!;
      if (body >= 0) this.#leave(body);
      else this.#exploration.dispatch.forEachTarget(this.#method.array[node]!, (target) => this.#lead(target));
      this.effort.spend(this.to.length - this.start.array[node]! + 1);
    }
    this.start.push(this.to.length);
  }

  #forget(): void {
    for (let node = 0; node < this.body.length; node++) {
      const body = this.body.array[node]!;
      if (body >= 0) this.#nodeOfBody[body] = -1;
      else this.#nodeOfMethod[this.#method.array[node]!] = -1;
    }
    for (const list of [this.start, this.to, this.body, this.#method]) list.length = 0;
  }

  nodeOf(body: number): number {
    const known = this.#nodeOfBody[body]!;
    if (known >= 0) return known;
    this.#nodeOfBody[body] = this.body.length;
    this.#method.push(-1);
    this.body.push(body);
    return this.body.length - 1;
  }

  #lead(body: number): void {
    this.to.push(this.nodeOf(body));
  }

  #leave(body: number): void {
    const { program, natures, initialisers, hierarchy } = this.#ground;
    const { bodies, calls, methods, news } = program;
    const lead = (next: number) => this.#lead(next);
    for (let call = bodies.callStart[body]!; call < bodies.callStart[body + 1]!; call++) {
      const target = calls.target[call]!;
      const kind = calls.kind[call]!;
      if (target < 0) continue;
      if (kind === INVOKE.virtual || kind === INVOKE.interface) {
        if ((natures.of(target) & NATURE.dispatched) !== 0) this.#leadToMethod(target);
        continue;
      }
      let next = -1;
      if (kind !== INVOKE.lambda) next = this.#ground.directTarget(body, kind, target);
      else if (this.#ground.lambdaLink(body, calls.offset[call]!) !== null) next = hierarchy.directBody(target);
      if (next >= 0) this.#lead(next);
      if (kind === INVOKE.static && initialisers.has(methods.class[target]!)) initialisers.forEach(methods.class[target]!, lead);
    }
    for (let i = bodies.newStart[body]!; i < bodies.newStart[body + 1]!; i++) {
      if (initialisers.has(news.type[i]!)) initialisers.forEach(news.type[i]!, lead);
    }
    this.#leads(body, lead);
  }

  #leadToMethod(method: number): void {
    let node = this.#nodeOfMethod[method]!;
    if (node < 0) {
      node = this.body.length;
      this.#nodeOfMethod[method] = node;
      this.#method.push(method);
      this.body.push(-1);
    }
    this.to.push(node);
  }

  #leads(body: number, lead: (body: number) => void): void {
    const { leads, callbacks, initialisers } = this.#ground;
    const { dispatch } = this.#exploration;
    for (let i = leads.first[body]!; i >= 0; i = leads.next.array[i]!) {
      const requires = leads.requires.array[i]!;
      if (requires >= 0 && dispatch.made[requires] === 0) continue;
      const argument = leads.argument.array[i]!;
      const action = leads.action.array[i]!;
      if (action === LEAD.run) lead(argument);
      else if (action === LEAD.give) {
        dispatch.forEachBelow(argument, (type) => {
          for (const offer of callbacks.offersOf(type)) {
            this.effort.spend(1);
            if (callbacks.isGiven(offer, leads.via.array[i]!)) lead(offer.body);
          }
        });
      } else {
        initialisers.forEach(argument, lead);
        if (action === LEAD.make) this.#ground.constructorsOf(argument).forEach(lead);
        if (action === LEAD.start) this.#ground.startedMethods(argument).forEach(lead);
      }
    }
  }
}
