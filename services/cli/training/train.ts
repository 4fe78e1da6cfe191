import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readRequired, TASKS } from './corpus.ts';
import { crossValidate } from './cross-validate.ts';
import { figuresTable } from './figures-table.ts';
import { crossValidated, materialOf, measureOnDev, rowsWhere, trainModel } from './measured-models.ts';
import { packModel } from './pack.ts';

const USAGE = `Usage: npm run train:policy -- [options]

  --corpus DIR   the CAPP-130 corpus (../shared/corpus/policy/capp-130)
  --out DIR      where model.json and figures.json go (shared/policy/classifier)
`;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Trains the sentence classifier anew. The same corpus gives the same bytes on the same version of Node.js. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    args: process.argv.slice(2).filter((argument) => argument !== 'train:policy'),
    options: {
      corpus: { type: 'string', default: '../shared/corpus/policy/capp-130' },
      out: { type: 'string', default: 'shared/policy/classifier' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return say(USAGE);
  const train = await readRequired(values.corpus, 'train');
  const dev = await readRequired(values.corpus, 'dev');
  const started = performance.now();
  const stage = (name: string): void => say(`${String(Math.round((performance.now() - started) / 1000)).padStart(4)} s  ${name}`);

  stage('words of train and dev are counted');
  const material = materialOf([...train, ...dev]);
  const all = rowsWhere(material);
  const fileOf = (row: number): string => (row < train.length ? 'train' : 'dev');
  stage('cross-validation, split by chance');
  const byRow = crossValidate(material, all, 'by-row');
  stage('the model, from all sentences');
  const model = packModel(trainModel(material, all, byRow, fileOf));
  await writeFile(join(values.out, 'model.json'), `${JSON.stringify(model, null, 1)}\n`);
  const figures = crossValidated(material, byRow, fileOf, 'by-row');
  stage('cross-validation, equal sentences in one fold');
  figures.push(...crossValidated(material, crossValidate(material, all, 'by-sentence'), fileOf, 'by-sentence'));
  stage('a model of train alone, for dev');
  figures.push(...measureOnDev(train, dev));
  const rows = Object.fromEntries(TASKS.map((task) => [task, material.rows.filter((row) => row.task === task).length]));
  await writeFile(join(values.out, 'figures.json'), `${JSON.stringify({ rows, figures }, null, 2)}\n`);
  stage('done');
  say(figuresTable(figures));
}

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 3;
});
