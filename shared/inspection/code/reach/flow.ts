import { OPCODE_UNITS } from '../../binary/dex-opcodes.ts';
import { payloadUnits } from '../../binary/dex-sweep.ts';
import type { Program } from '../program.ts';
import type { Callbacks } from './callbacks.ts';
import type { Effort } from './effort.ts';
import { FlowCalls } from './flow-calls.ts';
import type { Hierarchy } from './hierarchy.ts';
import { argumentRegisters, firstRegister, isInvoke, isInvokeRange, movedRegister, OP, WRITES } from './instructions.ts';
import type { Leads } from './leads.ts';
import type { NameTraits } from './name-traits.ts';

const STATIC = 0x8;
/** `code_item` (DEX format): the number of registers stands 16 bytes before the instructions, that of arguments two bytes behind it. */
const REGISTERS_BEFORE = 8;
/** First byte of a compact file, whose `code_item`s are packed: `cdex`. */
const COMPACT = 0x63;
/** Field indices have 16 bits. */
const FIELDS = 0x10000;

/** What a register holds as far as it matters for what the platform runs later. */
export type Value =
  /** An object made here, of exactly this class. */
  | { readonly is: 'made'; readonly type: number }
  /** An object of this class or one below it. */
  | { readonly is: 'object'; readonly type: number }
  /** What a field of a platform type holds: `owner` and `name` say which. */
  | { readonly is: 'field'; readonly owner: number; readonly name: string }
  | { readonly is: 'class'; readonly type: number }
  /** A constant, by its index in the file. */
  | { readonly is: 'text'; readonly string: number }
  /** A method that was looked up by name. */
  | { readonly is: 'method'; readonly type: number; readonly name: string };

/**
 * Follows objects that the platform may call back through one method, instruction by instruction in file order (branches are not
 * joined: a register holds what was last written to it in the file). What the method sets off by giving them away becomes leads.
 */
export class Flow {
  readonly #program: Program;
  readonly #callbacks: Callbacks;
  readonly #effort: Effort;
  readonly #calls: FlowCalls;
  /** 1 for methods that were followed. */
  readonly #done: Uint8Array;
  readonly #registers = new Map<number, Value>();
  readonly #arguments: number[] = [];
  /** By file and field index: 1 for fields whose values are not followed. */
  readonly #dullFields: (Uint8Array | undefined)[];
  #dull: Uint8Array = new Uint8Array(0);

  constructor(program: Program, hierarchy: Hierarchy, callbacks: Callbacks, traits: NameTraits, leads: Leads, effort: Effort) {
    this.#program = program;
    this.#callbacks = callbacks;
    this.#effort = effort;
    this.#calls = new FlowCalls(program, hierarchy, callbacks, traits, leads);
    this.#done = new Uint8Array(program.bodies.count);
    this.#dullFields = program.dexes.map(() => undefined);
  }

  /** Follows a method, and those that read the fields in which it leaves objects; once each. */
  follow(body: number): void {
    this.#scan(body);
    const { bodies, types, methods } = this.#program;
    for (let store = this.#calls.stores.pop(); store; store = this.#calls.stores.pop()) {
      for (const owner of new Set([store.owner, methods.class[bodies.method[store.body]!]!])) {
        for (let i = types.methodStart[owner]!; i < types.methodStart[owner + 1]!; i++) {
          const reader = methods.body[types.methods[i]!]!;
          if (reader >= 0) this.#scan(reader);
        }
      }
      this.#calls.resolve(store);
    }
  }

