import { addToPrint, printOfNumbers } from '../../../knowledge/sdks/prints/prints.ts';
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
  /** By prototype and by type, the number of it with all that may be renamed made alike; 0 where it is not known yet. */
  readonly #protos: Int32Array;
  readonly #types: Int32Array;
  /** Numbers of the texts of names that stay, by number of the name: constructors' always, the others' where a class inherits. */
  readonly #constructors: ReadonlyMap<number, number>;
  readonly #overrides: ReadonlyMap<number, number>;

  constructor(program: Program, calls: PlatformCalls) {
    this.#program = program;
    this.#calls = calls;
    this.#protos = new Int32Array(program.protos.count);
    this.#types = new Int32Array(program.types.count);
    const numbersOf = (names: Iterable<string>) => {
      return new Map(Array.from(names, (name) => [program.methods.findName(name), textNumber(name)]));
    };
    this.#constructors = numbersOf(['<init>', '<clinit>']);
    this.#overrides = numbersOf(OVERRIDE_NAMES);
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
      if ((methods.flags[method]! & SYNTHETIC) !== 0) continue;
      const proto = this.#neutral(methods.proto[method]!);
      const name = this.#name(method, inherits);
      own.push(name === 0 ? proto : addToPrint(proto, name));
    }
    if (own.length < LEAST) return null;
    return printOfNumbers('c', [...parents, ...own.sort((a, b) => a - b)]);
  }

  /** Number of a method's name where that must stay; 0 where it may be renamed. */
  #name(method: number, inherits: boolean): number {
    const { methods } = this.#program;
    if ((methods.flags[method]! & NATIVE) !== 0) return textNumber(methods.name(method));
    const name = methods.selectorName[methods.selector[method]!]!;
    return this.#constructors.get(name) ?? (inherits ? this.#overrides.get(name) : undefined) ?? 0;
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

  /** Number of a prototype in which every type that may be renamed is the same. */
  #neutral(proto: number): number {
    const known = this.#protos[proto]!;
    if (known !== 0) return known;
    const { protos } = this.#program;
    let number = this.#neutralType(protos.returns(proto));
    for (const type of protos.parameters(proto)) number = addToPrint(number, this.#neutralType(type));
    this.#protos[proto] = number;
    return number;
  }

  #neutralType(type: number): number {
    if (this.#types[type] === 0) this.#types[type] = textNumber(neutralType(this.#program.types.descriptor(type)));
    return this.#types[type]!;
  }
}
