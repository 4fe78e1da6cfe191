/** Characters that take the width of a Chinese one: CJK, kana, hangul, full-width forms, emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f000}-\u{1faff}\u{20000}-\u{3fffd}]/u;
/** Letters of ours that are broad, and signs. */
const BROAD = /[A-Z@%&mw—…⟨⟩+<>=~^]/;
/** The broadest of them: as broad as a Chinese character, and in some fonts more. */
const BROADEST = /[WM@%]/;
/** Scripts with single characters as long as a line: cuneiform, Arabic ligatures of whole sentences, hieroglyphs. */
const HUGE = /[\ufdf0-\ufdff\u{12000}-\u{1254f}\u{13000}-\u{1345f}]/u;

/** Widths that were asked for; texts use few characters many times, and there are not more of them than Unicode has. */
const known = new Map<string, number>();

/** Width of one character in em, on the generous side: fonts differ. */
function widthOf(character: string): number {
  let width = known.get(character);
  if (width === undefined) {
    width = estimate(character);
    known.set(character, width);
  }
  return width;
}

function estimate(character: string): number {
  if (BROADEST.test(character)) return 1.1;
  if (character < '\u007f') return BROAD.test(character) ? 0.92 : 0.6;
  if (WIDE.test(character)) return 1.02;
  if (HUGE.test(character)) return 10;
  return BROAD.test(character) ? 1 : 1.1;
}

/** Where a line may end: after blanks, and on either side of a wide character. */
function pieces(line: string): string[] {
  const found: string[] = [];
  let word = '';
  for (const character of line) {
    if (WIDE.test(character) || character === ' ') {
      if (word !== '') found.push(word);
      found.push(character);
      word = '';
    } else word += character;
  }
  if (word !== '') found.push(word);
  return found;
}

function wordWidth(word: string): number {
  let sum = 0;
  for (const character of word) sum += widthOf(character);
  return sum;
}

/**
 * How many lines a text takes, about and rather too many: words stay whole where they fit on a line by themselves.
 * @param width of a line, in em
 */
export function linesOf(text: string, width: number): number {
  let lines = 0;
  for (const line of text.split('\n')) {
    let used = 0;
    lines += 1;
    for (const piece of pieces(line)) {
      const size = wordWidth(piece);
      if (used + size <= width) {
        used += size;
        continue;
      }
      if (piece === ' ') continue;
      if (used > 0) lines += 1;
      const more = Math.max(0, Math.ceil(size / width) - 1);
      lines += more;
      used = size - more * width;
    }
  }
  return lines;
}

/** The longest beginning of a text that takes no more than so many lines, with `…` where something is left out. */
export function cutToLines(text: string, lines: number, width: number): string {
  // A line of the narrowest letters: nothing beyond this can fit, and megabytes are not measured.
  const most = Math.ceil((lines * width) / 0.5);
  const bounded = [...text.slice(0, most * 2)];
  const whole = bounded.length <= most && bounded.join('').length === text.length;
  if (whole && linesOf(text, width) <= lines) return text;
  let low = 0;
  let high = Math.min(bounded.length, most);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (linesOf(`${bounded.slice(0, middle).join('')}…`, width) <= lines) low = middle;
    else high = middle - 1;
  }
  return `${bounded.slice(0, low).join('').trimEnd()}…`;
}
