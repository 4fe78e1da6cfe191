import type { Program, ProgramDex } from '../program.ts';
import type { Callbacks, Offer } from './callbacks.ts';
import type { Value } from './flow.ts';
import type { Hierarchy } from './hierarchy.ts';
import { isStaticInvoke } from './instructions.ts';
import { LEAD, type Leads, LINK } from './leads.ts';
import { type NameTraits, TRAIT } from './name-traits.ts';

/** An object that a method left in a field of a platform type. */
interface Store {
  readonly body: number;
  readonly offset: number;
  readonly type: number;
  readonly owner: number;
  readonly name: string;
}

/** Reads the calls of the method that is being followed: who is given what, what is looked up by name, which component is started. */
export class FlowCalls {
  readonly stores: Store[] = [];
  dex!: ProgramDex;
  readonly #program: Program;
  readonly #hierarchy: Hierarchy;
  readonly #callbacks: Callbacks;
  readonly #traits: NameTraits;
  readonly #leads: Leads;
  #body = -1;
  /** By field (`type name`): where what it holds is given away, and as what. */
  readonly #readers = new Map<string, { readonly body: number; readonly offset: number; readonly via: number }[]>();
  #components: number[] = [];
  #started = -1;
  /** By prototype: the type of each argument register. */
  readonly #parameters: (Int32Array | undefined)[];
  readonly #object: number;

  constructor(program: Program, hierarchy: Hierarchy, callbacks: Callbacks, traits: NameTraits, leads: Leads) {
    this.#traits = traits;
    this.#program = program;
    this.#hierarchy = hierarchy;
    this.#callbacks = callbacks;
    this.#leads = leads;
    this.#parameters = new Array<undefined>(program.protos.count).fill(undefined);
    this.#object = program.types.find('Ljava/lang/Object;');
  }

  begin(body: number, dex: ProgramDex): void {
    this.#body = body;
    this.dex = dex;
    this.#components = [];
    this.#started = -1;
  }

