import { readFile, writeFile } from 'node:fs/promises';
import { PUBLISHED_SCHEMAS } from './json-schema.ts';

/** `UPDATE_SCHEMAS=1` writes the files anew; look at the difference before committing: stores validate with them. */
const update = process.env.UPDATE_SCHEMAS === '1';

test.each(['verdict', 'report'] as const)('the published schema of the %s is what the code validates with', async (name) => {
  const file = new URL(`./schema/${name}.json`, import.meta.url);
  const made = PUBLISHED_SCHEMAS[name]();
  if (update) await writeFile(file, `${JSON.stringify(made, null, 2)}\n`);
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(made)));
});
