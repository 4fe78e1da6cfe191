import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCapped, readCappedJson } from './read-capped.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'capped-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a file up to the limit is read whole', async () => {
  const path = join(folder, 'a');
  await writeFile(path, 'x'.repeat(200_000));
  expect((await readCapped(path, 200_000)).length).toBe(200_000);
  await expect(readCapped(path, 199_999)).rejects.toMatchObject({ code: 'too-large' });
  await writeFile(path, '{"a": 1}');
  expect(await readCappedJson(path, 100)).toEqual({ a: 1 });
});

test('a device without a size and without an end is too large', async () => {
  await expect(readCapped('/dev/zero', 1 << 20)).rejects.toMatchObject({ code: 'too-large' });
});

test('what is not there, or no file, says so', async () => {
  await expect(readCapped(join(folder, 'missing'), 10)).rejects.toMatchObject({ code: 'no-such-file' });
  await expect(readCapped(folder, 1 << 20)).rejects.toMatchObject({ code: 'unreadable-file' });
});
