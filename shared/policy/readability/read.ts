import type { Readability } from '../../domain/facts/policy-understanding.ts';
import type { PolicyText } from '../text/policy-text.ts';
import type { StyledPlaces } from './styled-places.ts';
import { hasSummary } from './summary.ts';

/** What makes the text hard or easy to read. Styles are null for documents that have none (plain text, PDF). */
export function readReadability(text: PolicyText, styles: StyledPlaces | null): Readability {
  let characters = 0;
  for (let at = 0; at < text.text.length; at++) {
    const code = text.text.charCodeAt(at);
    if (code !== 32 && code !== 10 && code !== 9) characters++;
  }
  let total = 0;
  let longest = 0;
  let count = 0;
  for (const { start, end, line } of text.sentences) {
    const kind = text.lines[line]?.kind;
    // Headings and cells are no sentences.
    if (kind === 'heading' || kind === 'row') continue;
    count++;
    total += end - start;
    longest = Math.max(longest, end - start);
  }
  return {
    characters,
    meanSentence: count === 0 ? 0 : Math.round((total / count) * 10) / 10,
    longestSentence: longest,
    headings: text.lines.filter(({ kind }) => kind === 'heading').length,
    summary: hasSummary(text),
    smallPrint: styles === null ? null : styles.smallPrint,
    emphasised: styles === null ? null : styles.emphasised,
  };
}
