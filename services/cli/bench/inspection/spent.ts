import type { Spent } from './task.ts';

/** Wall and processor seconds of some work, threads of this process included. */
export async function spent(work: () => Promise<unknown>): Promise<Spent> {
  const cpu = process.cpuUsage();
  const started = performance.now();
  await work();
  const { user, system } = process.cpuUsage(cpu);
  return { wall: (performance.now() - started) / 1000, cpu: (user + system) / 1e6 };
}
