import { proto } from '../../../test/fixtures/proto.ts';
import { buildProtoResources, type ProtoResourceRecipe } from '../../../test/fixtures/proto-resources.ts';
import type { LocaleWish } from '../android/resources.ts';
import { ProtoAllowance } from '../binary/protobuf.ts';
import { LIMITS } from '../limits.ts';
import { Observations } from '../observations.ts';
import { ProtoResources } from './proto-resources.ts';

function table(recipe: ProtoResourceRecipe) {
  const built = buildProtoResources('com.example', recipe);
  return { built, ...open(built.bytes) };
}

function open(bytes: Buffer) {
  const observations = new Observations();
  return { resources: new ProtoResources(bytes, 'base/resources.pb', observations), observations };
}

test.each([
  [{ default: 'Map', 'zh-rCN': '地图', 'zh-rTW': '地圖', zh: '图' }, '地图', 'Map'],
  [{ default: 'Map', 'zh-rTW': '地圖', 'zh-rHK': '地圖', zh: '图' }, '图', 'Map'],
  [{ default: 'Map', 'zh-rTW': '地圖' }, 'Map', 'Map'],
  [{ default: 'Map', 'b+zh+Hant+CN': '地圖', 'b+zh+Hans+SG': '图' }, '图', 'Map'],
  [{ 'zh-rCN-watch': '新图', 'zh-rCN': '地图', default: 'Map', 'night-v26': 'Later' }, '地图', 'Map'],
  [{ en: 'English', fr: 'Carte' }, null, null],
])('of %j a user in mainland China sees %s', (texts, zh, text) => {
  const { resources, built } = table({ string: { a: texts } });
  const seen = (wish: LocaleWish) => resources.resolve(built.id('string', 'a'), wish)?.text ?? null;
  expect([seen('zh'), seen('default')]).toEqual([zh, text]);
});

test('every kind of value is read back', () => {
  const { resources, built, observations } = table({
    string: { a: { default: 'A' }, b: { default: { reference: 0x7f010000 } } },
    bool: { yes: { default: true } },
    integer: { n: { default: -5 } },
    layout: { main: { default: { file: 'res/layout/main.xml' }, land: { file: 'res/layout-land/main.xml' } } },
    style: { Box: { default: { style: { 16843014: true }, parent: 0x7f050001 } }, Same: { default: { reference: 0x7f050000 } } },
    array: { names: { default: { array: ['x', 'y'] } } },
    plurals: { many: { default: { plural: { one: '1 day', other: '%d days' } } } },
  });
  expect(resources.resolve(built.id('string', 'b'), 'zh')).toMatchObject({ type: 3, text: 'A' });
  expect(resources.resolve(built.id('bool', 'yes'), 'default')).toMatchObject({ type: 0x12, data: 0xffffffff });
  expect(resources.resolve(built.id('integer', 'n'), 'default')).toMatchObject({ type: 0x10, data: 0xfffffffb });
  expect(resources.resolve(built.id('style', 'Box'), 'default')).toBeNull();
  const style = { parent: 0x7f050001, values: new Map([[0x01010106, { type: 0x12, data: 0xffffffff, text: null }]]) };
  expect(resources.bag(built.id('style', 'Box'))).toEqual(style);
  expect(resources.bag(built.id('style', 'Same'))).toEqual(style);
  const texts = (id: number) => [...resources.bag(id)!.values].map(([key, value]) => [key, value.text]);
  expect(texts(built.id('array', 'names'))).toEqual([
    [0, 'x'],
    [1, 'y'],
  ]);
  expect(texts(built.id('plurals', 'many'))).toEqual([
    [0x01000006, '1 day'],
    [0x01000004, '%d days'],
  ]);
  expect([...resources.files('layout')].map(({ name, path }) => `${name} ${path}`)).toEqual([
    'main res/layout/main.xml',
    'main res/layout-land/main.xml',
  ]);
  expect([...resources.strings()].map(({ name, text }) => [name, text.zh, text.default])).toEqual([
    ['a', 'A', 'A'],
    ['b', 'A', 'A'],
  ]);
  expect(resources.name(built.id('style', 'Same'))).toBe('style/Same');
  expect([resources.id('style/Same'), resources.id('com.example:string/b'), resources.id('string/none')]).toEqual([
    built.id('style', 'Same'),
    built.id('string', 'b'),
    0,
  ]);
  expect([resources.name(0x7f010099), resources.bag(0x01030001), resources.resolve(0, 'zh')]).toEqual([null, null, null]);
  expect(observations.gaps).toEqual([]);
});

