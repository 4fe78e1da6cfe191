import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PermanentError } from '../../domain/errors.ts';
import { startOf } from './process-identity.ts';

interface Holder {
  readonly pid: number;
  readonly start: string;
  /** Tells two locks of one process apart. */
  readonly token: string;
}

const read = async (file: string): Promise<Holder | null> => {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Holder;
  } catch {
    return null;
  }
};

const inUse = (folder: string, pid: number): PermanentError =>
  new PermanentError('data-folder-in-use', {
    zh: `数据目录 ${folder} 正由进程 ${pid} 使用；请先停止该进程，或用 SHELFGATE_DATA 指定另一目录`,
    en: `The data folder ${folder} is in use by process ${pid}; stop it first, or name another folder in SHELFGATE_DATA`,
  });

/** Puts a whole file in place only if nothing is there: a link either appears with its content or fails. */
async function place(own: Holder, file: string): Promise<boolean> {
  const draft = `${file}.${own.token}`;
  await writeFile(draft, JSON.stringify(own), { mode: 0o600 });
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/**
 * Takes a data folder for this process, so that no second one starts on it. A lock whose process is gone is taken over.
 * @returns releases it
 * @throws PermanentError `data-folder-in-use`, with the id of the process that has it
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, 'shelfgate.lock');
  const own: Holder = { pid: process.pid, start: (await startOf(process.pid)) ?? 'unknown', token: randomUUID() };
  for (;;) {
    if (await place(own, file)) break;
    const holder = await read(file);
    if (holder !== null && (await startOf(holder.pid)) === holder.start) throw inUse(folder, holder.pid);
    // Moved aside, not removed: if another start took it over in between, what we moved is its lock, and it gets it back.
    const aside = `${file}.${own.token}.stale`;
    await rename(file, aside).catch(() => undefined);
    const moved = await read(aside);
    if (moved !== null && moved.token !== holder?.token) await link(aside, file).catch(() => undefined);
    await rm(aside, { force: true });
  }
  const kept = await read(file);
  if (kept?.token !== own.token) throw inUse(folder, kept?.pid ?? 0);
  return async () => {
    if ((await read(file))?.token === own.token) await rm(file, { force: true });
  };
}
