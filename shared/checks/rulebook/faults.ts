import { InputError } from '../../domain/errors.ts';
import type { Bilingual } from '../../domain/text.ts';

/** One thing that is wrong with a rulebook's file, or worth a word. */
export interface RulebookFault {
  /** Where in the file, both from 1. */
  readonly line: number;
  readonly column: number;
  /** Where in the document: `rules.permission/beyond-category.atMost`, `waivers[2].expires`; empty for the document as a whole. */
  readonly path: string;
  readonly text: Bilingual;
}

/** Way from the document's root to a value: keys, and positions in lists. */
export type Path = readonly (string | number)[];

/** Faults that are listed at most: a file that is something else altogether has thousands. */
export const FAULTS_CAP = 100;

/** Characters of a key or value that a fault repeats at most: files hold keys of a million. */
const LONGEST = 200;

/** What a file holds, as it may stand in a message: short, on one line, with nothing that a terminal would obey. */
export function shownPart(text: string): string {
  const cut = text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
  return cut.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`);
}

/** A path as people write it. */
export function pathText(path: Path): string {
  return path.reduce<string>(
    (text, step) =>
      typeof step === 'number' ? `${text}[${step}]` : text === '' ? shownPart(step) : `${text}.${shownPart(step)}`,
    '',
  );
}

/** A fault on one line: place, path and reason. */
function faultText({ line, column, path, text }: RulebookFault): Bilingual {
  const where = path === '' ? '' : `${path} `;
  return {
    zh: `第 ${line} 行第 ${column} 列：${where}${text.zh}`,
    en: `line ${line}, column ${column}: ${where}${text.en}`,
  };
}

/** A rulebook that is refused as a whole, with every fault in the order of the file. A store keeps the last good one. */
export class RulebookError extends InputError {
  readonly faults: readonly RulebookFault[];
  /** @param faults at least one */
  constructor(faults: readonly RulebookFault[]) {
    const first = faultText(faults[0]!);
    const more = faults.length - 1;
    super(
      'rulebook-invalid',
      {
        zh: `规则库文件有误：${first.zh}${more > 0 ? `（另有 ${more} 处）` : ''}`,
        en: `the rulebook is refused: ${first.en}${more > 0 ? ` (and ${more} more)` : ''}`,
      },
      `${faults[0]!.line}:${faults[0]!.column}`,
    );
    this.faults = faults;
  }
}
