import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { distinctPackage } from './distinct-package.ts';
import { writeLargePackage } from './large-package.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shelfgate-packages-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const unzipped = (file: string): string => execFileSync('unzip', ['-t', file], { encoding: 'utf8' });
const hasUnzip = (() => {
  try {
    execFileSync('unzip', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

(hasUnzip ? test : test.skip)('a large package is an archive that others read, and sparse', async () => {
  const file = join(folder, 'large.apk');
  await writeLargePackage(file, Buffer.from('manifest'), 3 * 2 ** 20 + 7);
  expect(unzipped(file)).toContain('No errors detected');
  const { size, blocks } = await stat(file);
  expect(size).toBeGreaterThan(3 * 2 ** 20);
  expect(blocks * 512).toBeLessThan(2 ** 20);
});

test('a distinct package differs in its end only, and twice the same mark gives the same bytes', async () => {
  const file = join(folder, 'small.apk');
  await writeLargePackage(file, Buffer.from('manifest'), 100);
  const bytes = await readFile(file);
  const one = distinctPackage(bytes, 'one');
  expect(one.equals(distinctPackage(bytes, 'one'))).toBe(true);
  expect(one.equals(distinctPackage(bytes, 'two'))).toBe(false);
  expect(one.subarray(0, bytes.length - 2).equals(bytes.subarray(0, bytes.length - 2))).toBe(true);
  expect(one.subarray(-3).toString()).toBe('one');
  expect(() => distinctPackage(one, 'again')).toThrow(/without a comment/);
});
