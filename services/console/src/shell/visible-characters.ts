/** A stretch of text: as it is, or a character that could not be seen (or would lie about the order of the others), by its name. */
export interface Stretch {
  readonly text: string;
  readonly hidden: boolean;
}

/**
 * Characters that have no shape of their own or change how others are shown: C0 and C1 controls but tab and line ends, the soft hyphen,
 * zero-width and bidirectional characters, line separators, variation selectors of the tag plane, byte order marks, lone surrogates.
 */
const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is what it is for.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Cs}/gu;

const name = (character: string): string => `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

/** Zero-width joiners inside emoji and Indic words are how these are written. */
const joins = (text: string, at: number): boolean =>
  text[at] === '\u200d' && /\p{Extended_Pictographic}\ufe0f?$|\p{M}$/u.test(text.slice(Math.max(0, at - 4), at));

/** The beginning of a text, at most so long; a character that has two halves is not cut through. */
export function beginningOf(text: string, most: number): string {
  if (text.length <= most) return text;
  const last = text.charCodeAt(most - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? most - 1 : most);
}

/** Cuts text into what can be shown and what must be named. */
export function stretches(text: string): Stretch[] {
  const found: Stretch[] = [];
  let from = 0;
  for (const match of text.matchAll(HIDDEN)) {
    if (joins(text, match.index)) continue;
    if (match.index > from) found.push({ text: text.slice(from, match.index), hidden: false });
    found.push({ text: name(match[0]), hidden: true });
    from = match.index + match[0].length;
  }
  if (from < text.length) found.push({ text: text.slice(from), hidden: false });
  return found;
}

/** The same in one string, for titles and labels where no markup can be: U+202E becomes [U+202E]. */
export function visibleText(text: string, most = 200): string {
  const cut = text.length > most ? `${beginningOf(text, most)}…` : text;
  return stretches(cut)
    .map((stretch) => (stretch.hidden ? `[${stretch.text}]` : stretch.text))
    .join('');
}
