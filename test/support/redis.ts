import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { freePort } from '../../shared/platform/postgres/port.ts';
import { endsWithRun } from './run-folder.ts';

const given = process.env.REDIS_URL || null;
const inPath = spawnSync('redis-server', ['--version']).status === 0;

/** Whether tests that need Redis can run: a `redis-server` in the PATH, or `REDIS_URL`. Skip with a reason when not. */
export const redisAvailable: boolean = inPath || given !== null;

/** Whether a server of one's own can be started, killed and started again; `REDIS_URL` alone cannot be. */
export const redisCanBeKilled: boolean = inPath;

/** A Redis server for one test file. */
export interface TestRedis {
  readonly url: string;
  /** Kills the server (SIGKILL); null where it is not ours. */
  readonly kill: (() => Promise<void>) | null;
  /** Starts it again on the same port with what its append-only file holds. */
  readonly restart: (() => Promise<void>) | null;
  stop(): Promise<void>;
}

async function answers(url: string): Promise<boolean> {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: null, maxRetriesPerRequest: 0, connectTimeout: 500 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.ping()) === 'PONG';
  } catch {
    return false;
  } finally {
    client.disconnect();
  }
}

/** Starts `redis-server` on a free port of the loopback address, or uses `REDIS_URL` where there is no such program. */
export async function testRedis(): Promise<TestRedis> {
  if (!inPath) {
    if (given === null) throw new Error('no redis-server in the PATH and no REDIS_URL; ask redisAvailable first');
    return { url: given, kill: null, restart: null, stop: async () => undefined };
  }
  const folder = await mkdtemp(join(tmpdir(), 'shelfgate-redis-'));
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}/0`;
  const settings = {
    port,
    bind: '127.0.0.1',
    dir: folder,
    appendonly: 'yes',
    save: '',
    'maxmemory-policy': 'noeviction',
    loglevel: 'warning',
  };
  const start = async () => {
    const child = spawn(
      'redis-server',
      Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]),
      { stdio: 'ignore' },
    );
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    await endsWithRun(child.pid ?? 0);
    for (const since = Date.now(); !(await answers(url)); await sleep(30))
      if (child.exitCode !== null || Date.now() - since > 20_000) throw new Error('redis-server does not start');
    return { child, ended };
  };
  let running = await start();
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    running.child.kill(signal);
    await running.ended;
  };
  return {
    url,
    kill: () => end('SIGKILL'),
    restart: async () => {
      running = await start();
    },
    stop: async () => {
      await end('SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
}
