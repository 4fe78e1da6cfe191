import { readFile, writeFile } from 'node:fs/promises';
import Ajv2020 from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { BUILT_IN_TEXT } from './built-in.ts';
import { rulebookJsonSchema } from './json-schema.ts';

const FILE = new URL('./rulebook.schema.json', import.meta.url);

/** `UPDATE_SCHEMAS=1` writes the file anew; look at the difference before committing: stores' editors use it. */
test('the published schema is what the code validates with', async () => {
  const made = rulebookJsonSchema();
  if (process.env.UPDATE_SCHEMAS === '1') await writeFile(FILE, `${JSON.stringify(made, null, 2)}\n`);
  expect(JSON.parse(await readFile(FILE, 'utf8'))).toEqual(JSON.parse(JSON.stringify(made)));
});

test('an editor that knows nothing else takes a good rulebook and refuses a bad one', async () => {
  const schema = JSON.parse(await readFile(FILE, 'utf8')) as object;
  const validate = new Ajv2020.default({ strict: true, allErrors: true }).compile(schema);
  expect(validate(parse(BUILT_IN_TEXT))).toBe(true);
  const book = { schema: 'rulebook/1', name: 'n', version: 'v', rules: { 'a/b': 'off', 'a/c': { state: 'observe' } } };
  expect(validate(book)).toBe(true);
  expect(validate({ ...book, rules: { 'a/b': 'on' } })).toBe(false);
  expect(validate({ ...book, more: 1 })).toBe(false);
  expect(validate({ ...book, waivers: [{ id: 'W' }] })).toBe(false);
});