test('a circle of references ends', () => {
  const { resources } = table({
    string: { a: { default: { reference: 0x7f010001 } }, b: { default: { reference: 0x7f010000 } } },
  });
  expect([resources.resolve(0x7f010000, 'zh'), resources.bag(0x7f010000)]).toEqual([null, null]);
});

test('a table that breaks off keeps what came before', () => {
  const { bytes } = buildProtoResources('com.example', { string: { a: { default: 'A' } } });
  const { resources, observations } = open(Buffer.concat([bytes, Buffer.from([0x12, 0x50, 1])]));
  expect(resources.resolve(0x7f010000, 'zh')?.text).toBe('A');
  expect(observations.gaps.map(({ code, affects }) => [code, affects])).toEqual([['protobuf-length', 'resources']]);
});

test('a broken value is a gap and not there; its neighbours are', () => {
  const { resources, observations } = table({
    string: { a: { default: { item: Buffer.from([0x12, 0x7f]) } }, b: { default: 'B' } },
  });
  expect([...resources.strings()].map(({ name }) => name)).toEqual(['b']);
  expect(observations.gaps.map(({ code }) => code)).toEqual(['protobuf-length']);
});

test('more entries than the limit are not kept', () => {
  const entry = proto([3, Buffer.alloc(0)]);
  const entries = Buffer.alloc(entry.length * (LIMITS.resourceEntries + 1), entry);
  const { observations } = open(proto([2, proto([3, entries])]));
  expect(observations.gaps.map(({ code }) => code)).toEqual(['resource-table-too-large']);
});

test('more types than packages can have are not kept', () => {
  const type = proto([3, Buffer.alloc(0)]);
  const { observations } = open(proto([2, Buffer.alloc(type.length * (LIMITS.protobufTypes + 1), type)]));
  expect(observations.gaps.map(({ code }) => code)).toEqual(['resource-table-too-large']);
});

test('tables of several modules share what may be read', () => {
  const { bytes } = buildProtoResources('com.example', { string: { a: { default: 'A' } } });
  const observations = new Observations();
  const allowance = Object.assign(new ProtoAllowance(), { fields: 40 });
  const tables = ['base', 'more'].map(
    (name) => new ProtoResources(bytes, `${name}/resources.pb`, observations, `${name}/`, allowance),
  );
  const found = Array.from({ length: 4 }, () => tables.map((table) => table.resolve(0x7f010000, 'zh')?.text ?? null)).flat();
  expect(found).toContain('A');
  expect(found.at(-1)).toBeNull();
  expect(new Set(observations.gaps.map(({ code }) => code))).toEqual(new Set(['protobuf-too-many-fields']));
});

test('a table made to be searched without end is given up', () => {
  const pairs = Buffer.alloc(2_000_000, proto([6, Buffer.alloc(0)]));
  const { resources, observations } = open(proto([2, proto([1, proto([1, 0x7f])], [3, proto([1, proto([1, 1])], [3, pairs])])]));
  for (let i = 0; i < 200; i++) expect(resources.resolve(0x7f010000, 'default')).toBeNull();
  expect(new Set(observations.gaps.map(({ code }) => code))).toEqual(new Set(['protobuf-too-many-fields']));
});
