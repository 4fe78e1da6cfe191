/**
 * What a terminal would obey instead of showing: C0 and C1 control characters (ECMA-48; so no escape sequence survives), marks that
 * reorder text (Unicode bidirectional controls), and characters without width that hide differences between names.
 */
const UNSAFE = /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]|\p{Surrogate}/gu;

/**
 * Makes foreign text (names, excerpts, URLs out of packages and policies) safe to print on a terminal: every unsafe character becomes
 * a visible `\u{…}`. Line breaks too, so that nothing can pretend to be a line of ours.
 */
export function escapeForTerminal(text: string): string {
  return text.replace(UNSAFE, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`);
}

/** Escaped and cut to `max` characters, with an ellipsis where something is left out. */
export function excerptForTerminal(text: string, max: number): string {
  const characters = [...text];
  return escapeForTerminal(characters.length > max ? `${characters.slice(0, max).join('')}…` : text);
}
