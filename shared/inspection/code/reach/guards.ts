import type { ConsentGuard } from '../../../domain/facts/code.ts';
import { LIMITS } from '../../limits.ts';
import type { Program } from '../program.ts';
import { speaksOfConsent, valueAfterConsent } from './consent-words.ts';
import { Effort, GraphLimit } from './effort.ts';
import type { Hierarchy } from './hierarchy.ts';
import { firstRegister, OP } from './instructions.ts';
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

  #guardOf(body: number, code: MethodCode, { offset, taken }: Condition): ConsentGuard | null {
    const opcode = code.opcode(offset);
    if (opcode !== OP.ifEqz && opcode !== OP.ifNez) return null;
    const tested = this.#values.at(code, firstRegister(code.units, code.start + offset), offset);
    if (!tested) return null;
    // `if-eqz` jumps where the boolean is false.
    const value = (opcode === OP.ifNez) === taken;
    if (!stops(tested, value !== tested.inverted)) return null;
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
}

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

/** Names that speak of consent tell most, then stored preferences, fields, calls. */
export function weight(guard: ConsentGuard | null): number {
  if (guard === null) return 0;
  return (guard.named ? 10 : 0) + { preference: 3, field: 2, call: 1 }[guard.kind];
}
