import { INVOKE } from './dex-opcodes.ts';
import { type Findings, sweep as sweepMethod, type Wanted } from './dex-sweep.ts';

const WANTED: Wanted = {
  fields: Uint8Array.of(0, 1),
  strings: Uint8Array.of(0, 1),
  callSites: Int32Array.of(-1, 2),
  methods: 3,
  owners: Uint16Array.of(4, 5),
};

/** Sweeps one method's units in a file of three methods. */
function sweep(units: number[], start = 0) {
  const code = Uint16Array.from([...new Array(start).fill(0xdead), ...units]);
  const room = units.length;
  const found: Findings = {
    targets: new Uint16Array(room),
    kinds: new Uint8Array(room),
    offsets: new Int32Array(room),
    calls: 0,
    newTypes: new Uint16Array(room),
    newOffsets: new Int32Array(room),
    news: 0,
    fields: [],
    strings: [],
  };
  const whole = sweepMethod(code, start, units.length, WANTED, found);
  const hits = Array.from(found.targets.subarray(0, found.calls), (target, i) => [target, found.kinds[i]!, found.offsets[i]!]);
  return { hits, whole, found };
}

test.each([
  ['invoke-virtual', 0x106e, INVOKE.virtual],
  ['invoke-super', 0x106f, INVOKE.super],
  ['invoke-direct', 0x1070, INVOKE.direct],
  ['invoke-static', 0x0071, INVOKE.static],
  ['invoke-interface', 0x1072, INVOKE.interface],
  ['invoke-virtual/range', 0x0174, INVOKE.virtual],
  ['invoke-interface/range', 0x0178, INVOKE.interface],
])('%s is a call', (_name, opcode, kind) => {
  expect(sweep([0x0012, opcode, 1, 0, 0x000e], 7)).toMatchObject({ hits: [[1, kind, 1]], whole: true });
});

test('invoke-polymorphic has four units, invoke-custom calls the method of its call site', () => {
  const units = [0x00fa, 2, 0, 0, 0x00fc, 1, 0, 0x00fc, 0, 0, 0x00fc, 9, 0, 0x000e];
  expect(sweep(units)).toMatchObject({
    hits: [
      [2, INVOKE.polymorphic, 0],
      [2, INVOKE.lambda, 4],
    ],
    whole: true,
  });
});

test('new objects, classes whose static fields are touched, and uses of wanted fields and strings', () => {
  const { found, whole } = sweep([0x0022, 5, 0x001a, 1, 0x001a, 0, 0x001b, 1, 0, 0x0062, 1, 0x0062, 0, 0x000e]);
  expect(whole).toBe(true);
  expect(found.newTypes.subarray(0, found.news)).toEqual(Uint16Array.of(5, 5, 4));
  expect(found.newOffsets.subarray(0, found.news)).toEqual(Int32Array.of(0, ~9, ~11));
  expect(found.strings).toEqual([1, 2, 1, 6]);
  expect(found.fields).toEqual([1, 9]);
});

test('what looks like a call inside operands or payloads is none', () => {
  const call = [0x106e, 1, 0];
  expect(sweep([0x0018, ...call, 0, 0x000e]).hits).toEqual([]);
  expect(sweep([0x000e, 0x0000, 0x0300, 2, 3, 0, ...call])).toMatchObject({ hits: [], whole: true });
  expect(sweep([0x000e, 0x0000, 0x0100, 2, ...call, 0, 0, 0])).toMatchObject({ hits: [], whole: true });
  expect(sweep([0x000e, 0x0000, 0x0200, 1, 0, ...call])).toMatchObject({ hits: [], whole: true });
  expect(sweep([0x000e, 0x0000, 0x0300, 1, 5, 0, ...call, ...call])).toMatchObject({
    hits: [[1, INVOKE.virtual, 9]],
    whole: true,
  });
});

test('methods beyond the table are no calls', () => {
  expect(sweep([0x106e, 0, 0, 0x106e, 9, 0, 0x000e])).toMatchObject({ hits: [[0, INVOKE.virtual, 0]], whole: true });
});

test('code that does not end with an instruction was not understood', () => {
  expect(sweep([0x0018, 0, 0]).whole).toBe(false);
  expect(sweep([0x0300, 0xffff, 0xffff, 0xffff]).whole).toBe(false);
  expect(sweep([0x0100]).whole).toBe(false);
  expect(sweep([0x106e]).whole).toBe(false);
});
