import {
  buildResources,
  type ResourceLayout,
  type ResourceRecipe,
  type TableOptions,
} from '../../../services/cli/building/arsc.ts';
import { Observations } from '../observations.ts';
import { ResourceTable } from './arsc.ts';
import type { LocaleWish } from './arsc-config.ts';

function table(recipe: ResourceRecipe, layout?: ResourceLayout, options?: TableOptions) {
  const observations = new Observations();
  const built = buildResources('com.example', recipe, layout, options);
  const resources = new ResourceTable(built.bytes, observations);
  const text = (name: string, wish: LocaleWish) => resources.resolve(built.id('string', name), wish)?.text ?? null;
  return { resources, built, text, observations };
}

test.each<ResourceLayout>(['dense', 'sparse', 'offset16', 'compact'])('values are found in a table with %s entries', (layout) => {
  const { resources, built, text, observations } = table(
    { string: { a: { default: 'A', zh: '甲' }, b: { zh: '乙' }, c: { default: 'C' } }, bool: { yes: { default: true } } },
    layout,
  );
  expect([text('a', 'default'), text('a', 'zh'), text('b', 'default'), text('b', 'zh'), text('c', 'zh')]).toEqual([
    'A',
    '甲',
    null,
    '乙',
    'C',
  ]);
  expect(resources.resolve(built.id('bool', 'yes'), 'default')).toEqual({ type: 0x12, data: 0xffffffff, text: null });
  expect(observations.gaps).toEqual([]);
});

test.each([
  [{ default: 'Map', 'zh-rCN': '地图', 'zh-rTW': '地圖', zh: '图' }, '地图'],
  [{ default: 'Map', 'zh-rTW': '地圖', 'zh-rHK': '地圖', zh: '图' }, '图'],
  [{ default: 'Map', 'zh-rTW': '地圖', 'zh-rHK': '地圖' }, 'Map'],
  [{ default: 'Map', 'b+zh+Hant+CN': '地圖', 'b+zh+Hans+SG': '图' }, '图'],
  [{ default: 'Map', en: 'English', fr: 'Carte' }, 'Map'],
  [{ 'zh-rCN': '地图' }, '地图'],
])('of %j a user in mainland China sees %s', (texts, expected) => {
  expect(table({ string: { a: texts } }).text('a', 'zh')).toBe(expected);
});

test.each([
  [{ default: 'old', v21: 'newer', v31: 'newest' }, 'newest'],
  [{ default: 'phone', sw600dp: 'tablet' }, 'phone'],
  [{ default: 'day', night: 'dark' }, 'day'],
  [{ default: 'upright', land: 'across' }, 'upright'],
  [{ mdpi: 'm', hdpi: 'h', xhdpi: 'xh', xxhdpi: 'xxh', xxxhdpi: 'xxxh' }, 'xxh'],
  [{ mdpi: 'm', xxxhdpi: 'xxxh' }, 'xxxh'],
  [{ xxhdpi: 'xxh', 'anydpi-v26': 'any' }, 'any'],
  [{ default: 'A', mcc460: '中国移动', mcc310: 'US' }, '中国移动'],
  [{ default: 'A', 'mcc310-zh': '别处' }, 'A'],
  [{ watch: 'watch' }, 'watch'],
  [{ watch: 'watch', default: 'phone' }, 'phone'],
  [{ 'zh-rCN-land': '横', zh: '中' }, '中'],
  [{ 'zh-rCN-v21': '新', 'zh-rCN': '旧' }, '新'],
])('of %j a phone in mainland China takes %s', (texts, expected) => {
  expect(table({ string: { a: texts } }).text('a', 'zh')).toBe(expected);
});

test('styles, arrays, names, files and all strings', () => {
  const { resources, built } = table({
    string: { a: { default: 'A', zh: '甲' }, b: { en: 'only English' }, c: { 'zh-rCN': '丙' } },
    layout: { main: { default: 'res/a.xml', land: 'res/b.xml', v21: 'res/a.xml' } },
    style: {
      parent: { default: { style: { 16843014: true } } },
      child: { default: { style: { 16842964: 7, 16843087: 'text' }, parent: 0x7f030000 } },
      alias: { default: { reference: 0x7f030001 } },
    },
    array: { names: { default: { array: ['x', 'y'] } } },
  });
  const alias = resources.bag(built.id('style', 'alias'))!;
  expect([alias.parent, [...alias.values].map(([id, { type, data, text }]) => [id, type, text ?? data])]).toEqual([
    built.id('style', 'parent'),
    [
      [0x010100d4, 0x10, 7],
      [0x0101014f, 0x03, 'text'],
    ],
  ]);
  expect([...resources.bag(built.id('array', 'names'))!.values.values()].map(({ text }) => text)).toEqual(['x', 'y']);
  expect(resources.bag(built.id('string', 'a'))).toBeNull();
  expect(resources.resolve(built.id('style', 'child'), 'default')).toBeNull();
  expect([resources.name(built.id('layout', 'main')), resources.name(0x7f7f0001)]).toEqual(['layout/main', null]);
  expect([...resources.files('layout')].map(({ name, path }) => [name, path])).toEqual([
    ['main', 'res/a.xml'],
    ['main', 'res/b.xml'],
  ]);
  expect([...resources.strings()].map(({ name, text }) => [name, text.zh, text.default])).toEqual([
    ['a', '甲', 'A'],
    ['c', '丙', null],
  ]);
});

