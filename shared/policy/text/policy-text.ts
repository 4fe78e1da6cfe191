import type { Layout } from './layout.ts';
import { type Sentence, splitSentences } from './sentences.ts';

/** What every extractor reads: the normalised text, its lines and tables, and its sentences. */
export interface PolicyText extends Layout {
  readonly sentences: readonly Sentence[];
}

/** Adds the sentences to a layout. */
export function policyText(layout: Layout): PolicyText {
  return { ...layout, sentences: splitSentences(layout) };
}

/** The text from `before` sentences before the one at `index` to `after` sentences after it. */
export function around(text: PolicyText, index: number, before: number, after: number): string {
  const first = text.sentences[Math.max(0, index - before)];
  const last = text.sentences[Math.min(text.sentences.length - 1, index + after)];
  return first === undefined || last === undefined ? '' : text.text.slice(first.start, last.end);
}
