import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { judge } from '../../services/cli/evaluation/policy/judge.ts';
import { readLabels } from '../../services/cli/evaluation/policy/labels.ts';
import { summarise } from '../../services/cli/evaluation/policy/score.ts';
import { knowledge } from '../../shared/knowledge/index.ts';

const CORPUS = fileURLToPath(new URL('../../../shared/corpus/policy/capp-130', import.meta.url));
const labels = readLabels();

test('every label file has all items, and a place wherever the text says something', () => {
  expect(labels.length).toBeGreaterThanOrEqual(20);
  for (const { policy, items } of labels) {
    expect([policy, Object.keys(items).sort()]).toEqual([policy, [...knowledge.policyItems.keys()].sort()]);
    const placeless = Object.entries(items).filter(
      ([, { state, range }]) => (state === 'present' || state === 'violating') !== (range !== undefined),
    );
    expect([policy, placeless.map(([item]) => item)]).toEqual([policy, []]);
  }
});

const inCorpus = existsSync(CORPUS) ? test : test.skip;

// Skipped where the machine does not have the corpus: its texts are not ours to keep.
inCorpus('the reader agrees with the people who read the same policies', async () => {
  const { judgements, missing } = await judge(CORPUS, labels);
  expect(missing).toEqual([]);
  const summary = summarise(judgements);
  expect(summary.macroOfItems).toBeGreaterThanOrEqual(0.9);
  expect(summary.answers.violating.precision).toBeGreaterThanOrEqual(0.9);
});
