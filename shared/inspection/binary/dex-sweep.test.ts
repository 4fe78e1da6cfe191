import { sweepCalls } from './dex-sweep.ts';

/** Sweeps one method's units; methods 1 and 2 are wanted as targets 10 and 20. */
function sweep(units: number[], start = 0) {
  const hits: [number, number][] = [];
  const wanted = Int32Array.of(-1, 10, 20);
  const code = Uint16Array.from([...new Array(start).fill(0xdead), ...units]);
  const whole = sweepCalls(code, start, units.length, wanted, (target, offset) => hits.push([target, offset]));
  return { hits, whole };
}

test.each([
  ['invoke-virtual', 0x106e],
  ['invoke-super', 0x106f],
  ['invoke-direct', 0x1070],
  ['invoke-static', 0x0071],
  ['invoke-interface', 0x1072],
  ['invoke-virtual/range', 0x0174],
  ['invoke-interface/range', 0x0178],
])('%s is a call', (_name, opcode) => {
  expect(sweep([0x0012, opcode, 1, 0, 0x000e], 7)).toEqual({ hits: [[10, 1]], whole: true });
});

test('invoke-polymorphic has four units, invoke-custom calls no method', () => {
  expect(sweep([0x00fa, 2, 0, 0, 0x00fc, 1, 0, 0x000e])).toEqual({ hits: [[20, 0]], whole: true });
});

test('what looks like a call inside operands or payloads is none', () => {
  const call = [0x106e, 1, 0];
  expect(sweep([0x0018, ...call, 0, 0x000e]).hits).toEqual([]);
  expect(sweep([0x000e, 0x0000, 0x0300, 2, 3, 0, ...call])).toEqual({ hits: [], whole: true });
  expect(sweep([0x000e, 0x0000, 0x0100, 2, ...call, 0, 0, 0])).toEqual({ hits: [], whole: true });
  expect(sweep([0x000e, 0x0000, 0x0200, 1, 0, ...call])).toEqual({ hits: [], whole: true });
  expect(sweep([0x000e, 0x0000, 0x0300, 1, 5, 0, ...call, ...call])).toEqual({ hits: [[10, 9]], whole: true });
});

test('methods beyond the table and unwanted ones are no hits', () => {
  expect(sweep([0x106e, 0, 0, 0x106e, 9, 0, 0x000e])).toEqual({ hits: [], whole: true });
});

test('code that does not end with an instruction was not understood', () => {
  expect(sweep([0x0018, 0, 0]).whole).toBe(false);
  expect(sweep([0x0300, 0xffff, 0xffff, 0xffff]).whole).toBe(false);
  expect(sweep([0x0100]).whole).toBe(false);
  expect(sweep([0x106e]).whole).toBe(false);
});
