import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { freePort } from '../program.ts';

/** A Redis to measure with. */
export interface MeasuredRedis {
  readonly url: string;
  stop(): Promise<void>;
}

/** Resolves when the server says that it takes connections; rejects when it ends before. */
function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`redis-server ended with ${code}`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      if (chunk.includes('Ready to accept connections')) resolve();
    });
  });
}

/**
 * The Redis of `REDIS_URL`, else a `redis-server` of the PATH with the settings of the scaled form (journal on disk, nothing dropped).
 * @returns null where there is neither
 */
export async function startRedis(
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<MeasuredRedis | null> {
  if (env.REDIS_URL) return { url: env.REDIS_URL, stop: async () => undefined };
  await mkdir(folder, { recursive: true });
  const port = await freePort();
  const settings = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--dir',
    folder,
    '--appendonly',
    'yes',
    '--maxmemory-policy',
    'noeviction',
  ];
  const child = spawn('redis-server', settings, { stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    await untilReady(child);
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return null;
    throw error;
  }
  return {
    url: `redis://127.0.0.1:${port}/0`,
    async stop() {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
