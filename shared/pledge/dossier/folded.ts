/**
 * Text as it is searched: compatibility forms (full width, ligatures) as their plain ones, lower case, without the characters that nobody sees
 * (zero width, bidi marks), one blank where blanks, line breaks or control characters were. What is looked for is folded the same way.
 */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cf}+/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** The first `most` UTF-16 code units, with … for what is cut off; never half a character. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/** The words of a search, folded, each once. */
export function wordsOf(text: string, most: number): string[] {
  return [...new Set(folded(text).split(' '))].filter((word) => word !== '').slice(0, most);
}
