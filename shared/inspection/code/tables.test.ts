import { PairTable } from './pair-table.ts';
import { hashBytes } from './scan-names.ts';
import type { Names } from './scanned.ts';
import { TextTable } from './text-table.ts';

function names(texts: readonly string[], hash = (bytes: Buffer) => hashBytes(bytes, 0, bytes.length)): [Buffer, Names] {
  const parts = texts.map((text) => Buffer.from(text));
  let end = 0;
  const at = parts.map(({ length }) => {
    end += length;
    return end - length;
  });
  const length = Int32Array.from(parts, (part) => part.length);
  return [Buffer.concat(parts), { at: Int32Array.from(at), length, hash: Int32Array.from(parts, hash) }];
}

test('equal texts of several files have one number, in the order in which they come', () => {
  const table = new TextTable();
  expect([...table.addAll(...names(['La/B;', 'La/C;', 'La/B;']))]).toEqual([0, 1, 0]);
  expect([...table.addAll(...names(['Lx;', 'La/C;', 'L中;']))]).toEqual([2, 1, 3]);
  expect(table.count).toBe(4);
  expect([0, 1, 2, 3].map((number) => table.text(number))).toEqual(['La/B;', 'La/C;', 'Lx;', 'L中;']);
  expect([table.find('L中;'), table.find('La/C;'), table.find('absent')]).toEqual([3, 1, -1]);
});

test('a table grows and finds all again', () => {
  const table = new TextTable();
  const texts = Array.from({ length: 20_000 }, (_, index) => `Lp${index % 97}/C${index};`);
  expect([...table.addAll(...names(texts))]).toEqual(texts.map((_, index) => index));
  expect(texts.every((text, index) => table.find(text) === index)).toBe(true);
});

test('texts that all fall into one place are given up, not walked through', () => {
  const texts = Array.from({ length: 50_000 }, (_, index) => `name${index}`);
  expect(() => new TextTable().addAll(...names(texts, () => 7))).toThrow('collide');
});

test('pairs have one number each', () => {
  const table = new PairTable();
  const pairs = Array.from({ length: 10_000 }, (_, index) => [index % 100, index] as const);
  expect(pairs.map(([first, second]) => table.add(first, second))).toEqual(pairs.map((_, index) => index));
  expect(pairs.every(([first, second], index) => table.find(first, second) === index)).toBe(true);
  expect(table.find(100, 100)).toBe(-1);
});

test('pairs that all fall into one place are given up', () => {
  const table = new PairTable();
  // The inverse of the first factor (modulo 2^32) turns the hash around: every second number has a first one with the same hash.
  let inverse = 0x9e3779b1;
  for (let i = 0; i < 5; i++) inverse = Math.imul(inverse, 2 - Math.imul(0x9e3779b1, inverse));
  const collide = () => {
    for (let second = 0; second < 50_000; second++) table.add(Math.imul(inverse, Math.imul(second, 0x85ebca77) ^ 12_345), second);
  };
  expect(collide).toThrow('collide');
});
