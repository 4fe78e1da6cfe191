import { once } from 'node:events';
import { pack } from '../../../../shared/platform/database/packed.ts';
import { memoryOf } from '../memory.ts';
import { runFloor } from './floor.ts';
import { fullFacts } from './full-facts.ts';
import { phasesOf } from './phases.ts';
import { soak } from './soak.ts';
import type { Compared, MemoryUse, Spent, Task, TaskResult } from './task.ts';

/** Wall and processor seconds of some work, threads of this process included. */
async function spent(work: () => Promise<unknown>): Promise<Spent> {
  const cpu = process.cpuUsage();
  const started = performance.now();
  await work();
  const { user, system } = process.cpuUsage(cpu);
  return { wall: (performance.now() - started) / 1000, cpu: (user + system) / 1e6 };
}

/** By turns, so that whatever else the machine does falls on both alike. */
async function compare(path: string, repeats: number): Promise<Compared> {
  const floor: Spent[] = [];
  const times: Spent[] = [];
  let last: Awaited<ReturnType<typeof fullFacts>> | undefined;
  for (let round = 0; round < repeats; round++) {
    floor.push(await spent(() => runFloor(path)));
    times.push(
      await spent(async () => {
        last = await fullFacts(path);
      }),
    );
  }
  const { facts, reads } = last!;
  return {
    floor,
    facts: times,
    classes: facts.code.dexFiles.reduce((sum, { classes }) => sum + classes, 0),
    methods: facts.code.dexFiles.reduce((sum, { methods }) => sum + methods, 0),
    factBytes: JSON.stringify(facts).length,
    keptBytes: (await pack(facts)).length,
    reads,
    gaps: [...new Set(facts.gaps.map(({ code }) => code))],
  };
}

async function memory(path: string, repeats: number): Promise<MemoryUse> {
  const before = memoryOf(process.pid).now;
  for (let round = 0; round < repeats; round++) await fullFacts(path);
  return { before, peak: process.resourceUsage().maxRSS / 1024 };
}

async function perform(task: Task): Promise<TaskResult[Task['kind']]> {
  switch (task.kind) {
    case 'compare':
      return compare(task.path, task.repeats);
    case 'memory':
      return memory(task.path, task.repeats);
    case 'phases':
      return phasesOf(() => fullFacts(task.path), task.repeats);
    case 'soak':
      return soak(task.paths, task.count);
  }
}

const [task] = (await once(process, 'message')) as [Task];
const result = await perform(task);
process.send!(result, () => process.disconnect());
