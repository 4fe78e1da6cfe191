import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { INSPECTOR_VERSION } from '../../shared/inspection/index.ts';
import { packageFactsSchema } from '../../shared/inspection/schema/package-facts.ts';
import { DEPENDENCY_APKS } from '../fixtures/packages.ts';
import { inspectFile } from '../fixtures/source.ts';

const FILE = new URL('./inspector-version.json', import.meta.url);
const hash = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);

/**
 * Facts are kept by the package's hash and `INSPECTOR_VERSION`, and what is kept is not made again. When this test fails, facts have
 * another shape or another content than before, by a change of the inspector or of the knowledge that it uses: raise the version, or
 * keep it where no facts were kept under it yet (before a release); then write the file anew with `UPDATE_FACTS=1`.
 */
test('what the inspector says of real packages belongs to its version', async () => {
  const facts: Record<string, string> = {};
  for (const path of DEPENDENCY_APKS) {
    const { inspector: _version, ...rest } = (await inspectFile(path)).facts;
    facts[basename(path)] = hash(rest);
  }
  const made = { inspector: INSPECTOR_VERSION, schema: hash(z.toJSONSchema(packageFactsSchema)), facts };
  if (process.env.UPDATE_FACTS === '1') await writeFile(FILE, `${JSON.stringify(made, null, 2)}\n`);
  expect(JSON.parse(await readFile(FILE, 'utf8'))).toEqual(made);
});
