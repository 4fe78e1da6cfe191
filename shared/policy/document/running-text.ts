import type { StyleMark } from './document.ts';

/** How a piece of text is set, and whether it is the text of a link that leads away. */
export interface Setting {
  readonly small: boolean;
  readonly strong: boolean;
  readonly link: boolean;
}

/** A byte-order mark in the midst of a text shows nothing. */
const WHITE_SPACE = /[^\S\ufeff]+/g;

export const PLAIN: Setting = { small: false, strong: false, link: false };

/**
 * The text of one block as it grows: white space is squeezed at once, so that the places of its marks stay true. The text itself is
 * looked at only when it is complete: a page may bring it letter by letter.
 */
export class RunningText {
  private text = '';
  private spaced = true;
  /** Letters outside of links. */
  private plain = 0;
  private marks: StyleMark[] = [];
  /** For each kind, which of `marks` is its latest. */
  private latest: { [kind in StyleMark['kind']]?: number } = {};

  add(chars: string, setting: Setting): void {
    let squeezed = chars.replace(WHITE_SPACE, ' ');
    if (this.spaced && squeezed.startsWith(' ')) squeezed = squeezed.slice(1);
    if (squeezed === '') return;
    this.spaced = squeezed.endsWith(' ');
    const from = this.text.length;
    this.text += squeezed;
    if (!setting.link && squeezed !== ' ') this.plain += squeezed.length;
    if (setting.small) this.mark('small', from, this.text.length);
    if (setting.strong) this.mark('strong', from, this.text.length);
  }

  /** What was collected, and starts anew. */
  take(): { readonly text: string; readonly marks: readonly StyleMark[]; readonly link: boolean } {
    const text = this.text.trimEnd();
    const marks = this.marks.filter(({ from }) => from < text.length);
    const cut = marks.map((mark) => (mark.to > text.length ? { ...mark, to: text.length } : mark));
    const link = this.plain === 0;
    this.text = '';
    this.spaced = true;
    this.plain = 0;
    this.marks = [];
    this.latest = {};
    return { text, marks: cut, link };
  }

  private mark(kind: StyleMark['kind'], from: number, to: number): void {
    const index = this.latest[kind] ?? -1;
    const last = this.marks[index];
    if (last !== undefined && last.to === from) this.marks[index] = { kind, from: last.from, to };
    else this.latest[kind] = this.marks.push({ kind, from, to }) - 1;
  }
}
