import { readdir, readFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { PackageFacts } from '../../shared/domain/facts/package.ts';
import { knowledge } from '../../shared/knowledge/index.ts';
import { detectSdks } from '../../shared/knowledge/sdks/detection/detect.ts';
import { markdownTable, rounded } from './bench/figures.ts';
import { fullFacts } from './bench/inspection/full-facts.ts';
import { LARGE, largeFacts, withAllFingerprints } from './bench/large-facts.ts';
import { type Spent, timed } from './bench/timed.ts';
import { loadSamples } from './samples.ts';

const USAGE = `Usage: npm run bench:sdk -- [options]

  --seconds N   how long each app is looked through again and again (1)
  --facts DIR   stored facts (JSON files) beside the sample packages
  --goal MS     milliseconds an app; more on average end with 1 (2)
`;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Facts as JSON, so that every round begins with objects about which nothing is remembered. */
interface Stored {
  readonly name: string;
  readonly json: string;
}

interface Measured {
  readonly name: string;
  readonly json: number;
  readonly packages: number;
  readonly found: number;
  /** Parsing alone, which whoever uses stored facts pays anyhow. */
  readonly floor: Spent;
  readonly detecting: Spent;
}

async function storedApps(folder: string | undefined): Promise<Stored[]> {
  const samples = new Set((await loadSamples()).map((sample) => sample.package));
  const apps: { readonly name: string; readonly facts: PackageFacts }[] = [];
  for (const path of samples) apps.push({ name: basename(path), facts: await fullFacts(path, 'one') });
  const large = {
    name: `composed: ${LARGE.packages} packages, ${LARGE.prints} prints`,
    facts: largeFacts(apps[0]!.facts, knowledge),
  };
  const stored = [...apps, large].map(({ name, facts }) => ({ name, json: JSON.stringify(facts) }));
  for (const name of folder === undefined ? [] : (await readdir(folder)).filter((each) => each.endsWith('.json')).sort()) {
    stored.push({ name, json: await readFile(join(folder!, name), 'utf8') });
  }
  return stored;
}

async function measure({ name, json }: Stored, known: typeof knowledge, milliseconds: number): Promise<Measured> {
  const parse = () => JSON.parse(json) as PackageFacts;
  const { code } = parse();
  const found = detectSdks(parse(), known).length;
  const whole = () => detectSdks(parse(), known);
  await timed(whole, milliseconds / 3);
  const floor = await timed(parse, milliseconds);
  const both = await timed(whole, milliseconds);
  const detecting = {
    mean: Math.max(0, both.mean - floor.mean),
    quietest: Math.max(0, both.quietest - floor.quietest),
  };
  return { name, json: json.length, packages: code.packages.length, found, floor, detecting };
}

/** Detects SDKs in stored facts on one core and prints a Markdown table. @returns 0 where the goal is reached, else 1 */
async function main(): Promise<number> {
  const { values } = parseArgs({
    args: process.argv.slice(2).filter((argument) => argument !== 'bench:sdk'),
    options: { seconds: { type: 'string', default: '1' }, facts: { type: 'string' }, goal: { type: 'string', default: '2' } },
  });
  const [seconds, goal] = [Number(values.seconds), Number(values.goal)];
  if (!(seconds > 0 && goal > 0)) throw new Error(USAGE);
  const known = withAllFingerprints(knowledge);
  say(
    `Node.js ${process.version}, ${cpus()[0]?.model ?? 'CPU'}; ${known.sdks.length} SDKs with as many fingerprints, one thread\n`,
  );
  const measured: Measured[] = [];
  for (const app of await storedApps(values.facts)) measured.push(await measure(app, known, seconds * 1_000));
  say(
    markdownTable(
      ['App', 'Facts, JSON', 'Packages', 'SDKs', 'Detected', 'In the quietest tenth', 'Floor: parsed', 'Of the floor'],
      measured.map(({ name, json, packages, found, floor, detecting }) => [
        name,
        `${rounded(json / 1_024)} KB`,
        String(packages),
        String(found),
        `${rounded(detecting.mean)} ms`,
        `${rounded(detecting.quietest)} ms`,
        `${rounded(floor.mean)} ms`,
        `×${rounded(detecting.mean / floor.mean)}`,
      ]),
    ),
  );
  const times = measured.map(({ detecting }) => detecting.mean);
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  say(
    `\nOn average ${rounded(mean)} ms an app, at worst ${rounded(Math.max(...times))} ms. Goal ${goal} ms: ` +
      `${mean <= goal ? 'reached' : 'missed'}. Load ${rounded(loadavg()[0]!)} on ${cpus().length} cores.`,
  );
  return mean <= goal ? 0 : 1;
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return 3;
});
