import { once } from 'node:events';
import { type WatchTask, watch } from './watch.ts';

// Entry of a target's process: one task in, one answer out.
const [task] = (await once(process, 'message')) as [WatchTask];
process.send!(await watch(task), () => process.exit());
