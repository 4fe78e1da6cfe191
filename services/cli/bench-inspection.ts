import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { markdownTable, percentile, rounded } from './bench/figures.ts';
import { inFreshProcess } from './bench/inspection/process.ts';
import { MEGABYTE, makePackage } from './bench/inspection/recipes.ts';
import type { Spent } from './bench/inspection/task.ts';

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const median = (values: readonly number[]): number => percentile(values, 0.5);
const wall = (list: readonly Spent[]): number[] => list.map((each) => each.wall);
const cpu = (list: readonly Spent[]): number[] => list.map((each) => each.cpu);

async function main(): Promise<number> {
  const { values } = parseArgs({
    args: process.argv.slice(2).filter((argument) => argument !== 'bench:inspection'),
    options: { only: { type: 'string' }, repeats: { type: 'string', default: '7' } },
  });
  say(`Node.js ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}, ${Math.round(totalmem() / 2 ** 30)} GB\n`);
  const folder = await mkdtemp(join(tmpdir(), 'shelfgate-bench-'));
  try {
    const made = await makePackage(join(folder, 'synthetic.apk'), 48, { total: 81 * MEGABYTE });
    say(
      `${made.dexFiles} DEX (${made.repeated} repeated), ${rounded(made.dexBytes / MEGABYTE)} MB of DEX, ${rounded(made.bytes / MEGABYTE)} MB`,
    );
    const compared = await inFreshProcess<'compare'>({ kind: 'compare', path: made.path, repeats: Number(values.repeats) });
    say(`floor wall ${wall(compared.floor).map(rounded).join(' ')}; cpu ${cpu(compared.floor).map(rounded).join(' ')}`);
    say(`facts wall ${wall(compared.facts).map(rounded).join(' ')}; cpu ${cpu(compared.facts).map(rounded).join(' ')}`);
    say(
      `ratio of medians: wall ${rounded(median(wall(compared.facts)) / median(wall(compared.floor)))}, cpu ${rounded(median(cpu(compared.facts)) / median(cpu(compared.floor)))}`,
    );
    say(
      `${compared.classes} classes, ${compared.methods} methods, facts ${compared.factBytes} B, kept ${compared.keptBytes} B, read ${compared.reads.bytes} B in ${compared.reads.requests}; gaps ${compared.gaps.join(' ')}`,
    );
    const memory = await inFreshProcess<'memory'>({ kind: 'memory', path: made.path, repeats: 3 });
    say(`memory ${rounded(memory.before)} MB before, ${rounded(memory.peak)} MB peak`);
    const phases = await inFreshProcess<'phases'>({ kind: 'phases', path: made.path, repeats: 3 });
    say(
      markdownTable(
        ['phase', 's'],
        phases.map(({ phase, seconds }) => [phase, rounded(seconds)]),
      ),
    );
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  return 0;
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return 3;
});
