import { ints } from '../growing.ts';
import { INVOKE, type Program } from '../program.ts';
import { Dispatch, FAR } from './dispatch.ts';
import type { Entry } from './entry-points.ts';
import { Gifts } from './gifts.ts';
import type { Ground } from './ground.ts';
import { LEAD, LINK } from './leads.ts';
import { NATURE } from './natures.ts';
import { type Steps, Trace } from './trace.ts';

/** What one kind of entry point reaches. */
export interface Explored {
  readonly trace: Trace;
  readonly reached: number;
  /** Classes that have objects when everything that the kind reaches has run. */
  readonly made: Int32Array;
}

/**
 * Goes from entry points through the program, nearest methods first. A method that turns out to be nearer than it seemed, because an
 * object was made later than its call was seen, is gone through again, so that every method has a shortest path in the end.
 */
export class Exploration {
  readonly dispatch: Dispatch;
  readonly gifts: Gifts;
  readonly #ground: Ground;
  readonly #program: Program;
  readonly #level: Int32Array;
  readonly #opened: Uint8Array;
  /** Bodies to go through: a ring, each at most once at a time. */
  readonly #queue: Int32Array;
  readonly #queued: Uint8Array;
  #head = 0;
  #tail = 0;
  /** Leads that wait for an object of a class. */
  readonly #firstWaiting: Int32Array;
  readonly #waiting = ints();
  readonly #nextWaiting = ints();
  /** Bodies that have a level, in the order in which they came to it; and what led to each. */
  readonly #reached = ints();
  readonly #steps: Steps;

  constructor(ground: Ground) {
    const { program } = ground;
    this.#ground = ground;
    this.#program = program;
    const bodies = program.bodies.count;
    this.#level = new Int32Array(bodies).fill(FAR);
    this.#steps = {
      from: new Int32Array(bodies),
      offset: new Int32Array(bodies),
      link: new Uint8Array(bodies),
      level: this.#level,
    };
    this.#opened = new Uint8Array(bodies);
    this.#queue = new Int32Array(bodies + 1);
    this.#queued = new Uint8Array(bodies);
    this.#firstWaiting = new Int32Array(program.types.count);
    this.gifts = new Gifts(program.types.count);
    this.dispatch = new Dispatch(program, ground.hierarchy, (body, from, offset, level) => {
      this.#relax(body, from, offset, LINK.call, level);
    });
    ground.leads.onAdd = (body, lead) => {
      if (this.#opened[body] === 1) this.#lead(lead, true);
    };
  }

  /** @param madeBefore classes that have objects already. @throws GraphLimit */
  run(entries: readonly Entry[], madeBefore: Int32Array): Explored {
    this.#reset();
    for (const type of madeBefore) this.dispatch.make(type);
    for (const { type, bodies } of entries) {
      this.#make(type);
      this.#ground.initialisers.forEach(type, (body) => this.#relax(body, body, 0, LINK.initialiser, 0));
      for (const body of bodies) this.#relax(body, body, 0, LINK.call, 0);
    }
    while (this.#head !== this.#tail) {
      const body = this.#queue[this.#head]!;
      this.#head = this.#head + 1 === this.#queue.length ? 0 : this.#head + 1;
      this.#queued[body] = 0;
      this.#visit(body);
    }
    const trace = new Trace(this.#reached.finish(), this.#steps);
    return { trace, reached: trace.bodies.length, made: this.dispatch.madeTypes.finish() };
  }

  #reset(): void {
    this.dispatch.reset();
    this.gifts.reset();
    for (let i = 0; i < this.#reached.length; i++) {
      const body = this.#reached.array[i]!;
      this.#level[body] = FAR;
      this.#opened[body] = 0;
    }
    this.#reached.length = 0;
    this.#firstWaiting.fill(-1);
    this.#waiting.length = 0;
    this.#nextWaiting.length = 0;
  }

  #relax(body: number, from: number, offset: number, link: number, level: number): void {
    const known = this.#level[body]!;
    if (level >= known) return;
    if (known === FAR) this.#reached.push(body);
    this.#level[body] = level;
    this.#steps.from[body] = from;
    this.#steps.offset[body] = offset;
    this.#steps.link[body] = link;
    if (this.#queued[body] === 1) return;
    this.#queued[body] = 1;
    this.#queue[this.#tail] = body;
    this.#tail = this.#tail + 1 === this.#queue.length ? 0 : this.#tail + 1;
  }

