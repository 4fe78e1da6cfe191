import { readFile, writeFile } from 'node:fs/promises';
import { describeFacts, FIELD_TEXTS, listFields } from './describe.ts';

test('every field is explained in both languages, and nothing that is no field', () => {
  const paths = listFields().map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
  expect(paths.filter((path) => !(path in FIELD_TEXTS))).toEqual([]);
  expect(Object.keys(FIELD_TEXTS).filter((path) => !paths.includes(path))).toEqual([]);
  const untold = Object.entries(FIELD_TEXTS).filter(([, [zh, en]]) => !/\S/.test(zh) || !/\S/.test(en) || /[|\n]/.test(zh + en));
  expect(untold).toEqual([]);
});

test('types are told as rule writers read them', () => {
  const types = new Map(listFields().map(({ path, type }) => [path, type]));
  expect(types.get('identity.minSdk')).toBe('integer | null');
  expect(types.get('code.apiUses')).toBe('ApiUse[]');
  expect(types.get('code.graph')).toBe('object?');
  expect(types.get('coverage.level')).toBe('full | partial | none');
});

/** `UPDATE_SCHEMAS=1` writes the page anew. */
test('the page is this page', async () => {
  const file = new URL('../FACTS.md', import.meta.url);
  const made = describeFacts();
  if (process.env.UPDATE_SCHEMAS === '1') await writeFile(file, made);
  expect(await readFile(file, 'utf8')).toBe(made);
});
