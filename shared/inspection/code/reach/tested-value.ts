import type { ConsentGuard } from '../../../domain/facts/code.ts';
import { LIMITS } from '../../limits.ts';
import type { Program } from '../program.ts';
import type { Effort } from './effort.ts';
import type { Hierarchy } from './hierarchy.ts';
import { argumentRegisters, firstRegister, isInvoke, isInvokeRange, isStaticInvoke, OP } from './instructions.ts';
import { MethodCode } from './method-code.ts';

/** Where a boolean comes from. */
export interface Tested {
  readonly kind: ConsentGuard['kind'];
  readonly name: string;
  /** What it is when nothing was stored yet; null where that is not known. */
  readonly unset: boolean | null;
  /** The same as a number, where a number was asked for with one. */
  readonly unsetNumber: number | null;
  /** It is true when what was read is not. */
  readonly inverted: boolean;
}

/** Answers whether a text, or an object, is missing or equal: what was asked about stands in its arguments. */
const ASKS = /^(?:isEmpty|isBlank|isNullOrEmpty|equals|equalsIgnoreCase|areEqual|parseBoolean|booleanValue|valueOf)$/;
const STORES =
  /^L(?:android\/content\/SharedPreferences|com\/tencent\/mmkv\/MMKV|androidx\/datastore\/preferences\/core\/(?:Mutable)?Preferences);$/;
const READS_BOOLEAN = /^(?:contains|containsKey|(?:get|decode|read|load|fetch|query|is|has)\w*Bool\w*|bool)$/i;
const READS_STORE = /^(?:contains\w*|get\w*|decode\w*)$/;

/** Finds out what the booleans that branches test are. */
export class TestedValues {
  readonly #program: Program;
  readonly #hierarchy: Hierarchy;
  readonly #effort: Effort;
  readonly #arguments: number[] = [];

  constructor(program: Program, hierarchy: Hierarchy, effort: Effort) {
    this.#program = program;
    this.#hierarchy = hierarchy;
    this.#effort = effort;
  }

