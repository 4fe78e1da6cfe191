import { OPCODE_UNITS } from '../binary/dex-opcodes.ts';
import { payloadUnits } from '../binary/dex-sweep.ts';

/** Where no jump leads. */
export const NO_JUMP = 0x7fffffff;
/** Where a jump leads back to, or what may be jumped to from anywhere. */
export const FROM_ANYWHERE = -1;

/**
 * Finds the places in a method where control may arrive from elsewhere than the instruction in front (Dalvik bytecode: goto, if, switch
 * payloads). Handlers of exceptions are not among them: nothing falls into them, so they stand behind a jump.
 * @returns by offset in units: the offset of the first jump that leads there, `FROM_ANYWHERE` or `NO_JUMP`
 */
export function branchTargets(units: Uint16Array, start: number, length: number): Int32Array {
  const sources = new Int32Array(length).fill(NO_JUMP);
  // Compilers give each switch a payload of its own; where many share a long one, every place counts as one where ways meet.
  let targetsLeft = length;
  const mark = (from: number, distance: number) => {
    const offset = from + distance;
    if (offset >= 0 && offset < length) sources[offset] = distance <= 0 ? FROM_ANYWHERE : Math.min(sources[offset]!, from);
  };
  const short = (at: number) => (units[at]! << 16) >> 16;
  const long = (at: number) => units[at]! | (units[at + 1]! << 16);
  const end = start + length;
  for (let at = start; at < end; ) {
    const unit = units[at]!;
    const opcode = unit & 0xff;
    const offset = at - start;
    if (opcode === 0 && unit !== 0) {
      at += payloadUnits(units, unit, at, end);
      continue;
    }
    const size = OPCODE_UNITS[opcode]!;
    if (at + size > end) break;
    if (opcode === 0x28) mark(offset, (unit << 16) >> 24);
    else if (opcode === 0x29) mark(offset, short(at + 1));
    else if (opcode === 0x2a) mark(offset, long(at + 1));
    else if (opcode >= 0x32 && opcode <= 0x37) mark(offset, short(at + 1));
    else if (opcode >= 0x38 && opcode <= 0x3d) mark(offset, short(at + 1));
    else if (opcode === 0x2b || opcode === 0x2c) {
      targetsLeft -= markSwitch(units, at + long(at + 1), end, (target) => mark(offset, target));
      if (targetsLeft < 0) return sources.fill(FROM_ANYWHERE);
    }
    at += size;
  }
  return sources;
}

/**
 * Marks the targets of a switch (Dalvik bytecode, "packed-switch-payload" and "sparse-switch-payload"), relative to the instruction.
 * @returns how many there are
 */
function markSwitch(units: Uint16Array, payload: number, end: number, mark: (target: number) => void): number {
  if (payload < 0 || payload + 2 > end) return 0;
  const packed = units[payload] === 0x0100;
  if (!packed && units[payload] !== 0x0200) return 0;
  const size = units[payload + 1]!;
  const first = payload + 2 + (packed ? 2 : size * 2);
  if (first + size * 2 > end) return 0;
  for (let i = 0; i < size; i++) mark(units[first + i * 2]! | (units[first + i * 2 + 1]! << 16));
  return size;
}
