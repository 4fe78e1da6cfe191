import { spawn } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Makes the folder of the run and the process that cleans up after it. That one waits for the end of its standard input, which
 * comes when this process ends, however it ends: a run that is killed leaves no servers behind either.
 */
export default async function globalSetup() {
  const folder = await mkdtemp(join(tmpdir(), 'shelfgate-tests-'));
  process.env.SHELFGATE_TEST_RUN = folder;
  const sweeper = spawn(process.execPath, [fileURLToPath(new URL('./sweeper.mjs', import.meta.url)), folder], {
    stdio: ['pipe', 'ignore', 'inherit'],
    detached: true,
  });
  sweeper.unref();
  sweeper.stdin.unref();
  globalThis.__SHELFGATE_SWEEPER__ = sweeper;
}
