import { printOfNumbers } from '../../../knowledge/sdks/prints.ts';
import type { Program } from '../program.ts';
import { OVERRIDE_NAMES } from './override-names.ts';
import { type PlatformCalls, textNumber } from './platform-calls.ts';
import { neutralType } from './platform-names.ts';

/** Methods that give a class a shape of its own, and as many as are looked at. */
const [LEAST, MOST] = [4, 1000];
const MOST_PARENTS = 64;
/** Access flags (DEX format): of a method that a compiler made, and of one in a native library, which is found by its name. */
const [SYNTHETIC, NATIVE] = [0x1000, 0x100];

/**
 * Prints of the shapes of classes: the platform's superclass and interfaces, and for each method its prototype with all types that may be
 * renamed made alike, and its name where that must stay: an override of the platform's, a native method, a constructor.
 */
export class ClassShapes {
  readonly #program: Program;
  readonly #calls: PlatformCalls;
  /** By prototype, the number of its neutral text; 0 where it is not known yet. */
  readonly #protos: Int32Array;

  constructor(program: Program, calls: PlatformCalls) {
    this.#program = program;
    this.#calls = calls;
    this.#protos = new Int32Array(program.protos.count);
  }

  /** @returns null for a class with too few methods to tell it from others, or with more than anybody writes */
  of(type: number): number | null {
    const { types, methods } = this.#program;
    const from = types.methodStart[type]!;
    const end = types.methodStart[type + 1]!;
    if (end - from < LEAST || end - from > MOST) return null;
    const { numbers: parents, inherits } = this.#parents(type);
    const own: number[] = [];
    for (let i = from; i < end; i++) {
      const method = types.methods[i]!;
      const flags = methods.flags[method]!;
      if ((flags & SYNTHETIC) !== 0) continue;
      const name = methods.name(method);
      const proto = this.#neutral(method);
      const stays = (flags & NATIVE) !== 0 || name.startsWith('<') || (inherits && OVERRIDE_NAMES.has(name));
      own.push(stays ? textNumber(`${name} ${proto}`) : proto);
    }
    if (own.length < LEAST) return null;
    return printOfNumbers('c', [...parents, ...own.sort((a, b) => a - b)]);
  }

  /** What of the platform a class builds on directly, as numbers in a fixed order; whether it has any of that but `Object`. */
  #parents(type: number): { numbers: number[]; inherits: boolean } {
    const { types } = this.#program;
    const superclass = types.superclass[type]!;
    const above = this.#calls.isPlatform(superclass) ? types.descriptor(superclass) : '*';
    const start = types.interfaceStart[type]!;
    const interfaces: number[] = [];
    for (let i = start; i < Math.min(types.interfaceStart[type + 1]!, start + MOST_PARENTS); i++) {
      const parent = types.interfaces[i]!;
      if (this.#calls.isPlatform(parent)) interfaces.push(textNumber(types.descriptor(parent)));
    }
    const numbers = [textNumber(above), interfaces.length, ...interfaces.sort((a, b) => a - b)];
    return { numbers, inherits: above !== 'Ljava/lang/Object;' || interfaces.length > 0 };
  }

  /** Number of a method's prototype in which every type that may be renamed is `*`. */
  #neutral(method: number): number {
    const { methods, protos, types } = this.#program;
    const proto = methods.proto[method]!;
    let number = this.#protos[proto]!;
    if (number === 0) {
      const parameters = protos.parameters(proto).map((type) => neutralType(types.descriptor(type)));
      const answer = neutralType(methods.prototype(method).slice(methods.prototype(method).lastIndexOf(')') + 1));
      number = textNumber(`${parameters.join(',')})${answer}`);
      this.#protos[proto] = number;
    }
    return number;
  }
}
