import { LIMITS } from './limits.ts';

/**
 * Collects one table cell by cell. `rowspan` repeats a value in the rows below and `colspan` leaves empty cells, so that every row
 * has its cells under the right heading.
 */
export class TableBuilder {
  /** Set when another table opens inside: the table was only used for layout, its text goes into the flow. */
  layout = false;
  private readonly rows: string[][] = [];
  private row: string[] | null = null;
  private cell: { text: string; columns: number; rows: number } | null = null;
  private carried = new Map<number, { text: string; rows: number }>();

  openRow(): void {
    this.closeRow();
    this.row = [];
  }

  openCell(columns: number, rows: number): void {
    this.closeCell();
    if (this.row === null) this.openRow();
    this.cell = { text: '', columns: clamp(columns), rows: clamp(rows) };
  }

  /** Adds text to the open cell; false when there is none and the text belongs to the flow. */
  add(text: string): boolean {
    if (this.cell === null) return false;
    this.cell.text += text;
    return true;
  }

  closeCell(): void {
    if (this.cell === null || this.row === null) return;
    this.fillCarried();
    const { columns, rows } = this.cell;
    const text = this.cell.text.replace(/\s+/g, ' ').trim();
    if (rows > 1) this.carried.set(this.row.length, { text, rows: rows - 1 });
    this.row.push(text);
    for (let extra = 1; extra < columns; extra++) this.row.push('');
    this.cell = null;
  }

  closeRow(): void {
    this.closeCell();
    if (this.row === null) return;
    this.fillCarried();
    if (this.row.some((text) => text !== '')) this.rows.push(this.row);
    this.row = null;
  }

  /** The rows so far, and starts anew. */
  take(): string[][] {
    this.closeRow();
    return this.rows.splice(0);
  }

  private fillCarried(): void {
    if (this.row === null) return;
    for (let carried = this.carried.get(this.row.length); carried !== undefined; carried = this.carried.get(this.row.length)) {
      if (carried.rows === 1) this.carried.delete(this.row.length);
      else carried.rows--;
      this.row.push(carried.text);
    }
  }
}

function clamp(span: number): number {
  return Number.isFinite(span) ? Math.min(Math.max(Math.trunc(span), 1), LIMITS.span) : 1;
}
