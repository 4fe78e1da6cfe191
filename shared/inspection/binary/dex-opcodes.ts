/**
 * Length of every Dalvik instruction in 16-bit code units, by opcode (Dalvik bytecode, "Summary of bytecode set"; formats give the
 * length). Unused opcodes count as one unit, as dexdump steps over them.
 */
export const OPCODE_UNITS = new Uint8Array(256).fill(1);

const RANGES: readonly [from: number, to: number, units: number][] = [
  [0x02, 0x02, 2], // move/from16
  [0x03, 0x03, 3], // move/16
  [0x05, 0x05, 2],
  [0x06, 0x06, 3],
  [0x08, 0x08, 2],
  [0x09, 0x09, 3],
  [0x13, 0x13, 2], // const/16
  [0x14, 0x14, 3], // const
  [0x15, 0x16, 2],
  [0x17, 0x17, 3], // const-wide/32
  [0x18, 0x18, 5], // const-wide
  [0x19, 0x1a, 2], // const-wide/high16, const-string
  [0x1b, 0x1b, 3], // const-string/jumbo
  [0x1c, 0x1c, 2], // const-class
  [0x1f, 0x20, 2], // check-cast, instance-of
  [0x22, 0x23, 2], // new-instance, new-array
  [0x24, 0x26, 3], // filled-new-array, /range, fill-array-data
  [0x29, 0x29, 2], // goto/16
  [0x2a, 0x2c, 3], // goto/32, packed-switch, sparse-switch
  [0x2d, 0x3d, 2], // cmp*, if-*
  [0x44, 0x6d, 2], // array, instance and static operations
  [0x6e, 0x72, 3], // invoke-*
  [0x74, 0x78, 3], // invoke-*/range
  [0x90, 0xaf, 2], // binop
  [0xd0, 0xe2, 2], // binop/lit16, binop/lit8
  [0xfa, 0xfb, 4], // invoke-polymorphic, /range
  [0xfc, 0xfd, 3], // invoke-custom, /range
  [0xfe, 0xff, 2], // const-method-handle, const-method-type
];

for (const [from, to, units] of RANGES) OPCODE_UNITS.fill(units, from, to + 1);

/** What a sweep does at an opcode: each has the index that matters in its second unit. */
export const ACTIONS = {
  none: 0,
  invoke: 1,
  newInstance: 2,
  string: 3,
  jumboString: 4,
  field: 5,
  invokeCustom: 6,
  staticField: 7,
} as const;
export const ACTION = new Uint8Array(256);
ACTION.fill(ACTIONS.invoke, 0x6e, 0x73);
ACTION.fill(ACTIONS.invoke, 0x74, 0x79);
ACTION.fill(ACTIONS.invoke, 0xfa, 0xfc);
ACTION.fill(ACTIONS.invokeCustom, 0xfc, 0xfe);
ACTION[0x1a] = ACTIONS.string;
ACTION[0x1b] = ACTIONS.jumboString;
ACTION[0x22] = ACTIONS.newInstance;
ACTION.fill(ACTIONS.staticField, 0x60, 0x6e);
ACTION[0x62] = ACTIONS.field; // sget-object

/** Kinds of calls. `lambda`: an `invoke-custom` whose bootstrap makes a functional object of the method `target`. */
export const INVOKE = { virtual: 0, super: 1, direct: 2, static: 3, interface: 4, polymorphic: 5, lambda: 6 } as const;

/** The kind of call of each invoking opcode. */
export const INVOKE_KIND = new Uint8Array(256);
for (const first of [0x6e, 0x74]) {
  for (const [index, kind] of [INVOKE.virtual, INVOKE.super, INVOKE.direct, INVOKE.static, INVOKE.interface].entries()) {
    INVOKE_KIND[first + index] = kind;
  }
}
INVOKE_KIND.fill(INVOKE.polymorphic, 0xfa, 0xfc);
INVOKE_KIND.fill(INVOKE.lambda, 0xfc, 0xfe);
