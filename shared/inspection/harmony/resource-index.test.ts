import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { corpus } from '../../../test/fixtures/packages.ts';
import { buildIndexV1, buildIndexV2, type IndexDirectoryRecipe } from '../../../test/fixtures/resource-index.ts';
import { readResourceIndex } from './resource-index.ts';

const APP = 16777216;
const LABEL: IndexDirectoryRecipe[] = [
  { values: [{ id: APP, type: 'string', name: 'app_name', value: 'Base' }] },
  { language: 'en', region: 'US', values: [{ id: APP, type: 'string', name: 'app_name', value: 'English' }] },
  { language: 'zh', region: 'TW', values: [{ id: APP, type: 'string', name: 'app_name', value: '繁體' }] },
  { language: 'zh', region: 'CN', values: [{ id: APP, type: 'string', name: 'app_name', value: '简体' }] },
  { language: 'zh', region: 'CN', others: [[6, 0]], values: [{ id: APP, type: 'string', name: 'app_name', value: '夜间' }] },
];
const LAYOUTS: [string, (directories: readonly IndexDirectoryRecipe[]) => Buffer][] = [
  ['first', buildIndexV1],
  ['second', buildIndexV2],
];
const read = (bytes: Buffer) => {
  const broken: unknown[] = [];
  return { index: readResourceIndex(bytes, 'resources.index', (error) => broken.push(error)), broken };
};

describe.each(LAYOUTS)('the %s layout', (_name, build) => {
  test('answers with the value for mainland China and the default one, by id and by name', () => {
    const { index, broken } = read(build(LABEL));
    expect(index.byId(APP)).toEqual({ zh: '简体', default: 'Base' });
    expect(index.byName('string', 'app_name')).toEqual({ zh: '简体', default: 'Base' });
    expect(index.byName('media', 'app_name')).toBeNull();
    expect(index.byId(1)).toBeNull();
    expect(broken).toEqual([]);
  });

  test.each<[string, string, string, number[]]>([
    ['without Chinese the default is what a user sees', 'Base', 'Base', [0, 1]],
    ['without Chinese and a default it is English', 'English', 'English', [1, 2]],
    ['traditional Chinese comes last', '简体', 'English', [1, 2, 3]],
  ])('%s', (_case, zh, base, kept) => {
    expect(read(build(kept.map((index) => LABEL[index]!))).index.byId(APP)).toEqual({ zh, default: base });
  });

  test('a reference to another resource is followed, a cycle is not', () => {
    const values = [
      { id: 1, type: 'string' as const, name: 'a', value: '$string:2' },
      { id: 2, type: 'string' as const, name: 'b', value: 'there' },
      { id: 3, type: 'string' as const, name: 'c', value: '$string:4' },
      { id: 4, type: 'string' as const, name: 'd', value: '$string:3' },
      { id: 5, type: 'strarray' as const, name: 'list', value: 'xx' },
    ];
    const { index } = read(build([{ values }]));
    expect(index.byId(1)).toEqual({ zh: 'there', default: 'there' });
    expect(index.byId(3)).toEqual({ zh: null, default: null });
    expect(index.byId(5)).toEqual({ zh: null, default: null });
    expect([...index.strings()].map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('whatever is written is read back', () => {
    const text = fc
      .string({ unit: 'grapheme', maxLength: 60 })
      .filter((value) => !value.includes('\0') && !value.startsWith('$'));
    const values = fc.uniqueArray(fc.record({ id: fc.integer({ min: 1, max: 2 ** 32 - 1 }), value: text }), {
      selector: ({ id }) => id,
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(values, (list) => {
        const directory = { values: list.map(({ id, value }) => ({ id, type: 'string' as const, name: `n${id}`, value })) };
        const { index, broken } = read(build([directory]));
        expect(broken).toEqual([]);
        for (const { id, value } of list) expect(index.byName('string', `n${id}`)).toEqual({ zh: value, default: value });
      }),
      { numRuns: 60 },
    );
  });

  test('cut anywhere, it gives what stood before and says that it is broken; nothing hangs or reads outside', () => {
    const bytes = build(LABEL);
    for (let length = 132; length < bytes.length; length += 1) {
      const { index } = read(bytes.subarray(0, length));
      expect([null, 'Base', 'English', '繁體', '简体', '夜间']).toContain(index.byId(APP)?.zh ?? null);
    }
    expect(() => read(bytes.subarray(0, 100))).toThrow(expect.objectContaining({ code: 'truncated' }));
  });

  test('any changed byte leaves an index that can be asked', () => {
    const bytes = build(LABEL);
    fc.assert(
      fc.property(fc.integer({ min: 128, max: bytes.length - 1 }), fc.integer({ min: 0, max: 255 }), (at, value) => {
        const changed = Buffer.from(bytes);
        changed[at] = value;
        const { index } = read(changed);
        index.byId(APP);
        expect([...index.strings()].length).toBeLessThan(1000);
      }),
      { numRuns: 500 },
    );
  });
});

test('counts that lead outside are told, and all directories before them are there', () => {
  const bytes = buildIndexV1(LABEL);
  bytes.writeUInt32LE(0xffffffff, 132);
  const { index, broken } = read(bytes);
  expect(broken).toEqual([expect.objectContaining({ code: 'resource-index-broken' })]);
  expect(index.byId(APP)).toBeNull();
  const values = Buffer.from(buildIndexV1(LABEL));
  values.writeUInt32LE(0x7fffffff, values.lastIndexOf('IDSS') + 4);
  expect(read(values)).toMatchObject({ broken: [expect.objectContaining({ code: 'resource-index-broken' })] });
  expect(read(values).index.byId(APP)).toEqual({ zh: '简体', default: 'Base' });
});

test('directories that all name one table of a million values are not read without end', () => {
  const many = 4000;
  const values = 200_000;
  const set = 136 + many * 12;
  const bytes = Buffer.alloc(set + 8 + values * 8);
  bytes.write('Restool 1');
  bytes.writeUInt32LE(many, 132);
  for (let key = 0; key < many; key += 1) {
    bytes.write('KEYS', 136 + key * 12);
    bytes.writeUInt32LE(set, 140 + key * 12);
  }
  bytes.write('IDSS', set);
  bytes.writeUInt32LE(values, set + 4);
  expect(read(bytes).broken).toEqual([expect.objectContaining({ code: 'resource-index-broken' })]);
});

const packages = corpus('hap');
(packages.length > 0 ? test : test.skip)('indices of real packages: the launcher has texts in Chinese and English', () => {
  const launcher = packages.find((path) => path.includes('Launcher'))!;
  const bytes = readFileSync(launcher);
  const start = bytes.indexOf('Restool 1.023');
  const { index, broken } = read(bytes.subarray(start, start + bytes.readUInt32LE(start + 128)));
  expect(broken).toEqual([]);
  expect(index.byName('string', 'entry_MainAbility')).toEqual({ zh: 'phone', default: 'phone' });
  expect(index.byId(83886092)).toEqual({
    zh: 'phone/resources/base/media/icon.png',
    default: 'phone/resources/base/media/icon.png',
  });
  const texts = [...index.strings()];
  expect(texts.length).toBe(12);
  expect(texts.some(({ text }) => text.zh !== text.default)).toBe(true);
});
