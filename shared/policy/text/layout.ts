import type { Range } from '../../domain/text.ts';
import type { Block, CellMark, StyleMark } from '../document/document.ts';
import { headingLevel } from './headings.ts';
import { markRanges } from './mark-ranges.ts';
import { normaliseLine } from './normalise.ts';

/** One line of the normalised text: a block, or a row of a table with its cells separated by tabs. */
export interface Line {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'row';
  /** Level of a heading, 1 the highest; 0 otherwise. */
  readonly level: number;
  readonly range: Range;
}

export interface Cell {
  readonly text: string;
  readonly range: Range;
}

export interface Table {
  readonly range: Range;
  readonly rows: readonly (readonly Cell[])[];
}

export interface Mark {
  readonly kind: StyleMark['kind'];
  readonly range: Range;
}

/** The normalised text with its structure; all ranges count in `text`. */
export interface Layout {
  readonly text: string;
  /** The same text in lower case, of the same length, for matching. */
  readonly lower: string;
  readonly lines: readonly Line[];
  readonly tables: readonly Table[];
  /** Where each block begins. */
  readonly blockStarts: readonly number[];
  /** Places that are set apart by their letters, in the order of the text. */
  readonly marks: readonly Mark[];
}

/** Lays blocks out as text, one line a block. `traditional`: convert to simplified script. */
export function layOut(blocks: readonly Block[], traditional: boolean): Layout {
  let text = '';
  const lines: Line[] = [];
  const tables: Table[] = [];
  const blockStarts: number[] = [];
  const marks: Mark[] = [];
  const mark = (raw: string, content: string, at: number, styled: readonly StyleMark[]) => {
    for (const kind of ['small', 'strong'] as const) {
      const own = styled.filter((each) => each.kind === kind);
      for (const [from, to] of markRanges(raw, content, own, traditional)) marks.push({ kind, range: [at + from, at + to] });
    }
  };
  const put = (content: string): Range => {
    const start = text.length;
    text += content;
    return [start, text.length];
  };
  const addRow = (row: readonly string[], styled: ReadonlyMap<number, readonly StyleMark[]> | undefined): Cell[] => {
    const start = text.length;
    const cells: Cell[] = [];
    for (const [column, raw] of row.entries()) {
      if (column > 0) put('\t');
      const content = normaliseLine(raw, traditional);
      const range = put(content);
      cells.push({ text: content, range });
      const marked = styled?.get(column);
      if (marked !== undefined) mark(raw, content, range[0], marked);
    }
    lines.push({ kind: 'row', level: 0, range: [start, text.length] });
    put('\n');
    return cells;
  };
  for (const block of blocks) {
    blockStarts.push(text.length);
    if (block.kind === 'table') {
      const start = text.length;
      const styled = byCell(block.marks ?? []);
      const rows = block.rows.map((row, index) => addRow(row, styled.get(index)));
      tables.push({ rows, range: [start, text.length] });
      continue;
    }
    const content = normaliseLine(block.text, traditional);
    if (content === '') continue;
    const level = block.kind === 'heading' ? block.level : headingLevel(content);
    const kind = level > 0 ? 'heading' : block.kind === 'item' ? 'item' : 'paragraph';
    const range = put(content);
    lines.push({ kind, level, range });
    if (block.marks !== undefined) mark(block.text, content, range[0], block.marks);
    put('\n');
  }
  return { text, lower: sameLengthLowerCase(text), lines, tables, blockStarts, marks };
}

/** The marks of a table by row and column. */
function byCell(marks: readonly CellMark[]): Map<number, Map<number, StyleMark[]>> {
  const rows = new Map<number, Map<number, StyleMark[]>>();
  for (const mark of marks) {
    const cells = rows.get(mark.row) ?? new Map<number, StyleMark[]>();
    rows.set(mark.row, cells);
    const cell = cells.get(mark.column);
    if (cell === undefined) cells.set(mark.column, [mark]);
    else cell.push(mark);
  }
  return rows;
}

/** Lower case without changing any offset (`İ` would grow). */
function sameLengthLowerCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return [...text]
    .map((character) => (character.toLowerCase().length === character.length ? character.toLowerCase() : character))
    .join('');
}
