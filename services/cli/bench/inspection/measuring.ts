import { once } from 'node:events';
import { compareWithFloor, measureMemory } from './compare.ts';
import { fullFacts } from './full-facts.ts';
import { phasesOf } from './phases.ts';
import { measureRanges } from './ranges.ts';
import { soak } from './soak.ts';
import type { Task, TaskResult } from './task.ts';

async function perform(task: Task): Promise<TaskResult[Task['kind']]> {
  switch (task.kind) {
    case 'compare':
      return compareWithFloor(task.path, task.repeats, task.threads);
    case 'memory':
      return measureMemory(task.path, task.repeats, task.threads);
    case 'phases':
      return phasesOf(() => fullFacts(task.path, 'one'), task.repeats);
    case 'ranges':
      return measureRanges(task.path, task.object, task.repeats);
    case 'soak':
      return soak(task.paths, task.count);
  }
}

// Entry of a measuring process: one task in, one answer out.
const [task] = (await once(process, 'message')) as [Task];
const result = await perform(task);
process.send!(result, () => process.disconnect());
