/**
 * What a page or a terminal would obey or hide instead of showing: control characters (tab and line feed aside), marks that reorder text
 * (Unicode bidirectional controls), characters without width, tags, and halves of surrogate pairs.
 */
const UNSAFE =
  /(?![\t\n])\p{Cc}|[\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|\p{Surrogate}|\p{Noncharacter_Code_Point}/gu;

/** Text out of packages, policies and listings with every character made visible that could deceive a reader: `⟨U+202E⟩`. */
export function visible(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(UNSAFE, (character) => {
    const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
    return `⟨U+${code}⟩`;
  });
}

/** At most `max` UTF-16 code units, with an ellipsis and the full length where something is left out; never half a character. */
export function shortened(text: string, max: number): string {
  if (text.length <= max) return text;
  const end = /[\ud800-\udbff]/.test(text.charAt(max - 1)) ? max - 1 : max;
  return `${text.slice(0, end)}…（${text.length}）`;
}

/** Halves of surrogate pairs replaced by U+FFFD, as UTF-8 and URIs need it. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}
