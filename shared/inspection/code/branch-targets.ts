import { OPCODE_UNITS } from '../binary/dex-opcodes.ts';
import { payloadUnits } from '../binary/dex-sweep.ts';

/** Where no jump leads. */
export const NO_JUMP = 0x7fffffff;
/** Where a jump leads back to, or what may be jumped to from anywhere. */
export const FROM_ANYWHERE = -1;

/** What an instruction's jump is told by: 8, 16 or 32 bits, or a switch payload; `data`: it may be a payload itself. */
const JUMPS = { none: 0, data: 1, near: 2, short: 3, long: 4, table: 5 } as const;
const JUMP = new Uint8Array(256);
JUMP[0x00] = JUMPS.data;
JUMP[0x28] = JUMPS.near;
JUMP[0x29] = JUMPS.short;
JUMP[0x2a] = JUMPS.long;
JUMP.fill(JUMPS.table, 0x2b, 0x2d);
JUMP.fill(JUMPS.short, 0x32, 0x3e);

/**
 * Finds the places in a method where control may arrive from elsewhere than the instruction in front (Dalvik bytecode: goto, if, switch
 * payloads). Handlers of exceptions are not among them: nothing falls into them, so they stand behind a jump.
 * @param sources where to write the answer: room for `length` places at least
 * @returns by offset in units: the offset of the first jump that leads there, `FROM_ANYWHERE` or `NO_JUMP`
 */
export function branchTargets(units: Uint16Array, start: number, length: number, sources = new Int32Array(length)): Int32Array {
  sources.fill(NO_JUMP, 0, length);
  // Compilers give each switch a payload of its own; where many share a long one, every place counts as one where ways meet.
  let targetsLeft = length;
  const end = start + length;
  for (let at = start; at < end; ) {
    const unit = units[at]!;
    const opcode = unit & 0xff;
    const size = OPCODE_UNITS[opcode]!;
    const jump = JUMP[opcode]!;
    if (jump === JUMPS.none) {
      at += size;
      continue;
    }
    if (jump === JUMPS.data) {
      at += unit === 0 ? 1 : payloadUnits(units, unit, at, end);
      continue;
    }
    if (at + size > end) break;
    const from = at - start;
    if (jump === JUMPS.near) mark(sources, length, from, (unit << 16) >> 24);
    else if (jump === JUMPS.short) mark(sources, length, from, (units[at + 1]! << 16) >> 16);
    else if (jump === JUMPS.long) mark(sources, length, from, long(units, at + 1));
    else {
      targetsLeft -= markSwitch(units, at + long(units, at + 1), end, sources, length, from);
      if (targetsLeft < 0) return sources.fill(FROM_ANYWHERE, 0, length);
    }
    at += size;
  }
  return sources;
}

function long(units: Uint16Array, at: number): number {
  return units[at]! | (units[at + 1]! << 16);
}

function mark(sources: Int32Array, length: number, from: number, distance: number): void {
  const offset = from + distance;
  if (offset < 0 || offset >= length) return;
  if (distance <= 0) sources[offset] = FROM_ANYWHERE;
  else if (sources[offset]! > from) sources[offset] = from;
}

/**
 * Marks the targets of a switch (Dalvik bytecode, "packed-switch-payload" and "sparse-switch-payload"), relative to the instruction.
 * @returns how many there are
 */
function markSwitch(units: Uint16Array, payload: number, end: number, sources: Int32Array, length: number, from: number): number {
  if (payload < 0 || payload + 2 > end) return 0;
  const packed = units[payload] === 0x0100;
  if (!packed && units[payload] !== 0x0200) return 0;
  const size = units[payload + 1]!;
  const first = payload + 2 + (packed ? 2 : size * 2);
  if (first + size * 2 > end) return 0;
  for (let i = 0; i < size; i++) mark(sources, length, from, long(units, first + i * 2));
  return size;
}
