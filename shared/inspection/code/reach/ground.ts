import type { ComponentKind } from '../../../domain/facts/manifest.ts';
import { INVOKE, type Program } from '../program.ts';
import { Callbacks } from './callbacks.ts';
import { componentMethods } from './component-methods.ts';
import type { Effort } from './effort.ts';
import { Flow } from './flow.ts';
import { Hierarchy } from './hierarchy.ts';
import { Initialisers } from './initialisers.ts';
import { Leads } from './leads.ts';
import { NameTraits } from './name-traits.ts';
import { NATURE, Natures } from './natures.ts';
import type { DeclaredApp } from './types.ts';

const INTERFACE = 0x200;

/** What all explorations of a program share: what is true of its methods wherever one starts. */
export class Ground {
  readonly program: Program;
  readonly effort: Effort;
  readonly hierarchy: Hierarchy;
  readonly callbacks: Callbacks;
  readonly natures: Natures;
  readonly initialisers: Initialisers;
  readonly leads: Leads;
  readonly flow: Flow;
  readonly #followed: Uint8Array;
  /** Kinds of the declared components, by type. */
  readonly #components = new Map<number, ComponentKind>();
  readonly #started = new Map<number, readonly number[]>();

  constructor(program: Program, declared: DeclaredApp, effort: Effort) {
    this.program = program;
    this.effort = effort;
    this.hierarchy = new Hierarchy(program, effort);
    const traits = new NameTraits(program);
    this.callbacks = new Callbacks(program, this.hierarchy, traits);
    this.natures = new Natures(program, this.hierarchy, this.callbacks, traits);
    this.initialisers = new Initialisers(program, this.hierarchy);
    this.leads = new Leads(program.bodies.count);
    this.flow = new Flow(program, this.hierarchy, this.callbacks, traits, this.leads, effort);
    this.#followed = new Uint8Array(program.bodies.count);
    for (const { name, kind, targetActivity } of declared.components) {
      const type = program.types.find(`L${(targetActivity ?? name).replaceAll('.', '/')};`);
      if (type >= 0) this.#components.set(type, kind === 'activity-alias' ? 'activity' : kind);
    }
  }

  /** Finds the leads of a method, once, where there may be any. */
  followOnce(body: number): void {
    if (this.#followed[body] === 1) return;
    this.#followed[body] = 1;
    if (this.natures.isTelling(body) || this.#callsTelling(body)) this.flow.follow(body);
  }

  /** The body that a call which no object decides runs; -1 where it is none of the program's. */
  directTarget(body: number, kind: number, target: number): number {
    const { methods, types, bodies } = this.program;
    if (kind === INVOKE.direct || kind === INVOKE.static) return this.hierarchy.directBody(target);
    if (kind !== INVOKE.super) return -1;
    const owner = methods.class[target]!;
    if (types.defined[owner] === 1 && (types.flags[owner]! & INTERFACE) !== 0) return this.hierarchy.directBody(target);
    const above = this.hierarchy.parent[methods.class[bodies.method[body]!]!]!;
    return above < 0 ? -1 : this.hierarchy.inherited(above, methods.selector[target]!);
  }

  /** How a lambda that an `invoke-custom` makes is run; null where only the user does. */
  lambdaLink(body: number, offset: number): 'hand-off' | 'callback' | null {
    const dex = this.program.dexes[this.program.bodies.dex[body]!]!;
    const callSite = dex.units[this.program.bodies.start[body]! + offset + 1]!;
    return this.callbacks.linkOfLambda(dex.lambdaType(callSite));
  }

  /** Where the platform enters a component that was started; empty for what the manifest does not declare. */
  startedMethods(type: number): readonly number[] {
    let bodies = this.#started.get(type);
    if (!bodies) {
      const kind = this.#components.get(type);
      bodies = kind === undefined ? [] : componentMethods(this.program, this.hierarchy, type, kind);
      this.#started.set(type, bodies);
    }
    return bodies;
  }

  /** Constructors of a class. */
  constructorsOf(type: number): readonly number[] {
    const { types, methods } = this.program;
    const bodies: number[] = [];
    for (let i = types.methodStart[type]!; i < types.methodStart[type + 1]!; i++) {
      const method = types.methods[i]!;
      if (methods.body[method]! >= 0 && methods.name(method) === '<init>') bodies.push(methods.body[method]!);
    }
    return bodies;
  }

  /** Calls and leads of a method that lead on to methods of the program. */
  edgesOf(body: number): number {
    const { bodies, calls } = this.program;
    let edges = 0;
    for (let call = bodies.callStart[body]!; call < bodies.callStart[body + 1]!; call++) {
      const target = calls.target[call]!;
      const kind = calls.kind[call]!;
      if (target < 0 || kind === INVOKE.polymorphic) continue;
      const dispatched = kind === INVOKE.virtual || kind === INVOKE.interface;
      if (
        dispatched
          ? (this.natures.of(target) & NATURE.dispatched) !== 0
          : kind === INVOKE.lambda || this.directTarget(body, kind, target) >= 0
      ) {
        edges += 1;
      }
    }
    for (let lead = this.leads.first[body]!; lead >= 0; lead = this.leads.next.array[lead]!) edges += 1;
    return edges;
  }

  #callsTelling(body: number): boolean {
    const { bodies, calls } = this.program;
    for (let call = bodies.callStart[body]!; call < bodies.callStart[body + 1]!; call++) {
      const target = calls.target[call]!;
      if (target >= 0 && (this.natures.of(target) & NATURE.telling) !== 0) return true;
    }
    return false;
  }
}