  /** Intents count where the method itself starts something: others may be meant for a click on a notification. */
  end(): void {
    if (this.#started < 0) return;
    for (const type of this.#components) this.#leads.add(this.#body, this.#started, LINK.start, LEAD.start, type);
  }

  /** An invoke; answers what its result is, as far as that matters. */
  invoke(
    opcode: number,
    method: number,
    offset: number,
    given: readonly number[],
    count: number,
    registers: ReadonlyMap<number, Value>,
  ): Value | null {
    if (method < 0) return null;
    const { methods, types } = this.#program;
    const traits = this.#traits.of(method);
    const platform = types.defined[methods.class[method]!] !== 1;
    if (this.#started < 0 && (traits & TRAIT.startsComponent) !== 0) this.#started = offset;
    const isStatic = isStaticInvoke(opcode);
    const parameters = this.#parametersOf(methods.proto[method]!);
    const still = (traits & TRAIT.still) !== 0 && (platform || types.descriptor(methods.class[method]!).startsWith('Lkotlin/'));
    let receiver: Value | null = null;
    let text: string | null = null;
    for (let i = 0; i < count; i++) {
      const value = registers.get(given[i]!);
      if (!value) continue;
      if (i === 0 && !isStatic) receiver = value;
      else if (value.is === 'class') this.#classGiven(value.type, method, offset);
      else if (value.is === 'text') text = this.dex.string(value.string);
      else if (!still) this.escape(value, offset, parameters[isStatic ? i : i - 1] ?? -1);
    }
    const isObject = receiver !== null && (receiver.is === 'made' || receiver.is === 'object' || receiver.is === 'field');
    if (isObject && (traits & TRAIT.starts) !== 0 && this.#isPlatforms(method)) this.escape(receiver!, offset, this.#object);
    return platform && (traits & TRAIT.reflects) !== 0
      ? this.#platformCall(methods.name(method), method, offset, receiver, text)
      : null;
  }

  /** An object leaves the method as a `via` (-1: unknown): the platform may run its offers. */
  escape(value: Value | undefined, offset: number, via: number): void {
    if (!value) return;
    if (value.is === 'made') {
      for (const offer of this.#callbacks.offersOf(value.type)) {
        if (this.#callbacks.isGiven(offer, via)) this.#run(this.#body, offset, offer, -1);
      }
    } else if (value.is === 'object') {
      const link = LINK.handOff;
      this.#leads.add(this.#body, offset, link, LEAD.give, value.type, -1, via);
    } else if (value.is === 'field') {
      const key = `${value.owner} ${value.name}`;
      const readers = this.#readers.get(key);
      const reader = { body: this.#body, offset, via };
      if (readers) readers.push(reader);
      else this.#readers.set(key, [reader]);
    }
  }

  store(
    value: Value,
    field: { readonly class: number; readonly name: string; readonly type: number } | null,
    offset: number,
  ): void {
    if (value.is !== 'made' || !field) return;
    // A field of the object's own class is followed where it is read: what is loaded from it has a known class there.
    if (this.#program.types.defined[field.type] === 1 && this.#callbacks.methodsOf(field.type) === null) return;
    this.stores.push({ body: this.#body, offset, type: value.type, owner: field.class, name: field.name });
  }

  /** An object in a field runs from where the field's value is given away; where nobody near the field does, from where it was put there. */
  resolve({ body, offset, type, owner, name }: Store): void {
    const readers = this.#readers.get(`${owner} ${name}`);
    for (const offer of this.#callbacks.offersOf(type)) {
      if (!readers) this.#run(body, offset, offer, -1);
      for (const reader of readers ?? [])
        if (this.#callbacks.isGiven(offer, reader.via)) this.#run(reader.body, reader.offset, offer, type);
    }
  }

  #run(body: number, offset: number, offer: Offer, requires: number): void {
    const link = offer.link === 'hand-off' ? LINK.handOff : LINK.callback;
    this.#leads.add(body, offset, link, LEAD.run, offer.body, requires);
  }

  /** A class constant as an argument: a component to start, or a class of which the platform or a library makes an object. */
  #classGiven(type: number, method: number, offset: number): void {
    const { types, methods } = this.#program;
    if (types.defined[type] !== 1) return;
    const owner = types.descriptor(methods.class[method]!);
    if (owner === 'Landroid/content/Intent;' || owner === 'Landroid/content/ComponentName;') this.#components.push(type);
    else if (this.#hierarchy.isConcrete(type) && this.#hierarchy.made[type] === 0) {
      this.#leads.add(this.#body, offset, LINK.callback, LEAD.make, type);
      for (const offer of this.#callbacks.offersOf(type)) if (offer.link === 'hand-off') this.#run(this.#body, offset, offer, -1);
    }
  }

  /** Intents with a named class, and reflection. */
  #platformCall(name: string, method: number, offset: number, receiver: Value | null, text: string | null): Value | null {
    const owner = this.#program.types.descriptor(this.#program.methods.class[method]!);
    if (owner === 'Landroid/content/Intent;' || owner === 'Landroid/content/ComponentName;') {
      const type = text === null || (name !== 'setClassName' && name !== '<init>') ? -1 : this.#named(text);
      if (type >= 0) this.#components.push(type);
      return null;
    }
    if ((name === 'forName' || name === 'loadClass') && text !== null) {
      const type = this.#named(text);
      if (type < 0) return null;
      if (name === 'forName') this.#leads.add(this.#body, offset, LINK.initialiser, LEAD.initialise, type);
      return { is: 'class', type };
    }
    if (receiver?.is === 'class') return this.#reflected(name, offset, receiver.type, text);
    if (receiver?.is === 'method' && name === 'invoke') this.#invokeReflected(receiver.type, receiver.name, offset);
    if (receiver?.is === 'method' && name === 'newInstance')
      this.#leads.add(this.#body, offset, LINK.callback, LEAD.make, receiver.type);
    return null;
  }

  #reflected(name: string, offset: number, type: number, text: string | null): Value | null {
    if (name === 'newInstance') this.#leads.add(this.#body, offset, LINK.callback, LEAD.make, type);
    if ((name === 'getMethod' || name === 'getDeclaredMethod') && text !== null) return { is: 'method', type, name: text };
    if (name === 'getConstructor' || name === 'getDeclaredConstructor') return { is: 'method', type, name: '<init>' };
    return null;
  }

  #invokeReflected(type: number, name: string, offset: number): void {
    const { types, methods } = this.#program;
    for (let each = type; each >= 0 && types.defined[each] === 1; each = this.#hierarchy.parent[each]!) {
      for (let i = types.methodStart[each]!; i < types.methodStart[each + 1]!; i++) {
        const body = methods.body[types.methods[i]!]!;
        if (body >= 0 && methods.name(types.methods[i]!) === name) this.#leads.add(this.#body, offset, LINK.call, LEAD.run, body);
      }
    }
  }

  /** The program's class of that dotted name; -1 where it defines none. */
  #named(name: string): number {
    const type = this.#program.types.find(`L${name.replaceAll('.', '/')};`);
    return type >= 0 && this.#program.types.defined[type] === 1 ? type : -1;
  }

  /** The method is the platform's, or inherited from it. */
  #isPlatforms(method: number): boolean {
    const { methods } = this.#program;
    return this.#hierarchy.implementation(methods.class[method]!, methods.selector[method]!) < 0;
  }

  #parametersOf(proto: number): Int32Array {
    let parameters = this.#parameters[proto];
    if (!parameters) {
      const registers: number[] = [];
      for (const type of this.#program.protos.parameters(proto)) {
        const descriptor = this.#program.types.descriptor(type);
        registers.push(descriptor.length > 1 ? type : -1);
        if (descriptor === 'J' || descriptor === 'D') registers.push(-1);
      }
      parameters = Int32Array.from(registers);
      this.#parameters[proto] = parameters;
    }
    return parameters;
  }
}
