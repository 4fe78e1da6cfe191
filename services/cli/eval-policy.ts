import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { knowledge } from '../../shared/knowledge/index.ts';
import { markdownTable } from './bench/figures.ts';
import { judge } from './evaluation/policy/judge.ts';
import { readLabels } from './evaluation/policy/labels.ts';
import { groupByItem, type Judgement, type Score, type Summary, scoreOf, summarise } from './evaluation/policy/score.ts';
import { evaluateClassifier } from './training/evaluate.ts';

const USAGE = `Usage: npm run eval:policy -- [options]

  --corpus DIR   the CAPP-130 corpus (../shared/corpus/policy/capp-130)
  --errors       names each judgement that differs from its label
  --retrain      trains the sentence classifier on train alone and measures it on dev, which takes a minute or more
  --goal F       smallest macro-F1 over the items; less ends with 1 (0.9)
`;

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const share = (value: number | null): string => (value === null || Number.isNaN(value) ? '–' : value.toFixed(3));
const columns = ({ labelled, precision, recall }: Score): string[] => [String(labelled), share(precision), share(recall)];

function tableOf(judgements: readonly Judgement[]): string {
  const head = ['条目 / Item', '存在 present', 'P', 'R', '缺失 absent', 'P', 'R', '违反 violating', 'P', 'R'];
  const rows = [...groupByItem(judgements)].map(([item, ones]) => [
    `${item} ${knowledge.policyItems.get(item)?.title.zh ?? ''}`,
    ...columns(scoreOf(ones, 'present')),
    ...columns(scoreOf(ones, 'absent')),
    ...columns(scoreOf(ones, 'violating')),
  ]);
  return markdownTable(head, rows);
}

/** Prints how well the reader agrees with people who read the same policies. @returns 0 where the goal is reached, else 1 */
async function main(): Promise<number> {
  const { values } = parseArgs({
    args: process.argv.slice(2).filter((argument) => argument !== 'eval:policy'),
    options: {
      corpus: { type: 'string', default: '../shared/corpus/policy/capp-130' },
      errors: { type: 'boolean', default: false },
      retrain: { type: 'boolean', default: false },
      goal: { type: 'string', default: '0.9' },
    },
  });
  const goal = Number(values.goal);
  if (!(goal >= 0 && goal <= 1)) throw new Error(USAGE);
  if (!existsSync(values.corpus)) throw new Error(`没有语料 / No corpus: ${values.corpus}\n\n${USAGE}`);
  const { judgements, missing } = await judge(values.corpus, readLabels());
  if (missing.length > 0) say(`Not in the corpus, left out: ${missing.join(', ')}\n`);
  if (judgements.length === 0) throw new Error(`No labelled policy in ${values.corpus}`);
  say(tableOf(judgements));
  const all = sayFigures('All', judgements);
  for (const use of ['development', 'held-out'] as const) {
    const ones = judgements.filter((judgement) => judgement.use === use);
    if (ones.length > 0) sayFigures(use === 'held-out' ? 'Held out: the reader was written without them' : 'Development', ones);
  }
  if (values.errors) for (const line of differences(judgements)) say(line);
  // What the classifier does is told, and decides nothing: its own goal is the published one beside its figures.
  say(`\n${await evaluateClassifier(values.corpus, { retrain: values.retrain })}`);
  return all.macroOfItems >= goal ? 0 : 1;
}

function sayFigures(name: string, judgements: readonly Judgement[]): Summary {
  const summary = summarise(judgements);
  const { present, absent, violating } = summary.answers;
  const policies = new Set(judgements.map(({ policy }) => policy)).size;
  say(`\n${name}: ${policies} policies, ${summary.judgements} judgements, ${share(summary.agreement)} agree.`);
  say(
    `F1 present ${share(present.f1)}, absent ${share(absent.f1)}, violating ${share(violating.f1)}; mean ${share(summary.macroOfAnswers)}.`,
  );
  say(`Macro-F1 over the items: ${share(summary.macroOfItems)} (all answers), ${share(summary.macroOfPresence)} (present).`);
  return summary;
}

function differences(judgements: readonly Judgement[]): string[] {
  const wrong = judgements.filter(({ expected, found }) => expected !== 'undecidable' && expected !== found);
  return wrong.map(({ policy, item, expected, found }) => `${item} ${policy}: ${expected}, read as ${found}`).sort();
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return 3;
});
