import { buildDex } from '../../../services/cli/building/dex.ts';
import { openDexFiles } from './dex.ts';
import { walkClasses } from './dex-classes.ts';

const bytes = buildDex([
  { name: 'a.B', methods: [{ name: '<init>' }, { name: 'run', strings: ['x'] }] },
  { name: 'a.C', methods: [{ name: 'go' }] },
]);
const first = (buffer: Buffer) => [...openDexFiles(buffer, 'classes.dex')][0]!;

function walk(buffer: Buffer): string[] {
  const dex = first(buffer);
  const told: string[] = [];
  walkClasses(dex, 'classes.dex', visitor(dex, told));
  return told;
}

function visitor(dex: ReturnType<typeof first>, told: string[]): Parameters<typeof walkClasses>[2] {
  return {
    class: (type) => told.push(dex.descriptor(type)!),
    method: (method, _start, length) => told.push(`${dex.methodName(method)} ${length}`),
  };
}

test('classes with their methods, in file order', () => {
  expect(walk(bytes)).toEqual(['La/B;', '<init> 2', 'run 4', 'La/C;', 'go 2']);
});

test.each(['035', '037', '038', '039', '040'])('version %s', (version) => {
  expect(first(buildDex([{ name: 'a.B' }], version))).toMatchObject({ version });
});

test('an odd place in memory does not matter', () => {
  const shifted = Buffer.concat([Buffer.alloc(1), bytes]).subarray(1);
  expect(walk(shifted)).toEqual(walk(bytes));
});

test('version 041: every file of the container, offsets counted from its start', () => {
  const one = container(buildDex([{ name: 'a.One' }], '041'), 0);
  const two = container(buildDex([{ name: 'a.Two' }, { name: 'a.Three' }], '041'), one.length);
  const all = [...openDexFiles(Buffer.concat([one, two]), 'classes.dex')];
  expect(all.map((dex) => dex.classes.count)).toEqual([1, 2]);
  expect(all.map((dex) => dex.descriptor(dex.classType(0)))).toEqual(['La/One;', 'La/Two;']);
});

/** Moves a file by `base` bytes inside a container: the offsets that the walk follows move with it. */
function container(dex: Buffer, base: number): Buffer {
  const moved = Buffer.from(dex);
  const add = (at: number) => moved.writeUInt32LE(moved.readUInt32LE(at) + base, at);
  const [strings, stringsAt] = [dex.readUInt32LE(56), dex.readUInt32LE(60)];
  for (let i = 0; i < strings; i++) add(stringsAt + i * 4);
  for (const field of [60, 68, 76, 100]) add(field);
  return moved;
}

test.each([
  ['string_ids', 56],
  ['type_ids', 64],
  ['method_ids', 88],
  ['class_defs', 96],
])('%s that claims more than the file holds is refused', (name, field) => {
  const lying = Buffer.from(bytes);
  lying.writeUInt32LE(0x00fffff0, field);
  expect(() => first(lying)).toThrow(name);
});

test('a list of methods without end is not followed', () => {
  const lying = Buffer.from(bytes);
  const classData = lying.readUInt32LE(lying.readUInt32LE(100) + 24);
  lying.set([0, 0, 0xff, 0xff, 0xff, 0x7f], classData);
  const told: string[] = [];
  const broken = walkClasses(first(lying), 'classes.dex', visitor(first(lying), told));
  expect(broken?.message).toMatch(/class|method/);
  // What it breaks on does not hide the classes behind it.
  expect(told.slice(-2)).toEqual(['La/C;', 'go 2']);
});

test('a container of files that share one long table is stopped', () => {
  const header = Buffer.alloc(0x70);
  header.write('dex\n041\0', 'latin1');
  header.writeUInt32LE(0x70, 32);
  const files = Buffer.concat(Array.from({ length: 5000 }, () => header));
  for (let at = 0; at < files.length; at += 0x70) {
    files.writeUInt32LE(0x10000, at + 64);
    files.writeUInt32LE(0, at + 68);
  }
  expect(() => [...openDexFiles(files, 'classes.dex')]).toThrow('over and over');
});

test('types that all have the same long name are not read without end', () => {
  const name = `L${'a'.repeat(1000)};`;
  const types = 2000;
  const table = 0x70 + 4;
  const long = Buffer.concat([Buffer.alloc(table + types * 4), Buffer.from([0xea, 0x07]), Buffer.from(`${name}\0`)]);
  long.write('dex\n035\0', 'latin1');
  for (const [field, value] of [
    [56, 1],
    [60, 0x70],
    [64, types],
    [68, table],
    [0x70, table + types * 4],
  ] as const) {
    long.writeUInt32LE(value, field);
  }
  const dex = first(long);
  expect(dex.descriptor(0)).toBe(name);
  expect(() => Array.from({ length: types }, (_, type) => dex.descriptor(type))).toThrow('over and over');
});

test('classes that all use the same long data are stopped', () => {
  const many = buildDex(Array.from({ length: 3000 }, (_, index) => ({ name: `a.C${index}`, methods: [{ name: 'run' }] })));
  const long = Buffer.concat([many, encodedMethods(60_000)]);
  const classes = long.readUInt32LE(100);
  for (let i = 0; i < 3000; i++) long.writeUInt32LE(many.length, classes + i * 32 + 24);
  const started = performance.now();
  expect(() => walk(long)).toThrow('over and over');
  // A hang, not a speed: machines are shared.
  expect(performance.now() - started).toBeLessThan(30_000);
});

/** A `class_data_item` with that many methods without code. */
function encodedMethods(count: number): Buffer {
  const size = [count & 0x7f, (count >> 7) & 0x7f, count >> 14].map((part, index) => (index < 2 ? part | 0x80 : part));
  return Buffer.concat([Buffer.from([0, 0, ...size, 0]), Buffer.alloc(count * 3)]);
}
