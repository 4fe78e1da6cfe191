import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from './real-code.ts';
import type { StoredObject } from './task.ts';

/** An S3 store to measure with: the one that the service's own variables name, or the one of the tests on this machine. */
export interface MeasuredStore {
  readonly name: string;
  readonly access: Omit<StoredObject, 'key'>;
  stop(): Promise<void>;
}

const TEST_SERVER = join(ROOT, 'test/support/s3-server.mjs');

/**
 * @param folder for the objects of the tests' server
 * @returns null where `OBJECT_STORE_URL` names no S3 store and the tests' server is not there
 */
export async function openMeasuredStore(
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<MeasuredStore | null> {
  if (env.OBJECT_STORE_URL?.startsWith('s3://')) {
    const access = { url: env.OBJECT_STORE_URL, accessKey: env.S3_ACCESS_KEY ?? '', secretKey: env.S3_SECRET_KEY ?? '' };
    return { name: new URL(env.OBJECT_STORE_URL).host, access, stop: async () => undefined };
  }
  if (!existsSync(TEST_SERVER)) return null;
  const child = spawn(process.execPath, [TEST_SERVER, folder, '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return {
    name: 's3rver on this machine',
    access: { url: `s3://127.0.0.1:${port}/bench?tls=false&region=us-east-1`, accessKey: 'S3RVER', secretKey: 'S3RVER' },
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
