import type { Dex } from '../binary/dex.ts';
import { OPCODE_UNITS } from '../binary/dex-opcodes.ts';

/** Units of the longest body that can do nothing: a call of the parent's constructor with some constants. */
const LONGEST = 24;

/** What an instruction may be in a body that does nothing. */
const STEP = { other: 0, plain: 1, end: 2, throws: 3, makes: 4, calls: 5, callsParent: 6 } as const;
const STEP_OF = new Uint8Array(256);
STEP_OF.fill(STEP.plain, 0x00, 0x0d); // nop, move*, move-result*
STEP_OF.fill(STEP.end, 0x0e, 0x12); // return*
STEP_OF.fill(STEP.plain, 0x12, 0x1d); // const*
STEP_OF[0x22] = STEP.makes; // new-instance
STEP_OF[0x27] = STEP.throws; // throw
STEP_OF[0x6f] = STEP.callsParent; // invoke-super
STEP_OF[0x70] = STEP.calls; // invoke-direct
STEP_OF[0x75] = STEP.callsParent; // invoke-super/range
STEP_OF[0x76] = STEP.calls; // invoke-direct/range

/** Indices of the file: a method, its class, and that class's parent or -1. */
interface Place {
  readonly method: number;
  readonly own: number;
  readonly superclass: number;
}

/**
 * Whether a body is that of a stub: one straight line that returns nothing, a constant or what it was given, throws a new exception
 * (`throw new RuntimeException("Stub!")`), or calls its parent's method of the same name or another constructor of its class. Anything
 * else (a branch, a field, another call, a longer body) is something that it does.
 * @param start in units from the file's start; the code is `[start, start + length)`
 */
export function doesNothing(dex: Dex, place: Place, start: number, length: number): boolean {
  if (length > LONGEST) return false;
  const { units } = dex;
  const end = start + length;
  let made = -1;
  for (let at = start; at < end; ) {
    const opcode = units[at]! & 0xff;
    const next = at + OPCODE_UNITS[opcode]!;
    if (next > end) return false;
    const step = STEP_OF[opcode]!;
    if (step === STEP.end) return next === end && made < 0;
    if (step === STEP.throws) return next === end && made >= 0;
    if (step === STEP.makes) made = units[at + 1]!;
    else if (step !== STEP.plain && !(step !== STEP.other && isOwnKind(dex, place, units[at + 1]!, step, made))) return false;
    at = next;
  }
  return false;
}

/** Whether the called method is the constructor of what was made, or goes by the caller's own name in its parent or class. */
function isOwnKind(dex: Dex, { method, own, superclass }: Place, called: number, step: number, made: number): boolean {
  if (called >= dex.methods.count) return false;
  const owner = dex.methodClass(called);
  if (step === STEP.calls && owner === made) return true;
  if (dex.methodString(called) !== dex.methodString(method)) return false;
  return step === STEP.callsParent || owner === superclass || owner === own;
}
