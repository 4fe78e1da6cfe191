import { addToPrint, beginPrint, finishPrint } from '../../../knowledge/sdks/prints/prints.ts';
import { INVOKE, type Program } from '../program.ts';
import { isPlatform } from './platform-names.ts';

/** Superclasses followed to find that a method of an app's class is the platform's. */
const MOST_PARENTS = 64;
/**
 * Calls of the platform in a row that are one feature. Shrinkers move methods into each other, so that what all of a method calls is lost
 * where a few calls in their order stay; fewer than four in a row are idioms that everybody writes.
 */
const ROW = 4;

/**
 * Classes whose calls compilers and shrinkers add, fold and take away (boxing, concatenation, checks, logging): they say what a tool did,
 * not what the author wrote.
 */
const MUNDANE =
  /^L(?:java\/lang\/(?:Object|StringBuilder|StringBuffer|Boolean|Byte|Character|Short|Integer|Long|Float|Double|Enum|Throwable|Iterable|AutoCloseable)|java\/util\/Objects|java\/io\/Closeable|android\/util\/Log);$/;

const NONE = 0;
const ROWS = beginPrint('m');

/**
 * The platform's methods that code calls, each as a number that is the same in every package: of its name and prototype, and of its class
 * too where it makes an object or is static. For other calls shrinkers choose another class of the same chain (`Activity`, `Context`).
 */
export class PlatformCalls {
  readonly #program: Program;
  /** By method, the number; 0 where it is not the platform's. */
  readonly #numbers: Int32Array;
  readonly #known: Uint8Array;
  /** By type, 1 where it is the platform's, 2 where it is not. */
  readonly #platform: Uint8Array;
  #steps: number;

  /** @param steps how many superclasses may be looked at in all */
  constructor(program: Program, steps: number) {
    this.#program = program;
    this.#numbers = new Int32Array(program.methods.count);
    this.#known = new Uint8Array(program.methods.count);
    this.#platform = new Uint8Array(program.types.count);
    this.#steps = steps;
  }

  isPlatform(type: number): boolean {
    if (type < 0) return false;
    let known = this.#platform[type]!;
    if (known === 0) {
      known = isPlatform(this.#program.types.descriptor(type)) ? 1 : 2;
      this.#platform[type] = known;
    }
    return known === 1;
  }

  /** Tells each print of platform calls in a row, in file order, of a body; a call made again at once is one. */
  rowsOf(body: number, tell: (print: number) => void): void {
    const { bodies, calls } = this.#program;
    const end = bodies.callStart[body + 1]!;
    let [a, b, c, d] = [NONE, NONE, NONE, NONE];
    for (let call = bodies.callStart[body]!; call < end; call++) {
      const kind = calls.kind[call]!;
      if (kind === INVOKE.lambda || kind === INVOKE.polymorphic) continue;
      const number = this.#ofMethod(calls.target[call]!, kind);
      if (number === NONE || number === d) continue;
      [a, b, c, d] = [b, c, d, number];
      // Two calls by turns are a loop that says little.
      if (a !== NONE && !(a === c && b === d))
        tell(finishPrint(addToPrint(addToPrint(addToPrint(addToPrint(ROWS, a), b), c), d), ROW));
    }
  }

  #ofMethod(method: number, kind: number): number {
    if (this.#known[method] === 1) return this.#numbers[method]!;
    this.#known[method] = 1;
    const owner = this.#owner(method);
    if (owner < 0) return NONE;
    const { types, methods } = this.#program;
    const descriptor = types.descriptor(owner);
    if (MUNDANE.test(descriptor)) return NONE;
    const name = methods.name(method);
    const place = kind === INVOKE.static || name === '<init>' ? descriptor : '';
    const number = textNumber(`${place}->${name}${methods.prototype(method)}`);
    this.#numbers[method] = number;
    return number;
  }

  /** The platform's class whose method is called; -1 where the method is the app's or nobody's. */
  #owner(method: number): number {
    const { types, methods } = this.#program;
    let type = methods.class[method]!;
    if (this.isPlatform(type)) return type;
    if (methods.flags[method]! >= 0) return -1;
    const selector = methods.selector[method]!;
    for (let parents = 0; parents < MOST_PARENTS && this.#steps > 0; parents++) {
      this.#steps -= 1;
      type = types.defined[type] === 1 ? types.superclass[type]! : -1;
      if (type < 0) return -1;
      if (this.isPlatform(type)) return type;
      const own = methods.find(type, selector);
      if (own >= 0 && methods.flags[own]! >= 0) return -1;
    }
    return -1;
  }
}

/** A text as a number of 32 bits, never 0. */
export function textNumber(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = addToPrint(hash, text.charCodeAt(i));
  return hash ^ (hash >>> 16) || 1;
}
