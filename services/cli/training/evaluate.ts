import { createRequire } from 'node:module';
import { classifySentences } from '../../../shared/policy/classifier/index.ts';
import { type Row, readSplit, readWhole, TASKS } from './corpus.ts';
import { type Figure, figuresFile, figuresFor, figuresOf } from './figures.ts';
import { figuresTable } from './figures-table.ts';
import type { Answered } from './measure.ts';
import { measureOnDev } from './measured-models.ts';

const require = createRequire(import.meta.url);

const MEANING = `Topic: micro F1 counts the answers on all eleven topics together, macro F1 is the mean over the topics.
Important, risk: micro F1 counts the answers of both classes, which is the share of right answers; macro F1 is the mean of the F1 of “no” and of “yes”.
Published (fine-tuned RoBERTa, test split): topic .819 / .841, important .897 / .899, risk .920 / .711.
“Judge”: topics are told with a look at neighbouring sentences where these come in a document’s order, as in the topic files of CAPP-130.
The comma trace: white space became a half-width comma in most sentences of CAPP-130 that were marked important (99 % of those that show one). It is a
feature of the model, as it is in any text that a model of this corpus reads; the product’s normalised text never shows it.
Typography, which is the width of marks and the kinds of white space, counts for importance too; normalised text is taken for text in full-width marks.`;

/**
 * The classifier's part of `npm run eval:policy`: what was measured when the shipped model was trained, what it does on `test.tsv` where the
 * corpus has one, and how fast it is.
 * @param folder the corpus, `…/capp-130`
 * @param options.retrain trains on train alone and measures on dev now, which takes a minute or more
 */
export async function evaluateClassifier(folder: string, { retrain = false } = {}): Promise<string> {
  const parts = ['## Sentence classifier', MEANING];
  const recorded = figuresFile.parse(require('../../../shared/policy/classifier/figures.json'));
  parts.push('### Recorded when the shipped model was trained', figuresTable(recorded.figures));
  const train = await readWhole(folder, 'train');
  const dev = await readWhole(folder, 'dev');
  if (!train || !dev) return [...parts, `${folder} has not all of train.tsv and dev.tsv: nothing was measured now.`].join('\n\n');
  if (retrain) parts.push('### Measured now: trained on train alone', figuresTable(measureOnDev(train, dev)));
  const test = await measureTest(folder, [...train, ...dev]);
  if (test.length > 0) parts.push('### Measured now: the shipped model on test.tsv', figuresTable(test));
  else
    parts.push(
      'No test.tsv beside dev.tsv: the shipped model was trained on train and dev, and is not measured on what it has seen.',
    );
  parts.push(speedOf(dev.map(({ text }) => text)));
  return parts.join('\n\n');
}

async function measureTest(folder: string, seen: readonly Row[]): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const task of TASKS) {
    const rows = await readSplit(folder, task, 'test');
    if (!rows || rows.length === 0) continue;
    figures.push(...figuresOf('test', classified(rows, 'judge'), seen));
    if (task === 'topic') figures.push(...figuresFor('test, without a look at neighbours', classified(rows, 'none')));
  }
  return figures;
}

function classified(rows: readonly Row[], order: 'judge' | 'none'): Answered[] {
  const labels = classifySentences(
    rows.map(({ text }) => text),
    { order },
  );
  return rows.map((row, index) => ({ row, labels: labels[index]! }));
}

/** Counts processor time, so that what else the machine is doing does not count. */
function speedOf(sentences: readonly string[]): string {
  classifySentences(sentences);
  const before = process.cpuUsage();
  let seconds = 0;
  let done = 0;
  while (seconds < 1) {
    classifySentences(sentences);
    done += sentences.length;
    const { user, system } = process.cpuUsage(before);
    seconds = (user + system) / 1e6;
  }
  const length = sentences.reduce((sum, sentence) => sum + sentence.length, 0) / sentences.length;
  return `Speed: ${Math.round(done / seconds)} sentences a second of processor time (${length.toFixed(0)} characters on average).`;
}
