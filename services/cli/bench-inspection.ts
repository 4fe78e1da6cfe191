import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Bench } from './bench/inspection/report.ts';
import { large } from './bench/inspection/section-large.ts';
import { rate } from './bench/inspection/section-rate.ts';
import { soak } from './bench/inspection/section-soak.ts';
import { speed } from './bench/inspection/section-speed.ts';
import { where } from './bench/inspection/section-where.ts';

const USAGE = `Usage: npm run bench:inspection -- [options]

  --only NAME   speed, synthetic (of speed, the first package only), where, large, rate or soak; may be given again
  --repeats N   how often floor and facts are measured by turns; the median counts (7)
  --soak [N]    inspections of the long run: 10000, or 500 without this option
`;

const SECTIONS: Readonly<Record<string, (bench: Bench) => Promise<boolean>>> = {
  speed: (bench) => speed(bench, undefined),
  synthetic: (bench) => speed(bench, 'synthetic'),
  where,
  large,
  rate,
  soak,
};

function readArguments(argv: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { only: { type: 'string', multiple: true }, repeats: { type: 'string', default: '7' }, soak: { type: 'boolean' } },
  });
  const count = values.soak ? Number(positionals[0] ?? 10_000) : 500;
  const repeats = Number(values.repeats);
  const names = values.only ?? ['speed', 'where', 'large', 'rate', 'soak'];
  if (!(repeats >= 1 && count >= 1) || names.some((name) => !(name in SECTIONS))) throw new Error(USAGE);
  return { names, repeats, soak: count };
}

/** Measures and prints Markdown tables. @returns 0 where every line that can fail passed, else 1 */
async function main(): Promise<number> {
  const { names, ...numbers } = readArguments(process.argv.slice(2).filter((argument) => argument !== 'bench:inspection'));
  const say = (text: string): void => void process.stdout.write(`${text}\n`);
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  say(
    `Node.js ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}, ${memory}`,
  );
  const folder = await mkdtemp(join(tmpdir(), 'shelfgate-bench-'));
  try {
    let passed = true;
    for (const name of names) {
      say('');
      passed = (await SECTIONS[name]!({ folder, say, ...numbers })) && passed;
    }
    return passed ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return 3;
});
