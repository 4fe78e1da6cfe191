import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { oncePerRun } from './run-folder.ts';

const BOOTSTRAP = fileURLToPath(new URL('../../services/bootstrap.mjs', import.meta.url));

/** Brings dist/ up to date, once a run: threads and processes run the compiled code even when the tests run the sources. */
export async function ensureBuild(): Promise<void> {
  await oncePerRun('build', async () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [BOOTSTRAP, 'build'], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`the build failed:\n${stdout}${stderr}`);
    return {};
  });
}
