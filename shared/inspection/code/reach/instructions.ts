/** Opcodes that following a method's values and branches must know (Dalvik bytecode, "Summary of bytecode set"). */
export const OP = {
  move: 0x01,
  moveObject: 0x07,
  moveObject16: 0x09,
  moveResult: 0x0a,
  moveResultObject: 0x0c,
  moveException: 0x0d,
  returnVoid: 0x0e,
  returnObject: 0x11,
  const4: 0x12,
  const16: 0x13,
  constString: 0x1a,
  constStringJumbo: 0x1b,
  constClass: 0x1c,
  checkCast: 0x1f,
  newInstance: 0x22,
  filledNewArray: 0x24,
  filledNewArrayRange: 0x25,
  throw: 0x27,
  goto: 0x28,
  goto16: 0x29,
  goto32: 0x2a,
  packedSwitch: 0x2b,
  sparseSwitch: 0x2c,
  ifEq: 0x32,
  ifNe: 0x33,
  ifEqz: 0x38,
  ifNez: 0x39,
  ifGtz: 0x3c,
  ifLez: 0x3d,
  aputObject: 0x4d,
  igetObject: 0x54,
  igetBoolean: 0x55,
  iputObject: 0x5b,
  sgetObject: 0x62,
  sgetBoolean: 0x63,
  sputObject: 0x69,
  invokeVirtual: 0x6e,
  invokeStatic: 0x71,
  invokeInterface: 0x72,
  invokeVirtualRange: 0x74,
  invokeStaticRange: 0x77,
  invokeInterfaceRange: 0x78,
  xorIntLit8: 0xdf,
} as const;

export function isInvoke(opcode: number): boolean {
  return (opcode >= OP.invokeVirtual && opcode <= OP.invokeInterface) || isInvokeRange(opcode);
}

export function isInvokeRange(opcode: number): boolean {
  return opcode >= OP.invokeVirtualRange && opcode <= OP.invokeInterfaceRange;
}

export function isStaticInvoke(opcode: number): boolean {
  return opcode === OP.invokeStatic || opcode === OP.invokeStaticRange;
}

/** 1 for opcodes that write the register of their first operand; wide ones write the next one too. */
export const WRITES = new Uint8Array(256);
for (const [from, to] of [
  [0x01, 0x0d],
  [0x12, 0x1c],
  [0x1f, 0x23],
  [0x2d, 0x31],
  [0x44, 0x4a],
  [0x52, 0x58],
  [0x60, 0x66],
  [0x7b, 0xe2],
  [0xfe, 0xff],
] as const) {
  WRITES.fill(1, from, to + 1);
}

/** 1 for opcodes whose first operand has four bits (formats 12x, 11n, 22c, 22s, 22t), and eight in all others. */
const NARROW = new Uint8Array(256);
for (const opcode of [0x01, 0x04, 0x07, 0x12, 0x20, 0x21, 0x23]) NARROW[opcode] = 1;
NARROW.fill(1, 0x32, 0x38);
NARROW.fill(1, 0x52, 0x60);
NARROW.fill(1, 0x7b, 0x90);
NARROW.fill(1, 0xb0, 0xd8);

/** Register of the first operand of the instruction at `at`. */
export function firstRegister(units: Uint16Array, at: number): number {
  const unit = units[at]!;
  const opcode = unit & 0xff;
  if (opcode === 0x03 || opcode === 0x06 || opcode === 0x09) return units[at + 1]!;
  return NARROW[opcode] === 1 ? (unit >>> 8) & 0xf : unit >>> 8;
}

/** Register of the second operand of a move (formats 12x, 22x, 32x) or of a comparison (22t). */
export function movedRegister(units: Uint16Array, at: number): number {
  const unit = units[at]!;
  const opcode = unit & 0xff;
  if (opcode === 0x03 || opcode === 0x06 || opcode === 0x09) return units[at + 2]!;
  return NARROW[opcode] === 1 ? unit >>> 12 : units[at + 1]!;
}

/** Fills `registers` with the arguments of an invoke or filled-new-array (formats 35c and 3rc); answers how many there are. */
export function argumentRegisters(units: Uint16Array, at: number, range: boolean, registers: number[]): number {
  const unit = units[at]!;
  const packed = units[at + 2]!;
  if (range) {
    const count = unit >>> 8;
    for (let i = 0; i < count; i++) registers[i] = packed + i;
    return count;
  }
  const count = Math.min(5, unit >>> 12);
  for (let i = 0; i < count; i++) registers[i] = i === 4 ? (unit >>> 8) & 0xf : (packed >>> (i * 4)) & 0xf;
  return count;
}

/** A signed 16-bit number. */
export function signed16(unit: number): number {
  return (unit << 16) >> 16;
}
