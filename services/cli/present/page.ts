import type { Bilingual } from '../../../shared/domain/text.ts';
import { inLanguages, type Language } from '../console.ts';
import { escapeForTerminal } from '../escape.ts';

/** Collects the lines of a readable page in the languages asked for. Text that is not ours is escaped on the way in. */
export class Page {
  readonly #lines: string[] = [];
  readonly #language: Language;

  constructor(language: Language) {
    this.#language = language;
  }

  /** Both languages on one line: `驳回 reject`. Escaped. */
  inline(text: Bilingual, separator = ' '): string {
    return inLanguages(text, this.#language).map(escapeForTerminal).join(separator);
  }

  /** A heading after an empty line. */
  heading(text: Bilingual, detail = ''): void {
    if (this.#lines.length > 0) this.#lines.push('');
    this.#lines.push(detail === '' ? this.inline(text) : `${this.inline(text)}  ${detail}`);
  }

  /** One line that the caller has escaped. */
  line(text: string, indent = 2): void {
    this.#lines.push(' '.repeat(indent) + text);
  }

  /** A text in each language, one line each, the first one after `mark`. Escaped. */
  paragraph(text: Bilingual, indent = 2, mark = ''): void {
    inLanguages(text, this.#language).forEach((line, index) => {
      const lead = index === 0 ? mark : ' '.repeat(widthOf(mark));
      this.line(lead + escapeForTerminal(line), indent);
    });
  }

  toString(): string {
    return this.#lines.join('\n');
  }
}

/** Columns of a text on a terminal: Han characters and full-width forms take two (Unicode East Asian Width W and F, in short). */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text)
    width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(character)
      ? 2
      : 1;
  return width;
}

/** Fills up with blanks to a width in columns. */
export function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - widthOf(text)));
}
