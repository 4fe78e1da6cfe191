import { HELD, Registers } from './registers.ts';

const lookedUp: number[] = [];
const registers = new Registers((kind, index) => {
  lookedUp.push(index);
  return kind === HELD.field && index === 9 ? undefined : `${kind}:${index}`;
});

beforeEach(() => {
  registers.forget();
  registers.place = 0;
  lookedUp.length = 0;
});

test('an index is looked up when the value is asked for, once', () => {
  registers.hold(1, HELD.string, 5);
  expect(lookedUp).toEqual([]);
  expect([registers.get(1), registers.get(1)]).toEqual(['1:5', '1:5']);
  expect(lookedUp).toEqual([5]);
  registers.hold(2, HELD.field, 9);
  expect([registers.get(2), registers.get(2)]).toEqual([undefined, undefined]);
  expect(lookedUp).toEqual([5, 9]);
});

test('what is moved is held twice, and an object is the same one in both', () => {
  registers.hold(1, HELD.string, 7);
  registers.move(2, 1);
  registers.set(1, undefined);
  expect([registers.get(1), registers.get(2)]).toEqual([undefined, '1:7']);
  const list = { kind: 'array', items: [] } as const;
  registers.set(3, { ...list, items: [] });
  registers.move(4, 3);
  expect(registers.get(4)).toBe(registers.get(3));
  registers.move(4, 99);
  expect(registers.get(4)).toBeUndefined();
});

test('what was set behind a place is forgotten, what was set before stays', () => {
  registers.place = 3;
  registers.set(1, 'before');
  registers.place = 8;
  registers.set(2, 'behind');
  registers.keepBefore(8);
  expect([registers.get(1), registers.get(2)]).toEqual(['before', undefined]);
  registers.forget();
  expect(registers.get(1)).toBeUndefined();
});

test('where very many are held, all of them are forgotten', () => {
  for (let register = 0; register < 200; register++) registers.set(register, register);
  expect(registers.get(150)).toBe(150);
  registers.keepBefore(1);
  expect(registers.get(150)).toBeUndefined();
});
