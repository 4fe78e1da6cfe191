import { LIMITS } from '../limits.ts';
import type { CallTarget } from './call-targets.ts';
import type { Constant } from './constant.ts';
import { INVOKE, type Program } from './program.ts';
import { ConstantTracker } from './track-constants.ts';

/** Descriptors of the types whose constants are told, and of those that take two registers. */
const TOLD: ReadonlySet<string> = new Set(['Z', 'I']);
const WIDE: ReadonlySet<string> = new Set(['J', 'D']);
/** What stands for an argument that is no constant. */
const UNKNOWN = '?';

const ANY_TARGET: CallTarget = {
  ...{ key: '', api: null, loading: false, takes: null, asksPermissions: false, reflection: false, answer: null },
};

/** Tells the boolean and integer constants that calls are given; texts are not told, as they may be keys. */
export class ArgumentValues {
  readonly #program: Program;
  readonly #tracker: ConstantTracker;
  #wanted = -1;
  #unitsLeft: number = LIMITS.startUnits;

  constructor(program: Program) {
    this.#program = program;
    const target = (method: number) => (method === this.#wanted ? ANY_TARGET : null);
    this.#tracker = new ConstantTracker({ program, target, field: () => undefined });
  }

  /** The boolean and integer arguments of a call in order, `?` for each that is not known; undefined where none is. */
  get(call: number, body: number, offset: number): readonly string[] | undefined {
    const { calls, bodies, methods, protos, types } = this.#program;
    const method = calls.target[call]!;
    const parameters = protos.parameters(methods.proto[method]!).map((type) => types.descriptor(type));
    if (!parameters.some((each) => TOLD.has(each))) return undefined;
    this.#unitsLeft -= bodies.length[body]!;
    if (this.#unitsLeft < 0) return undefined;
    let values: readonly (Constant | undefined)[] = [];
    this.#wanted = method;
    const visit = (at: number, _target: CallTarget, given: readonly (Constant | undefined)[]) => {
      if (at === offset) values = given;
    };
    this.#tracker.follow(body, visit, offset);
    const told: string[] = [];
    let register = calls.kind[call] === INVOKE.static ? 0 : 1;
    for (const parameter of parameters) {
      if (TOLD.has(parameter)) told.push(shown(values[register], parameter));
      register += WIDE.has(parameter) ? 2 : 1;
    }
    return told.some((each) => each !== UNKNOWN) ? told.slice(0, LIMITS.arguments) : undefined;
  }
}

function shown(value: Constant | undefined, parameter: string): string {
  if (typeof value !== 'number') return UNKNOWN;
  return parameter === 'Z' ? String(value !== 0) : String(value);
}
