import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PermanentError } from '../../domain/errors.ts';
import { type Account, asAccount } from './account.ts';
import type { Binaries } from './binaries.ts';
import { commandOf, isAlive } from './process-identity.ts';

/** What a running server writes into `postmaster.pid`: one value a line (PostgreSQL, `miscadmin.h`, LOCK_FILE_LINE_*). */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

const pidFile = (cluster: string): string => join(cluster, 'postmaster.pid');

/** Null when there is no such file or it is not whole yet. */
export async function readPostmaster(cluster: string): Promise<Postmaster | null> {
  const lines = (await readFile(pidFile(cluster), 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  if (!Number.isSafeInteger(pid) || pid <= 0) return null;
  return { pid, port: Number(lines[3] ?? 0), ready: lines[7]?.trim() === 'ready' };
}

/**
 * Stops the server of a cluster: fast first (sessions are ended, a checkpoint is written), at once if that takes too long.
 * @throws PermanentError `database-not-stopped`
 */
export async function stopPostmaster(
  binaries: Binaries,
  account: Account | null,
  cluster: string,
  graceMs = 30_000,
): Promise<void> {
  const running = await readPostmaster(cluster);
  if (running === null || !isAlive(running.pid)) return;
  let cause: unknown;
  for (const mode of ['fast', 'immediate']) {
    const wanted = [
      'stop',
      `--pgdata=${cluster}`,
      `--mode=${mode}`,
      '--wait',
      `--timeout=${Math.ceil(graceMs / 1000)}`,
      '--silent',
    ];
    const { file, args, options } = await asAccount(account, binaries.pgCtl, wanted, [cluster]);
    try {
      await promisify(execFile)(file, args, options);
      return;
    } catch (error) {
      cause = error;
      if (!isAlive(running.pid)) return;
    }
  }
  throw new PermanentError(
    'database-not-stopped',
    { zh: `内嵌PostgreSQL（进程 ${running.pid}）无法停止`, en: `The embedded PostgreSQL (process ${running.pid}) does not stop` },
    { cause },
  );
}

/**
 * Stops the server that an earlier process left behind when it was killed. A `postmaster.pid` whose process has ended, or is another
 * program by now, is removed, because PostgreSQL would refuse to start where that id is in use; backends that may still be ending it
 * notices by their shared memory all the same. The caller holds the folder's lock.
 * @returns the process id of the server that was stopped
 */
export async function clearOrphan(binaries: Binaries, account: Account | null, cluster: string): Promise<number | null> {
  const left = await readPostmaster(cluster);
  if (left === null) return null;
  const command = isAlive(left.pid) ? await commandOf(left.pid) : '';
  const ours = process.platform === 'win32' ? isAlive(left.pid) : command.includes('postgres') && command.includes(cluster);
  if (!ours) {
    await rm(pidFile(cluster), { force: true });
    return null;
  }
  await stopPostmaster(binaries, account, cluster);
  return left.pid;
}
