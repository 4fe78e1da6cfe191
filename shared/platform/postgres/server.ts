import { type ChildProcess, spawn } from 'node:child_process';
import { open, readFile, rename, stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { PermanentError } from '../../domain/errors.ts';
import { type Account, asAccount } from './account.ts';
import type { Binaries } from './binaries.ts';
import { readPostmaster } from './postmaster.ts';

export interface ServerOptions {
  readonly binaries: Binaries;
  readonly account: Account | null;
  readonly cluster: string;
  readonly log: string;
  readonly port: number;
  readonly durable: boolean;
}

const LOG_LIMIT = 10 * 2 ** 20;
/** Long enough to replay the log of a server that was killed under load. */
const START_LIMIT_MS = 5 * 60_000;

const settings = (port: number, durable: boolean): string[] => {
  const values: Record<string, string | number> = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    timezone: 'UTC',
    log_timezone: 'UTC',
    logging_collector: 'off',
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
};

async function wordsSince(log: string, offset: number): Promise<string> {
  return (await readFile(log).catch(() => Buffer.alloc(0))).subarray(offset).toString().slice(-1500).trim();
}

async function untilReady(child: ChildProcess, { cluster, log }: ServerOptions, offset: number): Promise<void> {
  let ended: string | null = null;
  child.once('error', (error) => {
    ended = error.message;
  });
  child.once('exit', (code, signal) => {
    ended = `ended with ${code ?? signal}`;
  });
  for (const since = Date.now(); Date.now() - since < START_LIMIT_MS; await sleep(20)) {
    if (ended !== null) break;
    const running = await readPostmaster(cluster);
    if (running?.pid === child.pid && running?.ready) return;
  }
  const why = `${ended ?? 'not ready in time'}: ${await wordsSince(log, offset)}`;
  throw new PermanentError('database-not-started', {
    zh: `内嵌PostgreSQL无法启动：${why}`,
    en: `The embedded PostgreSQL does not start: ${why}`,
  });
}

/** What the server says while backends of one that was killed are still on their way out. */
const STILL_ENDING = 'pre-existing shared memory block';
const ENDING_LIMIT_MS = 20_000;

/**
 * Starts the server of a cluster, patiently where one that was killed has not quite ended.
 * @throws PermanentError `database-not-started` with the server's last words
 */
export async function startServer(options: ServerOptions): Promise<ChildProcess> {
  for (const since = Date.now(); ; await sleep(200)) {
    try {
      return await startOnce(options);
    } catch (error) {
      if (!String(error).includes(STILL_ENDING) || Date.now() - since > ENDING_LIMIT_MS) throw error;
    }
  }
}

/**
 * Starts the server and waits until it takes connections. It runs in a session of its own, so that Ctrl-C reaches us
 * and not it, and writes to a file, so that it does not end with our pipes.
 */
async function startOnce(options: ServerOptions): Promise<ChildProcess> {
  const { binaries, account, cluster, log } = options;
  if (((await stat(log).catch(() => null))?.size ?? 0) > LOG_LIMIT) await rename(log, `${log}.1`);
  const output = await open(log, 'a', 0o600);
  const { size } = await output.stat();
  try {
    const wanted = ['-D', cluster, ...settings(options.port, options.durable)];
    const command = await asAccount(account, binaries.postgres, wanted, [cluster]);
    const child = spawn(command.file, command.args, {
      ...command.options,
      stdio: ['ignore', output.fd, output.fd],
      detached: true,
      windowsHide: true,
    });
    child.unref();
    await untilReady(child, options, size);
    return child;
  } finally {
    await output.close();
  }
}
