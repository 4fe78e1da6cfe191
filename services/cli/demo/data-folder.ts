import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { InputError } from '../../../shared/domain/errors.ts';

/** Says that a folder is a demonstration's, so that the next one may replace it. */
const MARK = '.shelfgate-demo';

/** Where the data of a demonstration go: the folder behind `--data`, else `.data/demo`. */
export function dataFolderOf(given: readonly string[]): string {
  const at = given.indexOf('--data');
  const named = at < 0 ? undefined : given[at + 1];
  return resolve(named ?? join('.data', 'demo'));
}

/**
 * Makes the folder empty. What an earlier demonstration left there goes; anything else stays.
 * @throws InputError `folder-in-use` for a folder with something in it that no demonstration has put there
 */
export async function clearDataFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const content = await readdir(folder);
  if (content.length > 0 && !content.includes(MARK)) {
    throw new InputError(
      'folder-in-use',
      {
        zh: `${folder} 不是演示的数据目录，未作改动；请用 --data 指定空目录`,
        en: `${folder} is no folder of a demonstration and was left alone; name an empty one with --data`,
      },
      '--data',
    );
  }
  for (const name of content) await rm(join(folder, name), { recursive: true, force: true, maxRetries: 5 });
  await writeFile(join(folder, MARK), '');
}
