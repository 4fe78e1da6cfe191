import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { endsWithRun } from './run-folder.ts';

/** An S3-compatible server process for one test file. */
export interface TestS3 {
  /** For `OBJECT_STORE_URL`: names a bucket that does not exist yet. */
  readonly url: string;
  readonly credentials: { readonly accessKey: string; readonly secretKey: string };
  /** Kills the server (SIGKILL). */
  kill(): Promise<void>;
  /** Starts it again on the same port with the objects it had. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const SERVER = fileURLToPath(new URL('./s3-server.mjs', import.meta.url));

/** Starts the server on a free port of the loopback address. */
export async function testS3(): Promise<TestS3> {
  const folder = await mkdtemp(join(tmpdir(), 'shelfgate-s3-'));
  const start = async (port: number) => {
    const child = spawn(process.execPath, [SERVER, folder, String(port)], { stdio: ['ignore', 'pipe', 'inherit'] });
    await endsWithRun(child.pid ?? 0);
    const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    return { child, port: Number(line) };
  };
  let running = await start(0);
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    if (running.child.exitCode !== null || running.child.signalCode !== null) return;
    const ended = once(running.child, 'exit');
    running.child.kill(signal);
    await ended;
  };
  return {
    url: `s3://127.0.0.1:${running.port}/packages?tls=false&region=us-east-1`,
    credentials: { accessKey: 'S3RVER', secretKey: 'S3RVER' },
    kill: () => end('SIGKILL'),
    restart: async () => {
      running = await start(running.port);
    },
    stop: async () => {
      await end('SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
}
