import { isTraditional, toSimplified } from './script.ts';

/** Characters that show nothing or only direct the line: zero-width, soft hyphen, bidi controls, byte-order mark. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
const INVISIBLE = /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffe\uffff]/g;

/**
 * Text of one block in the form that all patterns are written for: NFKC, single spaces, no line breaks, simplified script. `traditional`:
 * the document is; else only a block that plainly is by itself is turned, as where a passage was put under a simplified title.
 */
export function normaliseLine(text: string, traditional: boolean): string {
  const folded = unstarred(text.normalize('NFKC').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim());
  return traditional || isTraditional(folded) ? toSimplified(folded) : folded;
}

/** Without the stars of Markdown that were left in a text of another form: **生效日期:**2025年. A masked number (138****8888) keeps its own. */
function unstarred(line: string): string {
  return line.includes('**') ? line.replace(/(?<![\p{L}\p{N}*])\*\*([^*\s][^*]{0,120})\*\*(?!\*)/gu, '$1') : line;
}

/** A term of the knowledge in the same form, in lower case: matching is done in lower case throughout. */
export function normaliseTerm(term: string): string {
  return term.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}
