import { createRequire } from 'node:module';
import { decide, type SentenceLabels } from './decide.ts';
import { HEADS } from './feature-table.ts';
import { isRaw } from './form.ts';
import { type Model, readModel } from './model.ts';
import { SentenceScorer } from './sentence-scores.ts';

export type { SentenceLabels } from './decide.ts';

const require = createRequire(import.meta.url);
let shipped: { readonly model: Model; readonly scorer: SentenceScorer } | undefined;

/** The model that ships with the code. Read when it is first needed: most processes never classify a sentence. */
function shippedClassifier(): { readonly model: Model; readonly scorer: SentenceScorer } {
  if (!shipped) {
    const model = readModel(require('./model.json'));
    shipped = { model, scorer: new SentenceScorer(model) };
  }
  return shipped;
}

export interface ClassifyOptions {
  /**
   * Whether the sentences stand in the order of one document: then their topics are told with a look at their neighbours. `judge`
   * (unless told) finds out from the topics themselves, and takes fewer than eight sentences for single ones.
   */
  readonly order?: 'document' | 'none' | 'judge';
}

/**
 * Topics, importance and risk of the sentences of a Chinese privacy policy. The same strings give the same labels always; any string is
 * allowed, only its first 600 characters count. Give a document's sentences in one call.
 * @throws PermanentError `knowledge-invalid` where the model file is broken
 */
export function classifySentences(
  sentences: readonly string[],
  { order = 'judge' }: ClassifyOptions = {},
): readonly SentenceLabels[] {
  const { model, scorer } = shippedClassifier();
  return decide(marginsOf(scorer, sentences), model.decisions, order);
}

/** The margins of all heads for each sentence, by its words alone. */
export function marginsOf(scorer: SentenceScorer, sentences: readonly string[]): Float32Array {
  const margins = new Float32Array(sentences.length * HEADS);
  const raw = isRaw(sentences);
  sentences.forEach((sentence, index) => {
    scorer.score(sentence, raw, margins, index * HEADS);
  });
  return margins;
}
