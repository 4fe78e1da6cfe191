import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { clearDataFolder, dataFolderOf } from './data-folder.ts';

test.each([
  [[], join('.data', 'demo')],
  [['--data', 'elsewhere'], 'elsewhere'],
  [['--data'], join('.data', 'demo')],
])('%j means %s', (given, folder) => {
  expect(dataFolderOf(given)).toBe(resolve(folder));
});

test('only what a demonstration has left is replaced', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'shelfgate-data-'));
  try {
    const data = join(folder, 'demo');
    await clearDataFolder(data);
    await mkdir(join(data, 'postgres'));
    await writeFile(join(data, 'postgres', 'file'), 'old');
    await clearDataFolder(data);
    expect(await readdir(data)).toEqual(['.shelfgate-demo']);

    const foreign = join(folder, 'documents');
    await mkdir(foreign);
    await writeFile(join(foreign, 'thesis.txt'), 'ten years');
    await expect(clearDataFolder(foreign)).rejects.toThrow('left alone');
    expect(await readdir(foreign)).toEqual(['thesis.txt']);
  } finally {
    await rm(folder, { recursive: true });
  }
});
