import type { PackageFacts } from '../../../../shared/domain/facts/package.ts';
import { pack } from '../../../../shared/platform/database/packed.ts';
import { memoryOf } from '../memory.ts';
import { runFloor } from './floor.ts';
import { fullFacts } from './full-facts.ts';
import { spent } from './spent.ts';
import type { Compared, MemoryUse, Spent, Threads } from './task.ts';

/** Floor and facts of a package by turns, so that whatever else the machine does falls on both alike. */
export async function compareWithFloor(path: string, repeats: number, threads: Threads): Promise<Compared> {
  const floor: Spent[] = [];
  const times: Spent[] = [];
  let facts: PackageFacts | undefined;
  for (let round = 0; round < repeats; round++) {
    floor.push(await spent(() => runFloor(path)));
    times.push(
      await spent(async () => {
        facts = await fullFacts(path, threads);
      }),
    );
  }
  const { code, gaps } = facts!;
  return {
    floor,
    facts: times,
    classes: code.dexFiles.reduce((sum, { classes }) => sum + classes, 0),
    methods: code.dexFiles.reduce((sum, { methods }) => sum + methods, 0),
    factBytes: Buffer.byteLength(JSON.stringify(facts)),
    keptBytes: (await pack(facts)).length,
    gaps: [...new Set(gaps.map((gap) => gap.code))],
  };
}

/** The peak of a process that does nothing but inspect. */
export async function measureMemory(path: string, repeats: number, threads: Threads): Promise<MemoryUse> {
  const before = memoryOf(process.pid).now;
  for (let round = 0; round < repeats; round++) await fullFacts(path, threads);
  return { before, peak: process.resourceUsage().maxRSS / 1024 };
}
