import type { Block } from './document.ts';
import { LIMITS } from './limits.ts';
import { TableBuilder } from './table-builder.ts';

/** Turns a stream of text, breaks and table parts into blocks, at most `LIMITS.characters` of text. */
export class BlockCollector {
  readonly blocks: Block[] = [];
  /** True once text had to be left out. */
  truncated = false;
  private characters = 0;
  private pending = '';
  private kind: 'paragraph' | 'item' | number = 'paragraph';
  private readonly tables: TableBuilder[] = [];

  text(text: string): void {
    const room = LIMITS.characters - this.characters;
    if (text.length > room) this.truncated = true;
    const taken = text.length > room ? text.slice(0, room) : text;
    this.characters += taken.length;
    const table = this.tables.at(-1);
    if (table === undefined || table.layout || !table.add(taken)) this.pending += taken;
  }

  /** Ends the running block and starts one of the given kind (a number is a heading's level). */
  break(next: 'paragraph' | 'item' | number = 'paragraph'): void {
    const table = this.tables.at(-1);
    if (table !== undefined && !table.layout && table.add(' ')) return;
    this.flush();
    this.kind = next;
  }

  openTable(): void {
    this.flush();
    const outer = this.tables.at(-1);
    if (outer !== undefined && !outer.layout) {
      for (const row of outer.take()) for (const text of row) this.emit('paragraph', text);
      outer.layout = true;
    }
    this.tables.push(new TableBuilder());
  }

  openRow(): void {
    this.inTable((table) => table.openRow());
  }

  openCell(columns: number, rows: number): void {
    this.inTable((table) => table.openCell(columns, rows));
  }

  closeCell(): void {
    this.inTable((table) => table.closeCell());
  }

  closeRow(): void {
    this.inTable((table) => table.closeRow());
  }

  closeTable(): void {
    const table = this.tables.pop();
    if (table === undefined) return;
    this.flush();
    if (table.layout) return;
    const rows = table.take();
    const tabular = rows.length > 1 && rows.some((row) => row.length > 1);
    if (tabular) this.blocks.push({ kind: 'table', rows });
    else for (const row of rows) for (const text of row) this.emit('paragraph', text);
  }

  finish(): Block[] {
    while (this.tables.length > 0) this.closeTable();
    this.flush();
    return this.blocks;
  }

  /** The text of the latest block, the running one included. */
  latest(): string {
    if (this.pending.trim() !== '') return this.pending;
    const block = this.blocks.at(-1);
    return block === undefined || block.kind === 'table' ? '' : block.text;
  }

  private inTable(act: (table: TableBuilder) => void): void {
    const table = this.tables.at(-1);
    if (table === undefined || table.layout) this.flush();
    else act(table);
  }

  private flush(): void {
    const text = this.pending.replace(/\s+/g, ' ').trim();
    this.pending = '';
    this.emit(this.kind, text);
    this.kind = 'paragraph';
  }

  private emit(kind: 'paragraph' | 'item' | number, text: string): void {
    if (text === '') return;
    this.blocks.push(typeof kind === 'number' ? { kind: 'heading', level: kind, text } : { kind, text });
  }
}
