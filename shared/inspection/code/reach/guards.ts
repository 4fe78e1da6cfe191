import type { ConsentGuard } from '../../../domain/facts/code.ts';
import { LIMITS } from '../../limits.ts';
import type { Program } from '../program.ts';
import { speaksOfConsent, valueAfterConsent } from './consent-words.ts';
import { Effort, GraphLimit } from './effort.ts';
import type { Hierarchy } from './hierarchy.ts';
import { firstRegister, movedRegister, OP } from './instructions.ts';
import { type Condition, MethodCode } from './method-code.ts';
import { type Tested, TestedValues } from './tested-value.ts';

/** Finds the tests that must have passed for an instruction to be come to. */
export class Guards {
  readonly #program: Program;
  readonly #effort = new Effort(LIMITS.guardSteps);
  readonly #values: TestedValues;
  readonly #known = new Map<string, ConsentGuard | null>();

  constructor(program: Program, hierarchy: Hierarchy) {
    this.#program = program;
    this.#values = new TestedValues(program, hierarchy, this.#effort);
  }

  /** The most telling test that controls the instruction within its method; null where none was seen, or the method is too large. */
  of(body: number, offset: number): ConsentGuard | null {
    const key = `${body} ${offset}`;
    let guard = this.#known.get(key);
    if (guard === undefined) {
      guard = this.#find(body, offset);
      this.#known.set(key, guard);
    }
    return guard;
  }

  #find(body: number, offset: number): ConsentGuard | null {
    if (this.#program.bodies.length[body]! > LIMITS.guardUnits) return null;
    try {
      const code = new MethodCode(this.#program, body, this.#effort);
      let best: ConsentGuard | null = null;
      for (const condition of code.conditionsOf(offset)) {
        const guard = this.#guardOf(body, code, condition);
        if (guard && weight(guard) > weight(best)) best = guard;
      }
      return best;
    } catch (error) {
      // Once the allowance is spent no more guards are looked for: null says that none was seen.
      if (error instanceof GraphLimit) return null;
      throw error;
    }
  }

  #guardOf(body: number, code: MethodCode, condition: Condition): ConsentGuard | null {
    const { offset } = condition;
    const tested = this.#testedBy(code, condition);
    if (!tested) return null;
    const { methods, types, bodies } = this.#program;
    const method = bodies.method[body]!;
    return {
      kind: tested.kind,
      name: tested.name.slice(0, LIMITS.guardName),
      class: types.descriptor(methods.class[method]!).slice(1, -1).replaceAll('/', '.'),
      method: methods.name(method),
      offset,
      named: speaksOfConsent(tested.name),
    };
  }
  /** What must have been answered for the branch to be taken so; null where that is nothing that holds a call back. */
  #testedBy(code: MethodCode, { offset, taken }: Condition): Tested | null {
    const opcode = code.opcode(offset);
    const at = code.start + offset;
    const first = firstRegister(code.units, at);
    if (opcode === OP.ifEq || opcode === OP.ifNe) {
      const second = movedRegister(code.units, at);
      return this.#compared(code, first, second, offset, (opcode === OP.ifEq) === taken);
    }
    if (!ASKS_NONZERO.has(opcode)) return null;
    // `if-eqz` jumps where the boolean is false.
    const value = (opcode === OP.ifNez || opcode === OP.ifGtz) === taken;
    const tested = this.#values.at(code, first, offset);
    if (tested) return stops(signed(tested, opcode), value !== tested.inverted) ? tested : null;
    const way = code.onlyWayWith(first, offset, value);
    return way < 0 ? null : this.#testedOn(code, way);
  }

  /** The most telling test on the only way to an instruction of the method. */
  #testedOn(code: MethodCode, offset: number): Tested | null {
    let best: Tested | null = null;
    for (const condition of code.conditionsOf(offset)) {
      const opcode = code.opcode(condition.offset);
      if (!ASKS_NONZERO.has(opcode)) continue;
      const tested = this.#values.at(code, firstRegister(code.units, code.start + condition.offset), condition.offset);
      if (!tested) continue;
      const value = (opcode === OP.ifNez || opcode === OP.ifGtz) === condition.taken;
      if (stops(signed(tested, opcode), value !== tested.inverted) && (!best || tells(tested) > tells(best))) best = tested;
    }
    return best;
  }

  #compared(code: MethodCode, one: number, other: number, offset: number, equal: boolean): Tested | null {
    for (const [register, constant] of [
      [one, other],
      [other, one],
    ] as const) {
      const definition = code.definitionOf(constant, offset);
      const number = definition < 0 ? null : code.smallConstant(definition);
      const tested = number === null ? null : this.#values.at(code, register, offset);
      if (tested && number !== null) return stopsAt(tested, number, equal) ? tested : null;
    }
    return null;
  }
}

/** Branches on one register that say whether it holds something: `if-eqz`, `if-nez`, `if-gtz`, `if-lez`. */
const ASKS_NONZERO: ReadonlySet<number> = new Set([OP.ifEqz, OP.ifNez, OP.ifGtz, OP.ifLez]);

/**
 * Whether a test holds the call back until the user has done something: what passes in a fresh installation is no guard.
 * @param value what the boolean must be for the call to be come to
 */
function stops({ kind, name, unset }: Tested, value: boolean): boolean {
  if (unset !== null) return unset !== value;
  const after = valueAfterConsent(name);
  if (after !== null) return after === value;
  // Fields are false until they are set; of other calls nothing is known.
  return kind !== 'field' || value;
}

/** `if-gtz` and `if-lez` ask whether a number is above zero, not whether it is zero. */
function signed(tested: Tested, opcode: number): Tested {
  const isSigned = (opcode === OP.ifGtz || opcode === OP.ifLez) && tested.unsetNumber !== null;
  return isSigned ? { ...tested, unset: tested.unsetNumber! > 0 } : tested;
}

/** The same for a stored number that is compared with another: `getInt("agreed", 0) == 1`. */
function stopsAt(tested: Tested, number: number, equal: boolean): boolean {
  return tested.unsetNumber === null ? stops(tested, (number !== 0) === equal) : (tested.unsetNumber === number) !== equal;
}

/** Names that speak of consent tell most, then stored preferences, fields, calls. */
export function weight(guard: ConsentGuard | null): number {
  if (guard === null) return 0;
  return (guard.named ? 10 : 0) + WEIGHTS[guard.kind];
}

const WEIGHTS = { preference: 3, field: 2, call: 1 } as const;

function tells({ kind, name }: Tested): number {
  return (speaksOfConsent(name) ? 10 : 0) + WEIGHTS[kind];
}
