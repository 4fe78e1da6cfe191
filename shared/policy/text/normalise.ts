import { toSimplified } from './script.ts';

/** Characters that show nothing or only direct the line: zero-width, soft hyphen, bidi controls, byte-order mark. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
const INVISIBLE = /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe\uffff]/g;

/** Text of one block in the form that all patterns are written for: NFKC, simplified script if asked, single spaces, no line breaks. */
export function normaliseLine(text: string, traditional: boolean): string {
  const folded = text.normalize('NFKC').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
  return traditional ? toSimplified(folded) : folded;
}

/** A term of the knowledge in the same form, in lower case: matching is done in lower case throughout. */
export function normaliseTerm(term: string): string {
  return term.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}
