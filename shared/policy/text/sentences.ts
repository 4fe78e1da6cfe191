import type { Layout } from './layout.ts';

/** One sentence of the normalised text; `line` is the index of the line it stands on. */
export interface Sentence {
  readonly text: string;
  /** The same in lower case. */
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/** Sentences are cut at this length, so that no pattern ever runs over a long text. */
const LONGEST = 400;

/** Splits every line at sentence ends (。！？；), cells and overlong stretches (at a comma where there is one). */
export function splitSentences(layout: Layout): Sentence[] {
  const sentences: Sentence[] = [];
  for (const [line, { range }] of layout.lines.entries()) {
    const [from, to] = range;
    let start = from;
    let comma = -1;
    for (let at = from; at < to; at++) {
      const character = layout.text[at]!;
      if (character === ',') comma = at;
      const ends = '。!?;\t'.includes(character);
      if (!ends && at + 1 - start < LONGEST) continue;
      const end = ends ? at + 1 : comma > start ? comma + 1 : at + 1;
      push(start, end, line);
      start = end;
      at = end - 1;
      comma = -1;
    }
    push(start, to, line);
  }
  return sentences;

  function push(start: number, end: number, line: number): void {
    let from = start;
    let to = end;
    while (from < to && (layout.text[from] === ' ' || layout.text[from] === '\t')) from++;
    while (to > from && (layout.text[to - 1] === ' ' || layout.text[to - 1] === '\t')) to--;
    if (to > from) {
      sentences.push({ text: layout.text.slice(from, to), lower: layout.lower.slice(from, to), start: from, end: to, line });
    }
  }
}