  /** What `register` holds at the offset; null where that is no boolean that says anything. */
  at(code: MethodCode, register: number, offset: number, depth = 0): Tested | null {
    const definition = depth > 4 ? -1 : code.definitionOf(register, offset);
    if (definition < 0) return null;
    const at = code.start + definition;
    const opcode = code.opcode(definition);
    if (isInvoke(opcode)) return this.#call(code, definition, depth);
    if (opcode === OP.xorIntLit8) {
      const inner = this.at(code, code.units[at + 1]! & 0xff, definition, depth + 1);
      return inner && { ...inner, inverted: !inner.inverted };
    }
    const isBoolean = opcode === OP.igetBoolean || opcode === OP.sgetBoolean;
    if (!isBoolean && opcode !== OP.igetObject && opcode !== OP.sgetObject) return null;
    const field = code.dex.field(code.units[at + 1]!);
    if (!field || (!isBoolean && this.#program.types.descriptor(field.type) !== 'Ljava/lang/Boolean;')) return null;
    if (this.#program.types.defined[field.class] !== 1) return null;
    return { kind: 'field', name: field.name, unset: null, unsetNumber: null, inverted: false };
  }

  /** The result of a call: a stored preference, the field or preference that a method of the app answers, or a question about one. */
  #call(code: MethodCode, offset: number, depth: number): Tested | null {
    const at = code.start + offset;
    const method = code.dex.methods[code.units[at + 1]!] ?? -1;
    if (method < 0) return null;
    const { methods, types } = this.#program;
    const name = methods.name(method);
    const owner = types.descriptor(methods.class[method]!);
    const given = this.#given(code, offset);
    const defined = types.defined[methods.class[method]!] === 1;
    if (ASKS.test(name) && (!defined || owner.startsWith('Lkotlin/'))) {
      for (const register of given) {
        const inner = this.at(code, register, offset, depth + 1);
        if (inner) return /^is/.test(name) ? { ...inner, inverted: !inner.inverted, unset: null, unsetNumber: null } : inner;
      }
      return null;
    }
    const key = this.#textAmong(code, given, offset);
    if (key !== null && (STORES.test(owner) ? READS_STORE : READS_BOOLEAN).test(name)) {
      return { kind: 'preference', name: key, ...this.#unset(code, name, given, offset), inverted: false };
    }
    if (!defined) return null;
    const inner = depth > 0 ? null : this.#inside(code.opcode(offset), method, key);
    if (inner) return inner;
    return methods.prototype(method).endsWith(')Z')
      ? { kind: 'call', name, unset: null, unsetNumber: null, inverted: false }
      : null;
  }

  /** What a method of the app answers, where it does nothing but ask a preference or a field. One level deep. */
  #inside(opcode: number, method: number, key: string | null): Tested | null {
    const { methods, bodies } = this.#program;
    const body = isStaticInvoke(opcode)
      ? this.#hierarchy.directBody(method)
      : this.#hierarchy.implementation(methods.class[method]!, methods.selector[method]!);
    if (body < 0 || bodies.length[body]! > LIMITS.guardUnits) return null;
    const code = new MethodCode(this.#program, body, this.#effort);
    for (const offset of code.instructions()) {
      const at = code.opcode(offset);
      if (isInvoke(at)) {
        const asked = code.dex.methods[code.units[code.start + offset + 1]!] ?? -1;
        if (asked < 0 || !STORES.test(this.#program.types.descriptor(methods.class[asked]!))) continue;
        if (!READS_STORE.test(methods.name(asked))) continue;
        const given = this.#given(code, offset);
        const name = this.#textAmong(code, given, offset) ?? key;
        if (name === null) continue;
        return { kind: 'preference', name, ...this.#unset(code, methods.name(asked), given, offset), inverted: false };
      }
    }
    const returns = [...code.instructions()].filter((offset) => code.opcode(offset) === 0x0f);
    const answer =
      returns.length === 1 ? this.at(code, firstRegister(code.units, code.start + returns[0]!), returns[0]!, 1) : null;
    return answer?.kind === 'call' ? null : answer;
  }

  #given(code: MethodCode, offset: number): readonly number[] {
    const range = isInvokeRange(code.opcode(offset));
    const count = argumentRegisters(code.units, code.start + offset, range, this.#arguments);
    return this.#arguments.slice(0, count);
  }

  /** The first constant text among the arguments, or what stands for one in a field. */
  #textAmong(code: MethodCode, given: readonly number[], offset: number): string | null {
    let ofField: string | null = null;
    for (const register of given) {
      const definition = code.definitionOf(register, offset);
      if (definition < 0) continue;
      const text = constantText(code, definition);
      if (text !== null) return text;
      ofField ??= this.#textOfField(code, definition);
    }
    return ofField;
  }

  /** What the class of a static field puts into it first; where that is no constant, the name of the field says what is meant. */
  #textOfField(code: MethodCode, definition: number): string | null {
    if (code.opcode(definition) !== OP.sgetObject) return null;
    const { types, methods, bodies } = this.#program;
    const field = code.dex.field(code.units[code.start + definition + 1]!);
    if (!field || types.defined[field.class] !== 1 || types.descriptor(field.type) !== 'Ljava/lang/String;') return null;
    const initialiser = types.initialiser[field.class]!;
    const body = initialiser < 0 ? -1 : methods.body[initialiser]!;
    if (body < 0 || bodies.length[body]! > LIMITS.guardUnits) return field.name;
    const first = new MethodCode(this.#program, body, this.#effort);
    for (const offset of first.instructions()) {
      if (first.opcode(offset) !== OP.sputObject) continue;
      const put = first.dex.field(first.units[first.start + offset + 1]!);
      if (put?.class !== field.class || put.name !== field.name) continue;
      const given = first.definitionOf(firstRegister(first.units, first.start + offset), offset);
      return (given < 0 ? null : constantText(first, given)) ?? field.name;
    }
    return field.name;
  }

  /** What is answered when nothing is stored: the constant given last. What is not there is not contained. */
  #unset(code: MethodCode, name: string, given: readonly number[], offset: number): Pick<Tested, 'unset' | 'unsetNumber'> {
    if (name.startsWith('contains')) return { unset: false, unsetNumber: null };
    const definition = given.length === 0 ? -1 : code.definitionOf(given[given.length - 1]!, offset);
    const number = definition < 0 ? null : code.smallConstant(definition);
    return { unset: number === null ? null : number !== 0, unsetNumber: number };
  }
}

function constantText(code: MethodCode, definition: number): string | null {
  const at = code.start + definition;
  const opcode = code.opcode(definition);
  if (opcode === OP.constString) return code.dex.string(code.units[at + 1]!);
  return opcode === OP.constStringJumbo ? code.dex.string(code.units[at + 1]! + code.units[at + 2]! * 0x10000) : null;
}