  #scan(body: number): void {
    if (this.#done[body] === 1) return;
    this.#done[body] = 1;
    const { bodies, dexes, methods } = this.#program;
    const dex = dexes[bodies.dex[body]!]!;
    const { units } = dex;
    const start = bodies.start[body]!;
    const length = bodies.length[body]!;
    this.#effort.spend(length >>> 2);
    this.#registers.clear();
    const method = bodies.method[body]!;
    const own = methods.class[method]!;
    if ((methods.flags[method]! & STATIC) === 0 && this.#callbacks.isInteresting(own)) this.#setThis(body, own);
    this.#dull = this.#dullFields[bodies.dex[body]!] ??= new Uint8Array(FIELDS);
    this.#calls.begin(body, dex);
    let result: Value | null = null;
    let at = start;
    const end = start + length;
    while (at < end) {
      const unit = units[at]!;
      const opcode = unit & 0xff;
      if (opcode === 0 && unit !== 0) {
        at += payloadUnits(units, unit, at, end);
        continue;
      }
      if (isInvoke(opcode) || opcode === OP.filledNewArray || opcode === OP.filledNewArrayRange) {
        const range = isInvokeRange(opcode) || opcode === OP.filledNewArrayRange;
        const count = argumentRegisters(units, at, range, this.#arguments);
        if (isInvoke(opcode)) {
          result = this.#calls.invoke(
            opcode,
            dex.methods[units[at + 1]!] ?? -1,
            at - start,
            this.#arguments,
            count,
            this.#registers,
          );
        } else {
          for (let i = 0; i < count; i++) this.#calls.escape(this.#registers.get(this.#arguments[i]!), at - start, -1);
          result = null;
        }
      } else this.#step(opcode, at, at - start, units, result);
      at += OPCODE_UNITS[opcode]!;
    }
    this.#calls.end();
  }

  #step(opcode: number, at: number, offset: number, units: Uint16Array, result: Value | null): void {
    const registers = this.#registers;
    const dex = this.#calls.dex;
    const index = units[at + 1]!;
    if (opcode === OP.checkCast) return;
    if (opcode === OP.returnObject || opcode === OP.aputObject) {
      const value = registers.get(firstRegister(units, at));
      // Builders answer themselves: who has the result had the object before.
      if (opcode === OP.aputObject || value?.is !== 'object') this.#calls.escape(value, offset, -1);
    } else if (opcode === OP.iputObject || opcode === OP.sputObject) {
      const value = registers.get(firstRegister(units, at));
      if (value) this.#calls.store(value, dex.field(index), offset);
    }
    if (WRITES[opcode] !== 1) return;
    const register = firstRegister(units, at);
    const value = this.#written(opcode, at, index, units, result);
    if (value) registers.set(register, value);
    else if (registers.size > 0) registers.delete(register);
  }

  #written(opcode: number, at: number, index: number, units: Uint16Array, result: Value | null): Value | null {
    const dex = this.#calls.dex;
    switch (opcode) {
      case OP.newInstance: {
        const type = dex.types[index] ?? -1;
        return type >= 0 && this.#callbacks.offersOf(type).length > 0 ? { is: 'made', type } : null;
      }
      case OP.constClass: {
        const type = dex.types[index] ?? -1;
        return type >= 0 ? { is: 'class', type } : null;
      }
      case OP.constString:
      case OP.constStringJumbo:
        return { is: 'text', string: opcode === OP.constString ? index : index + units[at + 2]! * 0x10000 };
      case OP.igetObject:
      case OP.sgetObject:
        return this.#ofField(index);
      case OP.moveResultObject:
        return result;
      case OP.moveObject:
      case OP.moveObject + 1:
      case OP.moveObject16:
        return this.#registers.get(movedRegister(units, at)) ?? null;
      default:
        return null;
    }
  }

  #ofField(index: number): Value | null {
    if (this.#dull[index] === 1) return null;
    const field = this.#calls.dex.field(index);
    if (!field || !this.#callbacks.isInteresting(field.type)) {
      this.#dull[index] = 1;
      return null;
    }
    if (this.#program.types.defined[field.type] === 1 && this.#callbacks.methodsOf(field.type) === null) {
      return { is: 'object', type: field.type };
    }
    return { is: 'field', owner: field.class, name: field.name };
  }

  /** `this` is the first of the argument registers, which are the last of all. */
  #setThis(body: number, own: number): void {
    const { bodies, dexes } = this.#program;
    const { bytes, units } = dexes[bodies.dex[body]!]!;
    const at = bodies.start[body]! - REGISTERS_BEFORE;
    if (at < 0 || bytes[0] === COMPACT) return;
    this.#registers.set(units[at]! - units[at + 1]!, { is: 'object', type: own });
  }
}
