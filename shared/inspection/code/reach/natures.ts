import type { Program } from '../program.ts';
import type { Callbacks } from './callbacks.ts';
import type { Hierarchy } from './hierarchy.ts';
import { type NameTraits, TRAIT } from './name-traits.ts';

const STATIC = 0x8;

/** Bits of a method's nature. */
export const NATURE = {
  known: 1,
  /** A call on an object leads to code of the program, depending on which classes have objects. */
  dispatched: 2,
  /** Its arguments or its receiver matter for what runs later: who calls it is to be followed. */
  telling: 4,
} as const;

const LOOKS_UP = new Set([
  'Ljava/lang/Class;',
  'Ljava/lang/ClassLoader;',
  'Ljava/lang/reflect/Method;',
  'Ljava/lang/reflect/Constructor;',
  'Landroid/content/Intent;',
  'Landroid/content/ComponentName;',
]);
/** Platform types that are not listed: what they are called tells whether they are made to be called back. */
const LISTENS = /(?:Listener|Callbacks?|Observer|Receiver|Client|Handler)\d?;$/;

/** What a call of a method asks for beside running it; found when asked for, and kept. */
export class Natures {
  readonly #program: Program;
  readonly #hierarchy: Hierarchy;
  readonly #callbacks: Callbacks;
  readonly #traits: NameTraits;
  readonly #ofMethod: Uint8Array;
  /** By prototype and by type: 0 not asked, 1 no, 2 yes. */
  readonly #telling: Uint8Array;
  readonly #tellingType: Uint8Array;
  readonly #givable: Uint8Array;
  readonly #object: number;

  constructor(program: Program, hierarchy: Hierarchy, callbacks: Callbacks, traits: NameTraits) {
    this.#traits = traits;
    this.#program = program;
    this.#hierarchy = hierarchy;
    this.#callbacks = callbacks;
    this.#ofMethod = new Uint8Array(program.methods.count);
    this.#telling = new Uint8Array(program.protos.count);
    this.#tellingType = new Uint8Array(program.types.count);
    this.#givable = new Uint8Array(program.types.count);
    this.#object = program.types.find('Ljava/lang/Object;');
  }

  of(method: number): number {
    const known = this.#ofMethod[method]!;
    return known !== 0 ? known : this.#find(method);
  }

  /** Whether the objects that a method makes or gives away must be followed through it, its calls aside. */
  isTelling(body: number): boolean {
    const { bodies, methods, news } = this.#program;
    const method = bodies.method[body]!;
    if ((methods.flags[method]! & STATIC) === 0 && this.#isGivable(methods.class[method]!)) return true;
    for (let i = bodies.newStart[body]!; i < bodies.newStart[body + 1]!; i++) {
      if (this.#callbacks.offersOf(news.type[i]!).length > 0) return true;
    }
    return false;
  }

  #find(method: number): number {
    const { methods, types } = this.#program;
    const owner = methods.class[method]!;
    const selector = methods.selector[method]!;
    let nature: number = NATURE.known;
    // Everything answers the methods of Object: following them would lead everywhere and say nothing.
    if (owner !== this.#object && this.#hierarchy.isAnswered(selector) && !this.#callbacks.isGivenAway(method)) {
      nature |= NATURE.dispatched;
    }
    const reflects = types.defined[owner] !== 1 && (this.#traits.of(method) & TRAIT.reflects) !== 0;
    if (this.#isTellingProto(methods.proto[method]!)) nature |= NATURE.telling;
    else if (reflects && LOOKS_UP.has(types.descriptor(owner))) nature |= NATURE.telling;
    else if ((this.#traits.of(method) & TRAIT.starts) !== 0 && this.#callbacks.isInteresting(owner)) nature |= NATURE.telling;
    this.#ofMethod[method] = nature;
    return nature;
  }

  #isTellingProto(proto: number): boolean {
    if (this.#telling[proto] === 0) {
      const telling = this.#program.protos.parameters(proto).some((type) => this.#isTellingType(type));
      this.#telling[proto] = telling ? 2 : 1;
    }
    return this.#telling[proto] === 2;
  }

  /** A class, or what is given away to be called back; arrays of them too. */
  #isTellingType(type: number): boolean {
    if (this.#tellingType[type] === 0) {
      const { types } = this.#program;
      const descriptor = types.descriptor(type);
      const element = descriptor.replace(/^\[+/, '');
      const telling = element === 'Ljava/lang/Class;' || this.#isGivable(element === descriptor ? type : types.find(element));
      this.#tellingType[type] = telling ? 2 : 1;
    }
    return this.#tellingType[type] === 2;
  }

  /** Objects of the type are given away to be called back. */
  #isGivable(type: number): boolean {
    if (type < 0) return false;
    if (this.#givable[type] === 0) {
      const supers = this.#hierarchy.supersOf(type);
      const givable = supers.some((each) => {
        const methods = this.#callbacks.methodsOf(each);
        if (methods === null || methods.link === 'user') return false;
        return methods.names.size > 0 || LISTENS.test(this.#program.types.descriptor(each));
      });
      this.#givable[type] = givable ? 2 : 1;
    }
    return this.#givable[type] === 2;
  }
}
