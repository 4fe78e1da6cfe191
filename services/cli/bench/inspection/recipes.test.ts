import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runFloor } from './floor.ts';
import { fullFacts } from './full-facts.ts';
import { MEGABYTE, makePackage } from './recipes.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shelfgate-recipes-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test.each([false, true])('a package of real code of the size asked for, filled with zeros: %p', async (zeros) => {
  const made = await makePackage(join(folder, `${zeros}.apk`), 8, { total: 12 * MEGABYTE, zeros });
  const { size } = await stat(made.path);
  expect(Math.abs(size - 12 * MEGABYTE)).toBeLessThan(200_000);
  expect(made).toMatchObject({ repeated: 0 });
  expect(Math.abs(made.dexBytes - 8 * MEGABYTE)).toBeLessThan(MEGABYTE);
  expect(await runFloor(made.path)).toBe(made.dexBytes);
  const facts = await fullFacts(made.path, 'one');
  expect(facts.gaps.filter(({ affects }) => affects === 'code')).toEqual([]);
  expect(facts.code.dexFiles).toHaveLength(made.dexFiles);
  // The block is another package's: its signature holds, its digests do not.
  expect(facts.signing.results?.find(({ scheme }) => scheme === 'v2')).toMatchObject({ result: 'invalid' });
});
