import { memoryOf } from '../memory.ts';
import { fullFacts } from './full-facts.ts';
import type { Soaked } from './task.ts';

const SAMPLES = 10;

/** Inspects packages again and again in this process, and samples its memory: at the start (after one round), and ten times on the way. */
export async function soak(paths: readonly string[], count: number): Promise<Soaked> {
  const samples: { after: number; resident: number; heap: number }[] = [];
  const sample = (after: number): void => {
    globalThis.gc?.();
    samples.push({ after, resident: memoryOf(process.pid).now, heap: process.memoryUsage().heapUsed / 2 ** 20 });
  };
  const every = Math.max(1, Math.floor(count / SAMPLES));
  for (let done = 0; done < count; ) {
    await fullFacts(paths[done % paths.length]!, 'one');
    done += 1;
    if (done === Math.min(paths.length, every) || done % every === 0) sample(done);
  }
  return { samples };
}
