import { parseArgs } from 'node:util';
import { knowledge } from '../../shared/knowledge/index.ts';
import { markdownTable } from './bench/figures.ts';
import { readArchiveList } from './evaluation/sdk/archive-list.ts';
import { factsOfPackage } from './evaluation/sdk/built-cases.ts';
import { casesOf } from './evaluation/sdk/cases.ts';
import { answersOf, judgeSeen, judgeUnseen, samplesOfCases } from './evaluation/sdk/judge.ts';
import { inspectCases, inspectReal, prepare, SHARED_OPTIONS, SHARED_USAGE } from './evaluation/sdk/prepare.ts';
import { writeReadmeBlock } from './evaluation/sdk/readme-block.ts';
import { type SdkScore, scoreOf, summarise } from './evaluation/sdk/score.ts';
import { shellApps } from './evaluation/sdk/shells.ts';
import { RENAMING } from './evaluation/sdk/toolchain.ts';

const USAGE = `Usage: npm run eval:sdk -- [options]

  --errors           names every SDK that was missed or reported wrongly
  --readme           writes the figures into README.md
${SHARED_USAGE}`;

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const share = (value: number | null): string => (value === null ? '–' : value.toFixed(3));

interface Row {
  readonly name: string;
  readonly scores: readonly { readonly name: string; readonly score: SdkScore }[];
}

function tableOf(rows: readonly Row[]): string {
  const head = ['what', 'apps', 'SDKs in them', 'precision', 'recall', 'version exact', 'other', 'unknown'];
  const cells = rows.map(({ name, scores }) => {
    const { apps, held, precision, recall, versions } = summarise(scores.map(({ score }) => score));
    const known = versions.exact + versions.other > 0;
    const counts = [versions.exact, versions.other, versions.unknown].map((count) => (known ? String(count) : '–'));
    return [name, String(apps), String(held), share(precision), share(recall), ...counts];
  });
  return markdownTable(head, cells);
}

/** Prints how well SDKs are found in apps built from vendors' archives and in real packages. @returns 0 where the goals are reached, else 1 */
async function main(): Promise<number> {
  const { values } = parseArgs({
    args: process.argv.slice(2).filter((argument) => argument !== 'eval:sdk'),
    options: { ...SHARED_OPTIONS, errors: { type: 'boolean', default: false }, readme: { type: 'boolean', default: false } },
  });
  const list = readArchiveList();
  const options = await prepare(list, values);
  const cases = await inspectCases(casesOf(list), options, say);
  const inspected = await inspectReal(values.corpus, options);
  const real = inspected.map(({ of, facts }) => {
    return { name: of.name, score: scoreOf(of.truth, answersOf(facts, knowledge).answers) };
  });
  const shells: Row['scores'][number][] = [];
  for (const { name, bytes } of shellApps(knowledge)) {
    const { answers } = answersOf(await factsOfPackage(bytes, options), knowledge);
    shells.push({ name, score: scoreOf({ holds: [], either: [] }, answers) });
  }

  const others = inspected.map(({ facts, of }) => ({ facts, holds: of.truth.holds.map(({ id }) => id) }));
  const samples = samplesOfCases(cases, others, knowledge);
  const byName = (use: string): Row['scores'] =>
    cases
      .filter(
        ({ case: one }) =>
          one.way === 'plain' && (one.archives.some(({ corrected }) => corrected) ? 'development' : one.use) === use,
      )
      .map((one) => ({ name: one.case.name, score: judgeSeen(one, knowledge) }));
  const unseen = (way: string, use: string): Row['scores'] =>
    cases
      .filter(({ case: one }) => one.way === way && one.use === use)
      .map((one) => ({ name: `${way} ${one.case.name}`, score: judgeUnseen(one, samples, list.archives, knowledge) }));
  const renamed = RENAMING.flatMap((way) =>
    (['development', 'held-out'] as const).map((use): Row => ({ name: `${way}, ${use}`, scores: unseen(way, use) })),
  );
  const rows: Row[] = [
    { name: 'as the vendor has it, development', scores: byName('development') },
    { name: 'as the vendor has it, held-out', scores: byName('held-out') },
    { name: 'real packages', scores: real },
    { name: 'shells of hardening products', scores: shells },
    ...renamed,
    { name: 'renamed in any way', scores: renamed.flatMap(({ scores }) => scores) },
  ];
  const versionsOf = new Map<string, number>();
  for (const { id } of list.archives.flatMap(({ holds }) => holds)) versionsOf.set(id, (versionsOf.get(id) ?? 0) + 1);
  const several = [...versionsOf.values()].filter((count) => count > 1).length;
  const table = `${list.archives.length} archives with ${versionsOf.size} SDKs, ${several} of them in several archives.\n\n${tableOf(rows)}`;
  say(table);
  const times = cases.map(({ facts }) => answersOf(facts, knowledge).ms).sort((a, b) => a - b);
  const slowest = times.at(-1) ?? 0;
  say(`\nDetection: median ${(times[times.length >> 1] ?? 0).toFixed(2)} ms an app, slowest ${slowest.toFixed(2)} ms.`);
  if (values.errors) {
    for (const { name, scores } of rows.slice(0, -1)) {
      for (const { name: app, score } of scores) {
        for (const id of score.missed) say(`${name}: missed ${id} in ${app}`);
        for (const id of score.wrong) say(`${name}: wrongly ${id} in ${app}`);
      }
    }
  }
  if (values.readme) writeReadmeBlock('README.md', 'eval-sdk', table);
  return reached(rows) ? 0 : 1;
}

/** The goals: precision .98 and recall .95 under the vendors' names, precision .95 and recall .80 renamed, nothing in a shell. */
function reached(rows: readonly Row[]): boolean {
  const of = (pick: (name: string) => boolean) =>
    summarise(rows.filter(({ name }) => pick(name)).flatMap(({ scores }) => scores.map(({ score }) => score)));
  const named = of((name) => name.startsWith('as the vendor'));
  const renamed = of((name) => name === 'renamed in any way');
  const atLeast = (value: number | null, goal: number): boolean => value !== null && value >= goal;
  return (
    atLeast(named.precision, 0.98) &&
    atLeast(named.recall, 0.95) &&
    atLeast(renamed.precision, 0.95) &&
    atLeast(renamed.recall, 0.8) &&
    of((name) => name.startsWith('shells')).wrong === 0
  );
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  return 3;
});
