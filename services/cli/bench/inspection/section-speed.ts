import { join } from 'node:path';
import { markdownTable, rounded } from '../figures.ts';
import { inFreshProcess } from './process.ts';
import { type MadePackage, MEGABYTE, makePackage } from './recipes.ts';
import { type Bench, median, megabytes, verdict } from './report.ts';
import type { Spent } from './task.ts';

/** Facts may cost this many times the floor. */
const MOST_RATIO = 3;
const MOST_MEMORY_MB = 400;
/** Bytes of the facts of an app with 20 MB of DEX, as they are kept. */
const MOST_KEPT_BYTES = 64 << 10;

/** Speed, memory and size of the facts, for three sizes of code. @returns whether all holds as the product runs */
export async function speed(bench: Bench, only: string | undefined): Promise<boolean> {
  const { folder, repeats, say } = bench;
  const rows: string[][] = [];
  let passed = true;
  const sizes = [
    { name: 'synthetic', dex: 48, total: 81 },
    { name: '20 MB of DEX', dex: 20, total: 40 },
    { name: '60 MB of DEX', dex: 60, total: 90 },
  ].filter(({ name }) => only === undefined || only === name);
  for (const { name, dex, total } of sizes) {
    const made = await makePackage(join(folder, `${dex}.apk`), dex, { total: total * MEGABYTE });
    say(describe(name, made));
    for (const threads of ['several', 'one'] as const) {
      const { path } = made;
      const result = await inFreshProcess<'compare'>({ kind: 'compare', path, repeats, threads });
      const memory = await inFreshProcess<'memory'>({ kind: 'memory', path, repeats: 3, threads });
      say(`  ${threads} threads: floor ${times(result.floor)} s; facts ${times(result.facts)} s`);
      if (result.gaps.length > 0) say(`  gaps: ${result.gaps.join(', ')}`);
      const ratio = median(result.facts) / median(result.floor);
      const ofOneDex = dex > 20 ? '' : ` ${verdict(result.keptBytes <= MOST_KEPT_BYTES)}`;
      passed &&= threads === 'one' || (ratio <= MOST_RATIO && memory.peak <= MOST_MEMORY_MB && !ofOneDex.includes('FAIL'));
      rows.push([
        `${name}, ${threads === 'one' ? 'one thread' : 'as in production'}`,
        `${rounded(median(result.floor))} s`,
        `${rounded(median(result.facts))} s`,
        `${rounded(ratio)} × ${verdict(ratio <= MOST_RATIO)}`,
        `${rounded(result.facts[0]!.wall)} s`,
        `${rounded(memory.peak)} MB ${verdict(memory.peak <= MOST_MEMORY_MB)}`,
        `${rounded(result.factBytes / 1000)} kB`,
        `${rounded(result.keptBytes / 1000)} kB${ofOneDex}`,
      ]);
    }
  }
  say('');
  say(
    markdownTable(
      [
        'Package',
        'Floor',
        'Full facts',
        `Ratio (≤ ${MOST_RATIO})`,
        'First run',
        `Peak memory (≤ ${MOST_MEMORY_MB} MB)`,
        'Facts',
        'Kept',
      ],
      rows,
    ),
  );
  return passed;
}

function describe(name: string, { dexFiles, dexBytes, bytes, repeated }: MadePackage): string {
  const again = repeated > 0 ? `, ${repeated} of them a second time for want of more real code` : '';
  return `${name}: ${dexFiles} DEX files${again}, ${megabytes(dexBytes)} of DEX, ${megabytes(bytes)} in all`;
}

function times(list: readonly Spent[]): string {
  return list.map(({ wall }) => rounded(wall)).join(' ');
}