  #visit(body: number): void {
    const { bodies, calls, methods } = this.#program;
    const { natures, effort, leads } = this.#ground;
    const level = this.#level[body]! + 1;
    const end = bodies.callStart[body + 1]!;
    const first = this.#opened[body] === 0;
    effort.spend(end - bodies.callStart[body]! + 1);
    if (first) {
      this.#ground.followOnce(body);
      this.#opened[body] = 1;
    }
    for (let call = bodies.callStart[body]!; call < end; call++) {
      const target = calls.target[call]!;
      if (target < 0) continue;
      const offset = calls.offset[call]!;
      const kind = calls.kind[call]!;
      if (kind === INVOKE.virtual || kind === INVOKE.interface) {
        if ((natures.of(target) & NATURE.dispatched) !== 0) this.dispatch.call(target, body, offset, level);
      } else if (kind === INVOKE.lambda) {
        this.#lambda(target, body, offset, level);
      } else {
        const next = this.#ground.directTarget(body, kind, target);
        if (next >= 0) this.#relax(next, body, offset, LINK.call, level);
        if (kind === INVOKE.static) this.#initialise(methods.class[target]!, body, offset, level);
      }
    }
    this.#visitNews(body, level);
    for (let lead = leads.first[body]!; lead >= 0; lead = leads.next.array[lead]!) this.#lead(lead, first);
  }

  #visitNews(body: number, level: number): void {
    const { bodies, news } = this.#program;
    for (let i = bodies.newStart[body]!; i < bodies.newStart[body + 1]!; i++) {
      const type = news.type[i]!;
      const offset = news.offset[i]!;
      if (offset >= 0) this.#make(type);
      this.#initialise(type, body, offset < 0 ? ~offset : offset, level);
    }
  }

  #initialise(type: number, from: number, offset: number, level: number): void {
    const { initialisers } = this.#ground;
    if (initialisers.has(type)) initialisers.forEach(type, (body) => this.#relax(body, from, offset, LINK.initialiser, level));
  }

  #lambda(target: number, from: number, offset: number, level: number): void {
    const link = this.#ground.lambdaLink(from, offset);
    const body = link === null ? -1 : this.#ground.hierarchy.directBody(target);
    if (body >= 0) this.#relax(body, from, offset, link === 'callback' ? LINK.callback : LINK.handOff, level);
  }

  /** An object of the class exists: leads that waited for it hold, and where objects of its kind are given away it runs. */
  #make(type: number): void {
    if (type < 0 || !this.dispatch.make(type)) return;
    for (let i = this.#firstWaiting[type]!; i >= 0; i = this.#nextWaiting.array[i]!) this.#lead(this.#waiting.array[i]!, false);
    if (this.#ground.callbacks.offersOf(type).length === 0) return;
    for (const above of this.#ground.hierarchy.supersOf(type)) this.gifts.forEachOf(above, (gift) => this.#offer(gift, type));
  }

  /** @param first whether the lead may have to wait: it does so once */
  #lead(lead: number, first: boolean): void {
    const { leads } = this.#ground;
    const requires = leads.requires.array[lead]!;
    const argument = leads.argument.array[lead]!;
    if (requires >= 0 && this.dispatch.made[requires] === 0) {
      if (!first) return;
      this.#waiting.push(lead);
      this.#nextWaiting.push(this.#firstWaiting[requires]!);
      this.#firstWaiting[requires] = this.#waiting.length - 1;
      return;
    }
    const body = leads.body.array[lead]!;
    const offset = leads.offset.array[lead]!;
    const link = leads.link.array[lead]!;
    const level = this.#level[body]! + 1;
    this.#ground.effort.spend(1);
    switch (leads.action.array[lead]!) {
      case LEAD.run:
        this.#relax(argument, body, offset, link, level);
        break;
      case LEAD.give: {
        const gift = this.gifts.give(argument, leads.via.array[lead]!, body, offset, level);
        if (gift >= 0) this.dispatch.forEachBelow(argument, (type) => this.#offer(gift, type));
        break;
      }
      case LEAD.make:
        if (!this.#ground.hierarchy.isConcrete(argument)) break;
        this.#make(argument);
        this.#initialise(argument, body, offset, level);
        for (const each of this.#ground.constructorsOf(argument)) this.#relax(each, body, offset, link, level);
        break;
      case LEAD.start:
        this.#make(argument);
        this.#initialise(argument, body, offset, level);
        for (const each of this.#ground.startedMethods(argument)) this.#relax(each, body, offset, link, level);
        break;
      default:
        this.#initialise(argument, body, offset, level);
    }
  }

  #offer(gift: number, type: number): void {
    const { callbacks } = this.#ground;
    for (const offer of callbacks.offersOf(type)) {
      this.#ground.effort.spend(1);
      if (!callbacks.isGiven(offer, this.gifts.via.array[gift]!)) continue;
      const link = offer.link === 'hand-off' ? LINK.handOff : LINK.callback;
      this.#relax(offer.body, this.gifts.from.array[gift]!, this.gifts.offset.array[gift]!, link, this.gifts.level.array[gift]!);
    }
  }
}
