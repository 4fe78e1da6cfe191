import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A folder of this jest run, shared by its workers; what is noted in it is stopped and removed when the run ends or is killed. */
export function runFolder(): string {
  const folder = process.env.SHELFGATE_TEST_RUN;
  if (folder === undefined) throw new Error('run the tests with test/jest.config.mjs, which makes the folder of the run');
  return folder;
}

/** Notes a server process that must end with the run. */
export async function endsWithRun(pid: number): Promise<void> {
  await writeFile(join(runFolder(), `${pid}.pid`), '');
}

/** Starts something once for all workers of the run; whoever comes first starts it, the others wait for what it left. */
export async function oncePerRun<Result>(name: string, start: () => Promise<Result>): Promise<Result> {
  const folder = runFolder();
  const left = join(folder, `${name}.json`);
  const first = await mkdir(join(folder, `${name}.starting`)).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
      return false;
    },
  );
  if (first) {
    const outcome = await start().then(
      (result) => ({ result }),
      (error: Error) => ({ error: error.stack ?? error.message }),
    );
    const draft = `${left}.draft`;
    await writeFile(draft, JSON.stringify(outcome));
    await rename(draft, left);
  }
  for (const since = Date.now(); ; await sleep(30)) {
    const text = await readFile(left, 'utf8').catch(() => null);
    if (text !== null) {
      const outcome = JSON.parse(text) as { result: Result } | { error: string };
      if ('error' in outcome) throw new Error(`${name} did not start: ${outcome.error}`);
      return outcome.result;
    }
    if (Date.now() - since > 90_000) throw new Error(`${name} did not start in time`);
  }
}
