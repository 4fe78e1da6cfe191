import type { CallTarget } from './call-targets.ts';
import { stringsIn } from './constant.ts';
import { type CallVisitor, ConstantTracker, type TrackerWorld } from './track-constants.ts';

/** A call that hands on what its own method was given. */
export interface Relayed {
  readonly target: CallTarget;
  readonly call: number;
  readonly body: number;
  readonly offset: number;
}

/** Methods through which a text goes on its way to the call that it is for; relays of a round, and calls that one of them hands on to. */
const DEEPEST = 3;
const MOST_RELAYS = 500;
const MOST_CALLS = 16;
/** Superclasses looked at and texts told of, in all. */
const MOST_STEPS = 4_000_000;
const MOST_PARENTS = 100;
/** Few methods are relays: most calls are told by the low bits of their number not to be of one, out of a table that stays at hand. */
const SIEVE = 0x3fff;
const TEXT = /Ljava\/lang\/String;|Ljava\/util\/(?:List|ArrayList|Collection|Set);/;
/** What tells the tracker that a call of a relay is of interest: it is no target by itself. */
const RELAY = {
  key: '',
  api: null,
  loading: false,
  takes: null,
  asksPermissions: false,
  reflection: false,
  answer: null,
} as const;

/**
 * Apps ask for permissions and settings through methods of their own (`BaseActivity.ask(String[])`): finds the constants that the callers
 * of such a method give it.
 */
export class Relays {
  readonly #world: TrackerWorld;
  readonly #spend: (units: number) => boolean;
  /** By method: the calls that it hands its arguments on to. */
  #handedOn = new Map<number, Set<Relayed>>();
  #stepsLeft = MOST_STEPS;
  readonly #tracker: ConstantTracker;
  #targetOf: TrackerWorld['target'];

  /** @param spend told of the units of code that are to be followed; whether they may be */
  constructor(world: TrackerWorld, spend: (units: number) => boolean) {
    this.#world = world;
    this.#spend = spend;
    this.#targetOf = world.target;
    this.#tracker = new ConstantTracker({ ...world, target: (method) => this.#targetOf(method) });
  }

  /** Not all that callers give was told of. */
  get isExhausted(): boolean {
    return this.#stepsLeft < 0;
  }

  /** Notes a call of which nothing is known where its method may hand on a text that it was given. */
  note(relayed: Relayed): void {
    this.#note(this.#world.program.bodies.method[relayed.body]!, [relayed]);
  }

  /** Tells, for each call that was noted, of the texts that callers give it; of each list as often as it is given. */
  follow(tell: (relayed: Relayed, texts: readonly string[]) => void): void {
    for (let round = 0; round < DEEPEST && this.#handedOn.size > 0; round++) {
      const relays = this.#handedOn;
      this.#handedOn = new Map();
      this.#round(relays, tell);
    }
  }

  #note(method: number, relayed: Iterable<Relayed>): void {
    const known = this.#handedOn.get(method);
    if (!known && (this.#handedOn.size >= MOST_RELAYS || !TEXT.test(this.#parameters(method)))) return;
    const calls = known ?? new Set();
    for (const each of relayed) if (calls.size < MOST_CALLS) calls.add(each);
    this.#handedOn.set(method, calls);
  }

  #round(relays: ReadonlyMap<number, ReadonlySet<Relayed>>, tell: (relayed: Relayed, texts: readonly string[]) => void): void {
    const { bodies, calls } = this.#world.program;
    const relayOf = this.#namedAs(relays);
    const isRelay = new Uint8Array(relayOf.length);
    const isSieved = new Uint8Array(SIEVE + 1);
    for (let method = 0; method < relayOf.length; method++) {
      if (relayOf[method]! < 0) continue;
      isRelay[method] = 1;
      isSieved[method & SIEVE] = 1;
    }
    const targets = new Map<CallTarget, ReadonlySet<Relayed>>();
    const targetOf = new Map<number, CallTarget>();
    for (const [relay, relayed] of relays) {
      const target: CallTarget = { ...RELAY };
      targets.set(target, relayed);
      targetOf.set(relay, target);
    }
    this.#targetOf = (method) => targetOf.get(relayOf[method]!) ?? this.#world.target(method);
    const { target: called } = calls;
    let body = 0;
    const visit: CallVisitor = (_offset, target, values) => {
      const relayed = targets.get(target);
      if (!relayed) return;
      const texts = values.flatMap(stringsIn);
      if (texts.length === 0) this.#note(bodies.method[body]!, relayed);
      else {
        this.#stepsLeft -= relayed.size * texts.length;
        if (this.#stepsLeft >= 0) for (const each of relayed) tell(each, texts);
      }
    };
    for (let call = nextCall(called, 0, isRelay, isSieved); call < called.length; ) {
      while (bodies.callStart[body + 1]! <= call) body += 1;
      let last = bodies.callStart[body + 1]! - 1;
      while (isRelay[called[last]!] !== 1) last -= 1;
      if (this.#spend(bodies.length[body]!)) this.#tracker.follow(body, visit, calls.offset[last]!);
      call = nextCall(called, last + 1, isRelay, isSieved);
    }
  }

  /** By method: the relay that a call of it means, -1 for none. Calls may name a subclass of the relay's class. */
  #namedAs(relays: ReadonlyMap<number, unknown>): Int32Array {
    const { methods, types } = this.#world.program;
    const relayOf = new Int32Array(methods.count).fill(-1);
    const bySelector = new Map<number, Map<number, number>>();
    const isWanted = new Uint8Array(methods.selectorName.length);
    for (const relay of relays.keys()) {
      const selector = methods.selector[relay]!;
      const byClass = bySelector.get(selector) ?? new Map<number, number>();
      bySelector.set(selector, byClass.set(methods.class[relay]!, relay));
      isWanted[selector] = 1;
    }
    for (let method = 0; method < methods.count; method++) {
      if (isWanted[methods.selector[method]!] !== 1) continue;
      const byClass = bySelector.get(methods.selector[method]!);
      let type = byClass ? methods.class[method]! : -1;
      for (let step = 0; byClass && type >= 0 && step < MOST_PARENTS && --this.#stepsLeft >= 0; step++) {
        relayOf[method] = byClass.get(type) ?? -1;
        if (relayOf[method]! >= 0) break;
        type = types.superclass[type]!;
      }
    }
    return relayOf;
  }

  #parameters(method: number): string {
    const text = this.#world.program.methods.prototype(method);
    return text.slice(0, text.indexOf(')'));
  }
}

/** The next call of a relay from a place on, or the number of calls. By itself, so that it is compiled however seldom relays are followed. */
function nextCall(called: Int32Array, from: number, isRelay: Uint8Array, isSieved: Uint8Array): number {
  let call = from;
  while (call < called.length && (isSieved[called[call]! & SIEVE] !== 1 || isRelay[called[call]!] !== 1)) call += 1;
  return call;
}
