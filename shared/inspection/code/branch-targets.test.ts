import { branchTargets, FROM_ANYWHERE, NO_JUMP } from './branch-targets.ts';

const marked = (units: number[], start = 0) => {
  const code = Uint16Array.from([...new Array(start).fill(0), ...units]);
  return [...branchTargets(code, start, units.length)].flatMap((from, offset) => (from === NO_JUMP ? [] : [offset]));
};

test('gotos of every width and ifs, forwards and backwards', () => {
  expect(marked([0x0228, 0x0000, 0x000e], 5)).toEqual([2]);
  expect(marked([0x0000, 0x0029, 0xffff, 0x000e])).toEqual([0]);
  expect(marked([0x002a, 3, 0, 0x000e])).toEqual([3]);
  expect(marked([0x0038, 3, 0x0000, 0x000e])).toEqual([3]);
  expect(marked([0x1032, 2, 0x000e])).toEqual([2]);
});

test('the first of the jumps to a place, and the ones that lead back', () => {
  const twice = branchTargets(Uint16Array.from([0x0038, 5, 0x0038, 3, 0x0000, 0x000e]), 0, 6);
  expect(twice[5]).toBe(0);
  const both = branchTargets(Uint16Array.from([0x0038, 3, 0x0000, 0x0000, 0xff28]), 0, 5);
  expect(both[3]).toBe(FROM_ANYWHERE);
});

test('targets of switches, packed and sparse', () => {
  expect(marked([0x002b, 4, 0, 0x000e, 0x0100, 2, 0, 0, 3, 0, 0, 0])).toEqual([0, 3]);
  expect(marked([0x002c, 4, 0, 0x000e, 0x0200, 1, 7, 0, 3, 0])).toEqual([3]);
});

test('targets outside of the method and payloads that are none are left out', () => {
  expect(marked([0x7028, 0x000e])).toEqual([]);
  expect(marked([0x002b, 0xffff, 0x7fff, 0x000e])).toEqual([]);
  expect(marked([0x002b, 3, 0, 0x000e])).toEqual([]);
});

test('a long payload that very many switches share is not walked through again and again', () => {
  const switches = 40_000;
  const units = new Uint16Array(switches * 3 + 4 + 60_000 * 2);
  for (let i = 0; i < switches; i++) {
    const distance = (switches - i) * 3;
    units.set([0x002b, distance & 0xffff, distance >>> 16], i * 3);
  }
  units.set([0x0100, 60_000], switches * 3);
  expect(branchTargets(units, 0, units.length).every((from) => from === FROM_ANYWHERE)).toBe(true);
});