test('packages of other numbers: shared libraries, split-up types, aliases, references to the own package', () => {
  const shared = table({ string: { a: { default: 'A' } } }, 'dense', { packageId: 0 });
  expect(shared.resources.resolve(0x00010000, 'default')?.text).toBe('A');
  const own = table({ string: { a: { default: { reference: 0x00010001 } }, b: { default: 'B' } } });
  expect(own.text('a', 'default')).toBe('B');
  const offset = table({ string: { a: { default: 'A' } } }, 'dense', { typeIdOffset: 0x20 });
  expect([offset.text('a', 'default'), offset.resources.name(0x7f210000)]).toEqual(['A', 'string/a']);
  const library = table({ string: { a: { default: 'A' } } }, 'dense', { libraries: { 37: 'com.example' } });
  expect(library.resources.resolve(0x25010000, 'default')?.text).toBe('A');
  const staged = table({ string: { a: { default: 'A' } } }, 'dense', { aliases: { 2147418112: 0x7f010000 } });
  expect(staged.resources.resolve(0x7fff0000, 'default')?.text).toBe('A');
});

test('characters beyond the 16-bit plane as aapt2 writes them, and texts in UTF-16', () => {
  const { text, built } = table({ string: { a: { default: 'x' } } }, 'dense', { utf16: true });
  expect(text('a', 'default')).toBe('x');
  const bytes = Buffer.from(built.bytes);
  expect(bytes.includes(Buffer.from('x', 'utf16le'))).toBe(true);
  const surrogates = table({ string: { a: { default: '??????!' } } });
  const patched = Buffer.from(surrogates.built.bytes);
  patched.set([0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80], patched.indexOf('??????'));
  expect(new ResourceTable(patched, new Observations()).resolve(surrogates.built.id('string', 'a'), 'default')?.text).toBe('😀!');
});

test('references are followed, and a circle ends', () => {
  const ids = { a: 0x7f010000, b: 0x7f010001, c: 0x7f010002 };
  const { text } = table({
    string: { a: { default: { reference: ids.b } }, b: { default: { reference: ids.c } }, c: { default: 'end', zh: '终' } },
  });
  expect([text('a', 'default'), text('a', 'zh')]).toEqual(['end', '终']);
  const circle = table({ string: { a: { default: { reference: ids.b } }, b: { default: { reference: ids.a } } } });
  expect(circle.text('a', 'default')).toBeNull();
});

test('ids of other packages, types and entries lead nowhere', () => {
  const { resources } = table({ string: { a: { default: 'A' } } });
  for (const id of [0x01010000, 0x7f020000, 0x7f010009, 0, 0xffffffff]) expect(resources.resolve(id, 'zh')).toBeNull();
});

test('a table made to be searched without end is given up', () => {
  const chunk = Buffer.alloc(84);
  chunk.writeUInt16LE(0x0201, 0);
  chunk.writeUInt16LE(84, 2);
  chunk.writeUInt32LE(chunk.length, 4);
  chunk.set([1], 8);
  chunk.writeUInt32LE(84, 16);
  chunk.writeUInt32LE(64, 20);
  const { resources, observations } = rawTable(Buffer.concat(Array.from({ length: 20_000 }, () => chunk)));
  for (let i = 0; i < 6000; i++) expect(resources.resolve(0x7f010000 + i, 'default')).toBeNull();
  expect(observations.gaps.map(({ code }) => code)).toEqual(['resources-too-costly']);
});

test('type chunks without end are not kept', () => {
  const chunk = Buffer.alloc(24);
  chunk.writeUInt16LE(0x0201, 0);
  chunk.writeUInt16LE(24, 2);
  chunk.writeUInt32LE(24, 4);
  const { observations } = rawTable(Buffer.concat(Array.from({ length: 200_001 }, () => chunk)));
  expect(observations.gaps.map(({ code }) => code)).toEqual(['resource-table-too-large']);
});

/** A table with one package that consists of these chunks. */
function rawTable(chunks: Buffer): { resources: ResourceTable; observations: Observations } {
  const head = Buffer.alloc(12 + 288);
  head.writeUInt16LE(2, 0);
  head.writeUInt16LE(12, 2);
  head.writeUInt32LE(head.length + chunks.length, 4);
  head.writeUInt16LE(0x0200, 12);
  head.writeUInt16LE(288, 14);
  head.writeUInt32LE(288 + chunks.length, 16);
  head.writeUInt32LE(0x7f, 20);
  const observations = new Observations();
  return { resources: new ResourceTable(Buffer.concat([head, chunks]), observations), observations };
}
