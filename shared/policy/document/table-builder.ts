import { type Collected, joined } from './collected.ts';
import type { Block, CellMark, StyleMark } from './document.ts';
import { LIMITS } from './limits.ts';

/** Characters of a cell from which on a table is taken for the layout of a page, unless a heading row says otherwise. */
const LONG_CELL = 1_500;
const VERY_LONG_CELL = 6_000;
/** A table inside of a cell that is no longer than this is part of the cell. */
const SMALL_INNER = 300;
const LONGEST_HEADING = 24;
/** A cell with more headings than this holds sections. */
const MOST_HEADINGS = 1;

interface Cell {
  readonly blocks: Collected[];
  columns: number;
  readonly rows: number;
  /** It goes on with the cell above (Word's `vMerge`). */
  goesOn: boolean;
}

interface Filled {
  readonly text: string;
  readonly marks: readonly StyleMark[];
  /** Empty where the cell only repeats another. */
  readonly blocks: readonly Collected[];
}

/** Characters that `rowspan` may still repeat in a whole document. */
export interface Repeats {
  left: number;
}

const EMPTY: Filled = { text: '', marks: [], blocks: [] };

/**
 * Collects one table cell by cell. `rowspan` repeats a value in the rows below and `colspan` leaves empty cells, so that every row
 * has its cells under the right heading. What turns out to lay out a page gives back what its cells hold.
 */
export class TableBuilder {
  private readonly rows: Filled[][] = [];
  private row: Filled[] | null = null;
  private cell: Cell | null = null;
  private readonly carried = new Map<number, { filled: Filled; rows: number }>();
  private readonly repeats: Repeats;

  constructor(repeats: Repeats) {
    this.repeats = repeats;
  }

  openRow(): void {
    this.closeRow();
    this.row = [];
  }

  openCell(columns: number, rows: number): void {
    this.closeCell();
    if (this.row === null) this.openRow();
    this.cell = { blocks: [], columns: clamp(columns), rows: clamp(rows), goesOn: false };
  }

  /** The content of the open cell; null when there is none and the text belongs to the flow. */
  content(): Collected[] | null {
    return this.cell?.blocks ?? null;
  }

  /** Word says after it has opened a cell how many columns it stands for, and that it goes on with the one above. */
  widenCell(columns: number): void {
    if (this.cell !== null) this.cell.columns = clamp(columns);
  }

  continueCell(): void {
    if (this.cell !== null) this.cell.goesOn = true;
  }

  closeCell(): void {
    if (this.cell === null || this.row === null) return;
    this.fillCarried();
    const { blocks, columns, rows, goesOn } = this.cell;
    const above = goesOn && blocks.length === 0 ? this.rows.at(-1)?.[this.row.length] : undefined;
    const filled = above === undefined ? { ...joined(blocks), blocks } : { ...above, blocks: [] };
    if (rows > 1) this.carried.set(this.row.length, { filled: { ...filled, blocks: [] }, rows: rows - 1 });
    this.row.push(filled);
    for (let extra = 1; extra < columns && --this.repeats.left >= 0; extra++) this.row.push(EMPTY);
    this.cell = null;
  }

  closeRow(): void {
    this.closeCell();
    if (this.row === null) return;
    this.fillCarried();
    if (this.row.some(({ text }) => text !== '')) this.rows.push(this.row);
    this.row = null;
  }

  /** The table as a block of its own, or as the blocks of its cells where it only lays out a page. */
  finish(): readonly Collected[] | Block {
    this.closeRow();
    if (!this.isTabular()) return this.rows.flatMap((row) => row.flatMap(({ blocks }) => blocks));
    const rows = this.rows.map((row) => row.map(({ text }) => text));
    const marks = this.rows.flatMap((cells, row) =>
      cells.flatMap((cell, column) => cell.marks.map((mark): CellMark => ({ ...mark, row, column }))),
    );
    return marks.length === 0 ? { kind: 'table', rows } : { kind: 'table', rows, marks };
  }

  /** Whether it is a table to readers: rows of several cells, none of which holds a page or another table of weight. */
  private isTabular(): boolean {
    if (this.rows.length < 2 || !this.rows.some((row) => row.length > 1)) return false;
    const head = this.rows.find((row) => row.filter(({ text }) => text !== '').length > 1) ?? [];
    const headed = this.rows.length > 2 && head.every(({ text }) => text.length <= LONGEST_HEADING && !/[。;；]/.test(text));
    const most = headed ? VERY_LONG_CELL : LONG_CELL;
    const holdsNoPage = ({ blocks, text }: Filled) =>
      text.length <= most &&
      blocks.filter(({ block }) => block.kind === 'heading').length <= MOST_HEADINGS &&
      ((headed && text.length <= SMALL_INNER) || !blocks.some(({ block }) => block.kind === 'table'));
    return this.rows.every((row) => row.every(holdsNoPage));
  }

  private fillCarried(): void {
    if (this.row === null) return;
    for (let carried = this.carried.get(this.row.length); carried !== undefined; carried = this.carried.get(this.row.length)) {
      if (carried.rows === 1) this.carried.delete(this.row.length);
      else carried.rows--;
      this.repeats.left -= carried.filled.text.length;
      this.row.push(this.repeats.left < 0 ? EMPTY : carried.filled);
    }
  }
}

function clamp(span: number): number {
  return Number.isFinite(span) ? Math.min(Math.max(Math.trunc(span), 1), LIMITS.span) : 1;
}
