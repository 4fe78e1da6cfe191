import { buildResources, type ResourceLayout, type ResourceRecipe } from '../../../test/fixtures/arsc.ts';
import { Observations } from '../observations.ts';
import { ResourceTable } from './arsc.ts';
import type { LocaleWish } from './arsc-config.ts';

function table(recipe: ResourceRecipe, layout?: ResourceLayout) {
  const observations = new Observations();
  const built = buildResources('com.example', recipe, layout);
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
  const entries = 1_000_000;
  const chunk = Buffer.alloc(84 + entries * 4);
  chunk.writeUInt16LE(0x0201, 0);
  chunk.writeUInt16LE(84, 2);
  chunk.writeUInt32LE(chunk.length, 4);
  chunk.set([1, 1], 8);
  chunk.writeUInt32LE(entries, 12);
  chunk.writeUInt32LE(84, 16);
  chunk.writeUInt32LE(64, 20);
  const { resources, observations } = rawTable(chunk);
  for (let i = 0; i < 1000; i++) expect(resources.resolve(0x7f010000 + i + 1, 'default')).toBeNull();
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
