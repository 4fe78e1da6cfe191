import type { ClassifiedSentence, PolicyPart, PolicyUnderstanding } from '../domain/facts/policy-understanding.ts';
import { classifySentences } from './classifier/index.ts';
import { readReadability } from './readability/read.ts';
import type { StyledPlaces } from './readability/styled-places.ts';
import { readStatements } from './statements/read.ts';
import type { Known } from './statements/statement.ts';
import type { PolicyText } from './text/policy-text.ts';

/**
 * What is understood of a text beyond single mentions.
 * @param sentences what {@link classified} tells of the text
 * @param styles null where the document shows none
 */
export function understand(
  text: PolicyText,
  sentences: readonly ClassifiedSentence[],
  known: Known,
  parts: readonly PolicyPart[],
  styles: StyledPlaces | null,
): PolicyUnderstanding {
  return {
    sentences,
    statements: readStatements(text, known),
    parts,
    readability: readReadability(text, styles),
  };
}

/** Each sentence of a text, in its order. All are classified in one call, once: their neighbours count. */
export function classified({ sentences }: PolicyText): ClassifiedSentence[] {
  const labels = classifySentences(
    sentences.map(({ text }) => text),
    { order: 'document' },
  );
  return sentences.map(({ start, end }, index) => {
    const { topics, important, risk } = labels[index]!;
    return { range: [start, end], topics, important, risk };
  });
}
