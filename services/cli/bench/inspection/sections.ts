import { join } from 'node:path';
import { markdownTable, percentile, rounded } from '../figures.ts';
import { measurePeers, PUBLISHED_COSTS } from './peers.ts';
import { inFreshProcess } from './process.ts';
import { measureRate } from './rate.ts';
import { contentOf, corpusPackages, dependencyPackages } from './real-code.ts';
import { type MadePackage, MEGABYTE, makePackage } from './recipes.ts';
import { openMeasuredStore } from './s3.ts';
import type { Spent } from './task.ts';

/** What one section of the report is given. */
export interface Bench {
  /** For packages that are made. */
  readonly folder: string;
  readonly repeats: number;
  /** Inspections of the long run. */
  readonly soak: number;
  say(text: string): void;
}

/** Facts may cost this many times the floor. */
const MOST_RATIO = 3;
const MOST_MEMORY_MB = 400;
const MOST_KEPT_BYTES = 64 << 10;
const GROWTH_MB = 20;

const median = (list: readonly Spent[], of: keyof Spent = 'wall'): number =>
  percentile(
    list.map((each) => each[of]),
    0.5,
  );
const verdict = (holds: boolean): string => (holds ? 'PASS' : 'FAIL');
const megabytes = (bytes: number): string => `${rounded(bytes / MEGABYTE)} MB`;

/** Speed, memory and size of the facts, for three sizes of code; where the time goes; what other tools take for the first of them. */
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

/** Where the time of the synthetic package goes, and what other tools take for it. */
export async function where({ folder, say }: Bench): Promise<boolean> {
  const made = await makePackage(join(folder, '48.apk'), 48, { total: 81 * MEGABYTE });
  const phases = await inFreshProcess<'phases'>({ kind: 'phases', path: made.path, repeats: 3 });
  const sum = phases.reduce((all, { seconds }) => all + seconds, 0);
  say(
    markdownTable(
      ['Where the time goes (sampled, warm)', 's', '%'],
      phases.map(({ phase, seconds }) => [phase, rounded(seconds), rounded((100 * seconds) / sum)]),
    ),
  );
  say('');
  const peers = measurePeers(made.path).map(({ name, does, seconds }) => [
    `\`${name}\` (${does})`,
    seconds === null ? 'not installed' : `${rounded(seconds)} s`,
  ]);
  say(markdownTable(['Other tools on the same package, whole process', ''], peers));
  return true;
}

/** A package of 2 GB costs what one of 20 MB with the same code does. */
export async function large({ folder, repeats, say }: Bench): Promise<boolean> {
  const small = await makePackage(join(folder, 'small.apk'), 10, { total: 20 * MEGABYTE, zeros: true });
  const huge = await makePackage(join(folder, 'huge.apk'), 10, { total: 2000 * MEGABYTE, zeros: true });
  const store = await openMeasuredStore(join(folder, 'objects'), process.env);
  const rows: string[][] = [];
  const fetched: number[] = [];
  try {
    for (const access of store ? [null, store.access] : [null]) {
      for (const made of [small, huge]) {
        const object = access && { ...access, key: `bench/${made.bytes}-${process.pid}` };
        const result = await inFreshProcess<'ranges'>({ kind: 'ranges', path: made.path, object, repeats });
        fetched.push(result.reads.bytes);
        rows.push([
          `${megabytes(made.bytes)}, ${megabytes(made.dexBytes)} of DEX`,
          object ? store!.name : 'disk',
          `${result.reads.bytes} bytes in ${result.reads.requests} reads`,
          `${rounded(median(result.inspection))} s`,
          `${rounded(result.ingestion.wall)} s`,
        ]);
      }
    }
  } finally {
    await store?.stop();
  }
  if (!store) say('no S3 store: OBJECT_STORE_URL names none, and the server of the tests is not there\n');
  say(markdownTable(['Package', 'From', 'Fetched', 'Inspected in', 'Ingestion before'], rows));
  // What a signature covers ends in a chunk of up to 1 MiB that is read for it, more or less of it by where the size happens to end.
  const same = fetched.every((bytes, index) => Math.abs(bytes - fetched[index - (index % 2)]!) <= 1 << 20);
  say(`\nthe same bytes fetched whatever the size, but for the last chunk of a signature: ${verdict(same)}`);
  return same;
}

/** Packages a minute in two processes, over every real package at hand. */
export async function rate({ say }: Bench): Promise<boolean> {
  const paths = [...dependencyPackages(), ...corpusPackages()];
  const measured = await measureRate(paths, 2, 5);
  let dex = 0;
  for (const path of paths) {
    for (const content of (await contentOf(path, /(?:^|\/)classes\d*\.dex$/)).values()) dex += content.length;
  }
  const ours = (measured.packages / measured.seconds) * 60;
  const rows = [['Shelfgate, two processes (this run)', rounded(ours)]];
  for (const { name, seconds, perMegabyte } of PUBLISHED_COSTS) {
    const each = seconds + (perMegabyte * dex) / MEGABYTE / paths.length;
    rows.push([`${name}, computed from its measured cost`, rounded((2 * 60) / each)]);
  }
  say(`${paths.length} packages, ${megabytes(dex)} of DEX in all, each ${measured.packages / paths.length} times\n`);
  say(markdownTable(['Packages a minute on two cores', ''], rows));
  return true;
}

/** Memory of one process over many inspections. */
export async function soak({ soak: count, say }: Bench): Promise<boolean> {
  const paths = [...dependencyPackages(), ...corpusPackages()];
  const { samples } = await inFreshProcess<'soak'>({ kind: 'soak', paths, count });
  say(
    markdownTable(
      [`Memory over ${count} inspections in one process`, 'resident', 'live heap'],
      samples.map(({ after, resident, heap }) => [`after ${after}`, `${rounded(resident)} MB`, `${rounded(heap)} MB`]),
    ),
  );
  const settled = samples.slice(Math.floor(samples.length / 3));
  const growth = (settled.at(-1)?.heap ?? 0) - (settled[0]?.heap ?? 0);
  const holds = growth <= GROWTH_MB;
  say(
    `\nlive heap from the first third to the end: ${growth >= 0 ? '+' : ''}${growth.toFixed(1)} MB: ${verdict(holds)} (≤ ${GROWTH_MB} MB)`,
  );
  return holds;
}
