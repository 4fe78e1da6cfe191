import { readdir } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadRules, rulesVersion } from '../../shared/checks/registry.ts';
import { BUILT_IN } from '../../shared/checks/rulebook/built-in.ts';
import { NO_RECORDS } from '../../shared/domain/facts/records.ts';
import { knowledge } from '../../shared/knowledge/index.ts';
import type { Case } from '../../shared/pledge/case/case.ts';
import { readPolicyDocument } from '../../shared/policy/index.ts';
import { markdownTable, rounded } from './bench/figures.ts';
import { type Rejudged, rejudge, type StoredCase, stored } from './bench/rejudge.ts';
import type { Spent } from './bench/timed.ts';
import { readCaseFile } from './case-input.ts';
import { inspect } from './isolation/inspect-package.ts';
import { openLocalFile } from './local-file.ts';
import { readListing, readPolicyFile } from './review-input.ts';
import { loadSamples, type Sample } from './samples.ts';

const USAGE = `Usage: npm run bench:rules -- [options]

  --seconds N   how long each app is judged again and again (2)
  --cases DIR   case files (review --facts-out) in place of the sample packages
  --goal N      apps a second on one core; fewer on average end with 1 (300)
`;

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const RECORDS = { ...NO_RECORDS, reviewedOn: '2026-01-01' };

async function caseOf({ package: path, listing, policy }: Sample): Promise<Case> {
  const file = await openLocalFile(path);
  try {
    const facts = {
      package: await inspect(file, file.beginDigest()),
      policy: await readPolicyDocument(await readPolicyFile(policy.file!), knowledge),
      listing: await readListing(listing),
      records: RECORDS,
    };
    return { facts, rulebook: BUILT_IN };
  } finally {
    await file.close();
  }
}

async function casesOf(folder: string | undefined): Promise<StoredCase[]> {
  const cases: StoredCase[] = [];
  if (folder === undefined) {
    const samples = (await loadSamples()).filter(({ policy }) => policy.file);
    for (const sample of samples) cases.push(await stored(`${basename(sample.package)} (${sample.id})`, await caseOf(sample)));
    return cases;
  }
  const rules = await loadRules();
  for (const name of (await readdir(folder)).filter((each) => each.endsWith('.json')).sort()) {
    cases.push(await stored(name, await readCaseFile(join(folder, name), rules)));
  }
  return cases;
}

const HEAD = ['App', 'Facts, JSON', 'Kept', 'Unpacked', 'Judged', 'Apps a second', 'Floor: unpacked a second', 'Findings'];

function row(name: string, json: number, kept: number, { decision, findings, ...spent }: Rejudged): string[] {
  const [whole, unpacking] = [spent.whole.mean, spent.unpacking.mean];
  return [
    name,
    `${rounded(json / 1024)} KB`,
    `${rounded(kept / 1024)} KB`,
    `${rounded(unpacking)} ms`,
    `${rounded(whole - unpacking)} ms`,
    rounded(1_000 / whole),
    `${rounded(1_000 / unpacking)} (×${rounded(whole / unpacking)})`,
    `${findings}, ${decision}`,
  ];
}

function average(measured: readonly Rejudged[], of: 'whole' | 'unpacking', spent: keyof Spent): number {
  return measured.reduce((sum, result) => sum + result[of][spent], 0) / measured.length;
}

function inAll(measured: readonly Rejudged[], spent: keyof Spent): string {
  const [whole, unpacking] = [average(measured, 'whole', spent), average(measured, 'unpacking', spent)];
  return (
    `${rounded(1_000 / whole)} apps a second (floor ${rounded(1_000 / unpacking)}, ×${rounded(whole / unpacking)}); ` +
    `3 million apps take ${rounded((3_000 * whole) / 3_600)} hours on one core`
  );
}

/** Judges stored facts on one core and prints a Markdown table. @returns 0 where the goal is reached, else 1 */
async function main(): Promise<number> {
  const { values } = parseArgs({
    args: process.argv.slice(2).filter((argument) => argument !== 'bench:rules'),
    options: { seconds: { type: 'string', default: '2' }, cases: { type: 'string' }, goal: { type: 'string', default: '300' } },
  });
  const [seconds, goal] = [Number(values.seconds), Number(values.goal)];
  if (!(seconds > 0 && goal > 0)) throw new Error(USAGE);
  const rules = await loadRules();
  const version = rulesVersion(rules);
  const cases = await casesOf(values.cases);
  if (cases.length === 0) throw new Error(USAGE);
  say(`Node.js ${process.version}, ${cpus()[0]?.model ?? 'CPU'}; ${rules.length} rules, one thread\n`);
  const measured: Rejudged[] = [];
  const rows: string[][] = [];
  for (const kept of cases) {
    const result = await rejudge(kept, rules, version, BUILT_IN, seconds * 1_000);
    measured.push(result);
    rows.push(row(kept.name, kept.json, kept.kept, result));
  }
  say(markdownTable(HEAD, rows));
  const perSecond = 1_000 / average(measured, 'whole', 'mean');
  say(`\nOne after the other: ${inAll(measured, 'mean')}. Goal ${goal}: ${perSecond >= goal ? 'reached' : 'missed'}.`);
  say(
    `In the quietest tenth of the time: ${inAll(measured, 'quietest')}. ` +
      `Others on the machine stretch the rest: load ${rounded(loadavg()[0]!)} on ${cpus().length} cores.`,
  );
  return perSecond >= goal ? 0 : 1;
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return 3;
});
