import type { PathLink } from '../../../domain/facts/code.ts';
import type { Program } from '../program.ts';
import type { Hierarchy } from './hierarchy.ts';
import { type NameTraits, TRAIT } from './name-traits.ts';
import { CALLBACKS, HAND_OFFS, PLATFORM_PREFIXES, SILENT_TYPES, USER_DRIVEN, USER_METHOD } from './platform-callbacks.ts';

const STATIC = 0x8;

/** Method of a class that somebody outside the app's own calls runs, once an object of the class was given away as a `type`. */
export interface Offer {
  readonly body: number;
  readonly link: Extract<PathLink, 'hand-off' | 'callback'>;
  readonly type: number;
}

interface Methods {
  readonly link: Offer['link'] | 'user';
  readonly names: ReadonlySet<string>;
  readonly any: boolean;
}

const TABLE: ReadonlyMap<string, Methods> = new Map(
  (
    [
      ['hand-off', HAND_OFFS],
      ['callback', CALLBACKS],
      ['user', USER_DRIVEN],
    ] as const
  ).flatMap(([link, lines]) =>
    lines
      .trim()
      .split('\n')
      .map((line) => {
        const [name, ...names] = line.split(' ');
        return [`L${name!.replaceAll('.', '/')};`, { link, names: new Set(names), any: names.includes('*') }] as const;
      }),
  ),
);
const UNLISTED: Methods = { link: 'callback', names: new Set(), any: true };
const SILENT = new Set([...SILENT_TYPES].map((name) => `L${name.replaceAll('.', '/')};`));
const PLATFORM = PLATFORM_PREFIXES.map((prefix) => `L${prefix.replaceAll('.', '/')}`);
const NONE: readonly Offer[] = [];

/** Which methods of a class the platform calls by itself; found when asked for, and kept. */
export class Callbacks {
  readonly #program: Program;
  readonly #hierarchy: Hierarchy;
  readonly #traits: NameTraits;
  readonly #methods: (Methods | null | undefined)[];
  readonly #offers: (readonly Offer[] | undefined)[];
  /** By type: 0 not asked, 1 no, 2 yes. */
  readonly #interesting: Uint8Array;
  readonly #object: number;

  constructor(program: Program, hierarchy: Hierarchy, traits: NameTraits) {
    this.#program = program;
    this.#hierarchy = hierarchy;
    this.#traits = traits;
    this.#methods = new Array<undefined>(program.types.count).fill(undefined);
    this.#offers = new Array<undefined>(program.types.count).fill(undefined);
    this.#interesting = new Uint8Array(program.types.count);
    this.#object = program.types.find('Ljava/lang/Object;');
  }

  /** What is known of a type by itself: null for classes of the app, and types whose objects nobody calls back. */
  methodsOf(type: number): Methods | null {
    let methods = this.#methods[type];
    if (methods === undefined) {
      const descriptor = this.#program.types.descriptor(type);
      methods = TABLE.get(descriptor) ?? null;
      if (methods === null && this.#program.types.defined[type] !== 1 && !SILENT.has(descriptor)) {
        if (PLATFORM.some((prefix) => descriptor.startsWith(prefix))) methods = UNLISTED;
      }
      this.#methods[type] = methods;
    }
    return methods;
  }

  /** Whether objects of the type, or of one below it, may be called back: they are worth following. */
  isInteresting(type: number): boolean {
    if (this.#interesting[type] === 0) {
      const supers = this.#hierarchy.supersOf(type);
      this.#interesting[type] = supers.some((each) => this.methodsOf(each) !== null) ? 2 : 1;
    }
    return this.#interesting[type] === 2;
  }

  /** A call of the type's own method leads to no class by itself: whoever gave the object away is said to lead there. */
  isGivenAway(method: number): boolean {
    const { methods } = this.#program;
    const known = this.methodsOf(methods.class[method]!);
    if (known === null || known.link !== 'hand-off' || (this.#traits.of(method) & TRAIT.listed) === 0) return false;
    return known.names.has(methods.name(method));
  }

  offersOf(type: number): readonly Offer[] {
    let offers = this.#offers[type];
    if (offers === undefined) {
      offers = this.isInteresting(type) && this.#hierarchy.isConcrete(type) ? this.#findOffers(type) : NONE;
      this.#offers[type] = offers;
    }
    return offers;
  }

  /** Whether an object that is given away as a `via` (-1: unknown) can be called back as the offer says. */
  isGiven(offer: Offer, via: number): boolean {
    if (via < 0 || via === offer.type || via === this.#object) return true;
    if (this.#hierarchy.supersOf(via).includes(offer.type)) return true;
    return offer.link === 'hand-off' && this.methodsOf(via)?.link === 'hand-off';
  }

  /** How a lambda of the functional interface is run; null where only the user does, or only the app itself. */
  linkOfLambda(type: number): Offer['link'] | null {
    const known = type < 0 ? null : this.methodsOf(type);
    if (known === null) return 'hand-off';
    if (known.link === 'user') return null;
    // The method has no name here; listeners of the platform are named like their methods.
    const simple = this.#program.types.descriptor(type).replace(/^.*[/$]|;$/g, '');
    return known === UNLISTED && USER_METHOD.test(simple.replace(/^On/, 'on').replace(/Listener$/, '')) ? null : known.link;
  }

  #findOffers(type: number): readonly Offer[] {
    const { types, methods } = this.#program;
    let offers: Offer[] | null = null;
    const taken = new Set<number>();
    for (let each = type; each >= 0 && types.defined[each] === 1; each = this.#hierarchy.parent[each]!) {
      for (let i = types.methodStart[each]!; i < types.methodStart[each + 1]!; i++) {
        const method = types.methods[i]!;
        const traits = this.#traits.of(method);
        if ((traits & (TRAIT.listed | TRAIT.callback)) === 0 || (methods.flags[method]! & STATIC) !== 0) continue;
        const selector = methods.selector[method]!;
        if (methods.body[method]! < 0 || taken.has(selector)) continue;
        taken.add(selector);
        const offer = this.#offer(type, method, traits);
        if (offer) offers = [...(offers ?? []), offer];
      }
    }
    return offers ?? NONE;
  }

  /** The nearest of the supertypes that calls a method of that name decides. */
  #offer(type: number, method: number, traits: number): Offer | null {
    const { methods } = this.#program;
    for (const each of this.#hierarchy.supersOf(type)) {
      const known = this.methodsOf(each);
      if (known === null) continue;
      const any = known.any && (traits & TRAIT.callback) !== 0 && (known.link === 'user' || (traits & TRAIT.user) === 0);
      if (!any && !known.names.has(methods.name(method))) continue;
      return known.link === 'user' ? null : { body: methods.body[method]!, link: known.link, type: each };
    }
    return null;
  }
}
