import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { oncePerRun } from './run-folder.ts';

const BOOTSTRAP = fileURLToPath(new URL('../../services/bootstrap.mjs', import.meta.url));
const CONSOLE = new URL('../../services/bootstrap/build-console.mjs', import.meta.url).href;

/** Brings dist/ up to date, once a run: threads and processes run the compiled code even when the tests run the sources. */
export async function ensureBuild(): Promise<void> {
  await oncePerRun('build', async () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [BOOTSTRAP, 'build'], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`the build failed:\n${stdout}${stderr}`);
    return {};
  });
}

/** Brings dist/console/ up to date, once a run: the page alone, where the program runs from its sources. */
export async function ensureConsole(): Promise<void> {
  await oncePerRun('console', async () => {
    const script = `await (await import(${JSON.stringify(CONSOLE)})).buildConsoleIfStale();`;
    const args = ['--input-type=module', '--eval', script];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`the console could not be built:\n${stdout}${stderr}`);
    return {};
  });
}
