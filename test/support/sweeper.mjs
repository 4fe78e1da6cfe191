import { readdir, rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until the test run that started it has ended, then stops the servers noted in the run's folder and removes it. */
const [folder] = process.argv.slice(2);

const signal = (pid, name) => {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
};

for await (const _ of process.stdin);

const servers = (await readdir(folder)).map((name) => /^(\d+)\.pid$/.exec(name)?.[1]).filter((pid) => pid !== undefined);
// SIGINT is PostgreSQL's fast shutdown and makes Redis end too.
for (const pid of servers) signal(Number(pid), 'SIGINT');
for (let waited = 0; waited < 10_000 && servers.some((pid) => signal(Number(pid), 0)); waited += 50) await sleep(50);
for (const pid of servers) signal(Number(pid), 'SIGKILL');
await rm(folder, { recursive: true, force: true });
