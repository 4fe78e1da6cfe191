import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UPLOAD_ID } from './staged.ts';

/**
 * Removes staged uploads on which nothing has been written since `before`. Files that are not ours are left alone.
 * @returns how many uploads were removed
 */
export async function expireStaged(folder: string, before: Date): Promise<number> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const latest = new Map<string, number>();
  for (const name of names) {
    const id = name.replace(/\.json$/, '');
    if (!UPLOAD_ID.test(id)) continue;
    const file = await stat(join(folder, name)).catch(() => null);
    if (file !== null) latest.set(id, Math.max(latest.get(id) ?? 0, file.mtimeMs));
  }
  const stale = [...latest].filter(([, changed]) => changed < before.getTime());
  for (const [id] of stale) {
    await rm(join(folder, id), { force: true });
    await rm(join(folder, `${id}.json`), { force: true });
  }
  return stale.length;
}
