import { join } from 'node:path';
import { knowledge } from '../../../../shared/knowledge/index.ts';
import { checklistOf } from '../../../../shared/policy/checklist.ts';
import { readPolicyDocument } from '../../../../shared/policy/index.ts';
import { labelledPolicy, type PolicyLabels } from './labels.ts';
import type { Judgement } from './score.ts';

/** Judgements of the policies that the corpus has, with the names of those that it lacks. */
export interface Judged {
  readonly judgements: readonly Judgement[];
  readonly missing: readonly string[];
}

/** Reads every labelled policy of a corpus and puts each item beside its label. @param corpus folder of CAPP-130 */
export async function judge(corpus: string, labels: readonly PolicyLabels[]): Promise<Judged> {
  const judgements: Judgement[] = [];
  const missing: string[] = [];
  for (const labelled of labels) {
    const bytes = labelledPolicy(join(corpus, 'texts'), labelled);
    if (bytes === null) {
      missing.push(labelled.policy);
      continue;
    }
    const facts = await readPolicyDocument({ bytes, mediaType: 'text/plain', fileName: labelled.policy }, knowledge);
    const found = new Map(checklistOf(facts).map((item) => [item.item, item.state]));
    for (const [item, { state }] of Object.entries(labelled.items)) {
      judgements.push({ policy: labelled.policy, use: labelled.use, item, expected: state, found: found.get(item) ?? 'absent' });
    }
  }
  return { judgements, missing };
}
