import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BACKENDS } from './bench/deployment.ts';
import { markdownTable, percentile, rounded } from './bench/figures.ts';
import { measureLarge } from './bench/large.ts';
import { type Measurement, makeLoad, measure } from './bench/measure.ts';
import { loadSamples, type Sample } from './samples.ts';

const GIGABYTE = 1 << 30;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** One sample a package: the packages differ in size and in how much code they hold. */
async function distinctSamples(): Promise<{ sample: Sample; bytes: Buffer }[]> {
  const byPackage = new Map(
    (await loadSamples()).filter((sample) => sample.policy.file).map((sample) => [sample.package, sample]),
  );
  return Promise.all([...byPackage.values()].map(async (sample) => ({ sample, bytes: await readFile(sample.package) })));
}

function column(measurement: Measurement): string[] {
  const { acknowledged, decided, floor } = measurement;
  const p50 = percentile(acknowledged, 0.5);
  return [
    String(measurement.submissions),
    rounded(measurement.perSecond),
    `${rounded(floor.perSecond)} (×${rounded(floor.perSecond / measurement.perSecond)})`,
    `${rounded(p50)} / ${rounded(percentile(acknowledged, 0.99))} ms`,
    `${rounded(percentile(floor.milliseconds, 0.5))} ms (×${rounded(p50 / percentile(floor.milliseconds, 0.5))})`,
    `${rounded(percentile(decided, 0.5))} / ${rounded(percentile(decided, 0.99))} ms`,
    `${rounded(measurement.apiPeak)} MB (${rounded(measurement.apiIdle)} idle)`,
    `${rounded(measurement.workerPeak)} MB`,
  ];
}

const ROWS = [
  'Submissions, every package inspected',
  'Decided a second, end to end',
  'Floor: packages hashed and written a second (how many times the above)',
  'Acknowledged after, p50 / p99',
  'Floor: one package hashed and written, p50 (the above is how many times)',
  'Decided after, p50 / p99',
  'API process, peak memory',
  'Worker process (all pools), peak memory',
];

async function inScratch<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'shelfgate-bench-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function compareBackends(count: number, concurrency: number): Promise<void> {
  const load = makeLoad(await distinctSamples(), count);
  const columns: { head: string; cells: string[] }[] = [];
  for (const backend of BACKENDS) {
    say(`${backend} …`);
    const measurement = await inScratch((folder) => measure(backend, load, concurrency, folder));
    if (measurement) columns.push({ head: backend, cells: column(measurement) });
    else say(`  no redis-server on the PATH and no REDIS_URL: skipped`);
  }
  const megabytes = load.reduce((sum, { bytes }) => sum + bytes.length, 0) / load.length / 2 ** 20;
  say(`\n${rounded(megabytes)} MB a package on average, ${concurrency} sent at a time.\n`);
  say(
    markdownTable(
      ['', ...columns.map(({ head }) => head)],
      ROWS.map((row, index) => [row, ...columns.map(({ cells }) => cells[index]!)]),
    ),
  );
}

async function streamLarge(): Promise<void> {
  const [first] = await distinctSamples();
  const result = await inScratch(async (folder) => measureLarge(first!.sample, 2 * GIGABYTE, folder));
  const rise = result.peak - result.idle;
  say('');
  say(
    markdownTable(
      ['One body of', 'taken in', 'API memory idle', 'API memory at its peak', 'rise'],
      [
        [
          `${rounded(result.bytes / GIGABYTE)} GiB`,
          `${rounded(result.seconds)} s (${rounded(result.bytes / 2 ** 20 / result.seconds)} MB/s)`,
          `${rounded(result.idle)} MB`,
          `${rounded(result.peak)} MB`,
          `${rounded(rise)} MB`,
        ],
      ],
    ),
  );
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    args: process.argv.slice(2).filter((argument) => argument !== 'bench'),
    options: {
      count: { type: 'string', default: '40' },
      concurrency: { type: 'string', default: '4' },
      large: { type: 'boolean' },
    },
  });
  const memory = `${Math.round(totalmem() / GIGABYTE)} GB`;
  say(
    `Node.js ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}, ${memory}\n`,
  );
  await compareBackends(Math.max(1, Number(values.count)), Math.max(1, Number(values.concurrency)));
  if (values.large) await streamLarge();
  return 0;
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return 3;
});
