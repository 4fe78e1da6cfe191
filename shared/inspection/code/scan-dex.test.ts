import { buildDex } from '../../../services/cli/building/dex.ts';
import { programOf } from '../../../test/fixtures/program.ts';
import { scanEntry } from './scan-dex.ts';

const WISH = { fields: [], strings: ['wanted'], prefixes: ['content://'] };
const CLASSES = [
  {
    name: 'a.B',
    methods: [{ name: 'run', strings: ['wanted', 'content://x', 'not wanted'], calls: ['Lb/C;->go(Ljava/lang/String;I)V'] }],
  },
  { name: 'a.D', methods: [{ name: 'stop', calls: ['La/B;->run()V'] }] },
];
const scan = (bytes: Buffer) => scanEntry(Buffer.from(Uint8Array.from(bytes).buffer), 'classes.dex', WISH);

/**
 * The same file in compact form (ART, `CompactDexFile`): the tables stay where they are, a copy of the whole is the data section, and in
 * it the last four bytes in front of each method's instructions become the short header.
 */
function compact(dex: Buffer, longCounts = false): Buffer {
  const data = Buffer.from(dex);
  const classes = dex.readUInt32LE(96);
  for (let i = 0; i < classes; i++) {
    let at = dex.readUInt32LE(dex.readUInt32LE(100) + i * 32 + 24);
    const counts = [0, 1, 2, 3].map(() => dex[at++]!);
    for (let method = 0; method < counts[2]! + counts[3]!; method++) {
      at += 1 + (dex[at + 1]! >= 0x80 ? 3 : 1);
      const code = (dex[at]! & 0x7f) | (dex[at + 1]! << 7);
      const length = dex.readUInt32LE(code + 12);
      const header = code + 12;
      data.writeUInt16LE(longCounts ? 0x10 : length << 5, header + 2);
      if (longCounts) data.writeUInt16LE(length, header - 2);
      data.writeUInt16LE(0, header - 4);
      data[at] = (header & 0x7f) | 0x80;
      data[at + 1] = header >> 7;
      at += 2;
    }
  }
  const file = Buffer.concat([dex, data]);
  file.write('cdex001\0', 'latin1');
  file.writeUInt32LE(dex.length, 108);
  return file;
}

test('one sweep gives classes, methods, calls, wanted strings', () => {
  const { dexes, whole, gaps } = scan(buildDex(CLASSES));
  expect({ whole, gaps }).toEqual({ whole: true, gaps: [] });
  const [dex] = dexes;
  expect(dex!.classes.type).toHaveLength(2);
  expect(dex!.defined.method).toHaveLength(2);
  expect(dex!.calls.target).toHaveLength(2);
  expect(dex!.stringUses).toHaveLength(6);
});

test.each([
  ['with short counts', false],
  ['with counts in front', true],
])('a compact file gives what the standard one gives, %s', (_name, longCounts) => {
  const standard = buildDex(CLASSES);
  const { dexes, gaps } = scan(compact(standard, longCounts));
  expect(gaps).toEqual([]);
  expect(dexes[0]).toMatchObject({ version: 'cdex001', compact: true, whole: true });
  const [own, judge] = [programOf(compact(standard, longCounts)), programOf(standard)];
  const told = ({ calls, methods, types, bodies }: typeof own) => [
    Array.from(calls.target, (method, i) => [types.descriptor(methods.class[method]!), methods.name(method), calls.offset[i]]),
    [...bodies.length],
  ];
  expect(told(own)).toEqual(told(judge));
});

test('names, prototypes and flags come back as they were written', () => {
  const program = programOf(buildDex(CLASSES));
  const { types, methods, calls } = program;
  const target = calls.target[0]!;
  expect([types.descriptor(methods.class[target]!), methods.name(target), methods.prototype(target)]).toEqual([
    'Lb/C;',
    'go',
    '(Ljava/lang/String;I)V',
  ]);
  expect(methods.findSelector('go', '(Ljava/lang/String;I)V')).toBe(methods.selector[target]);
  expect(methods.findSelector('go', '(I)V')).toBe(-1);
  expect(methods.find(types.find('La/B;'), methods.findSelector('run', '()V'))).toBe(calls.target[1]);
  expect(types.defined[types.find('La/B;')]).toBe(1);
  expect(types.defined[types.find('Lb/C;')]).toBe(0);
});

test('the same class in two files: the first one counts', () => {
  const program = programOf(buildDex([CLASSES[0]!]), buildDex([{ name: 'a.B', methods: [{ name: 'late' }] }]));
  const late = program.methods.find(program.types.find('La/B;'), program.methods.findSelector('late', '()V'));
  expect(program.methods.flags[late]).toBe(-1);
  expect(program.methods.body[late]).toBe(-1);
  expect(program.bodies.count).toBe(2);
});

test('a file with more methods than anyone writes is left at the limit', () => {
  const dex = buildDex([{ name: 'a.B', methods: [{ name: 'run' }] }]);
  const data = Buffer.concat([Buffer.from([0, 0, 0x80, 0x80, 0x80, 0x04, 0]), Buffer.alloc(13 << 20)]);
  const long = Buffer.concat([dex, data]);
  long.writeUInt32LE(dex.length, long.readUInt32LE(100) + 24);
  const { dexes, gaps, whole } = scan(long);
  expect(whole).toBe(false);
  expect(gaps.map(({ code }) => code)).toEqual(['dex-too-much']);
  expect(dexes[0]!.defined.method.length).toBeGreaterThan(0);
}, 20_000);
