import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TARGETS } from './targets/index.ts';

/** What the fuzzer once found stays found: `regressions/TARGET/what-it-was.bin`. */
const FOLDER = join(import.meta.dirname, 'regressions');

test('every folder of findings belongs to a target', () => {
  expect(readdirSync(FOLDER).filter((name) => !TARGETS.some((target) => target.name === name))).toEqual([]);
});

describe.each(TARGETS.filter(({ name }) => existsSync(join(FOLDER, name))))('$name', (target) => {
  test.each(readdirSync(join(FOLDER, target.name)))('%s', async (file) => {
    const input = readFileSync(join(FOLDER, target.name, file));
    await target.run(input);
    await target.examine(input);
  });
});
