import { ACTION, ACTIONS, OPCODE_UNITS } from '../binary/dex-opcodes.ts';

/** Pseudo-instructions that hold data (Dalvik bytecode, "packed-switch-payload" and following), as their whole first unit. */
const PAYLOAD = { packedSwitch: 0x0100, sparseSwitch: 0x0200, fillArray: 0x0300 } as const;

/**
 * Steps through one method's instructions in file order and reports calls of wanted methods.
 * @param units the DEX file as 16-bit units; the code is `[start, start + length)` in it
 * @param wanted by method index: what to report, negative for nothing
 * @param hit called with `wanted[method]` and the offset of the call in units from `start`
 * @returns whether the last instruction ends where the code ends; `false` means that it was not understood to its end
 */
export function sweepCalls(
  units: Uint16Array,
  start: number,
  length: number,
  wanted: Int32Array,
  hit: (target: number, offset: number) => void,
): boolean {
  const end = start + length;
  let at = start;
  while (at < end) {
    const unit = units[at]!;
    const opcode = unit & 0xff;
    if (opcode === 0 && unit !== 0) {
      at += payloadUnits(units, unit, at, end);
      continue;
    }
    if (ACTION[opcode] === ACTIONS.invoke && at + 1 < end) {
      const method = units[at + 1]!;
      if (method < wanted.length && wanted[method]! >= 0) hit(wanted[method]!, at - start);
    }
    at += OPCODE_UNITS[opcode]!;
  }
  return at === end;
}

/** Units of a payload; one that cannot be read whole reaches beyond the end. */
function payloadUnits(units: Uint16Array, unit: number, at: number, end: number): number {
  if (unit === PAYLOAD.packedSwitch || unit === PAYLOAD.sparseSwitch) {
    if (at + 2 > end) return end - at + 1;
    return unit === PAYLOAD.packedSwitch ? units[at + 1]! * 2 + 4 : units[at + 1]! * 4 + 2;
  }
  if (unit === PAYLOAD.fillArray) {
    if (at + 4 > end) return end - at + 1;
    const count = units[at + 2]! + units[at + 3]! * 0x10000;
    return 4 + Math.ceil((count * units[at + 1]!) / 2);
  }
  return 1;
}
