import { type Collected, lineOf } from './collected.ts';
import type { Block, StyleMark } from './document.ts';
import { LIMITS } from './limits.ts';
import { PLAIN, RunningText, type Setting } from './running-text.ts';
import { type Repeats, TableBuilder } from './table-builder.ts';

/** Tables inside of tables deeper than this only separate text: nobody reads them as tables, and hostile pages nest thousands. */
const DEEPEST_TABLE = 20;
/** What a block and a cell count for beside their letters: pages of a hundred thousand one-letter cells are no policies. */
const BLOCK_COST = 8;
const CELL_COST = 2;
/** A term and its definition are one line when both are this short: 联系邮箱 and its address, not a heading and its section. */
const LONGEST_TERM = 20;
const LONGEST_DEFINITION = 400;

/** `term` and `definition` are a definition list's; any other number than 0 is a heading's level. */
type Kind = 'paragraph' | 'item' | 'term' | 'definition' | number;

/** Turns a stream of text, breaks and table parts into blocks, at most `LIMITS.characters` of text. */
export class BlockCollector {
  /** True once text had to be left out. */
  truncated = false;
  /** The part of the page that the text comes from. */
  area = 0;
  private characters = 0;
  private readonly flow: Collected[] = [];
  private readonly running = new RunningText();
  private kind: Kind = 'paragraph';
  private readonly tables: TableBuilder[] = [];
  private tooDeep = 0;
  private readonly repeats: Repeats = { left: LIMITS.characters };
  /** The latest block, while it is a term that waits for its definition. */
  private term: Collected | null = null;

  text(text: string, setting: Setting = PLAIN): void {
    const { room } = this;
    if (text.length > room) this.truncated = true;
    this.characters += text.length;
    this.running.add(text.length > room ? text.slice(0, room) : text, setting);
  }

  /** Ends the running block and starts one of the given kind. */
  break(next: Kind = 'paragraph'): void {
    this.flush();
    this.kind = next;
  }

  /** Ends the running block where an element opens: inside of an item, `<li><p>`, it is the item that goes on. */
  breakInside(): void {
    const { kind } = this;
    if (this.flush() === null) this.kind = kind;
  }

  openTable(): void {
    this.flush();
    if (this.tables.length >= DEEPEST_TABLE) this.tooDeep++;
    else this.tables.push(new TableBuilder(this.repeats));
  }

  openRow(): void {
    this.inTable((table) => table.openRow());
  }

  openCell(columns: number, rows: number): void {
    this.characters += CELL_COST;
    if (this.room > 0) this.inTable((table) => table.openCell(columns, rows));
  }

  /** The open cell stands for so many columns. */
  widenCell(columns: number): void {
    this.inTable((table) => table.widenCell(columns));
  }

  /** The open cell goes on with the cell above. */
  continueCell(): void {
    this.inTable((table) => table.continueCell());
  }

  closeCell(): void {
    this.inTable((table) => table.closeCell());
  }

  closeRow(): void {
    this.inTable((table) => table.closeRow());
  }

  closeTable(): void {
    this.flush();
    if (this.tooDeep > 0) {
      this.tooDeep--;
      return;
    }
    const content = this.tables.pop()?.finish() ?? [];
    const list = this.list();
    if ('kind' in content) list.push({ block: content, area: this.area, link: false });
    else for (const block of content) list.push(block);
    this.term = null;
  }

  /** Ends everything that is open. */
  finish(): Collected[] {
    this.tooDeep = 0;
    while (this.tables.length > 0) this.closeTable();
    this.flush();
    return this.flow;
  }

  /** Characters that may still come. */
  private get room(): number {
    return Math.max(0, LIMITS.characters - this.characters);
  }

  /** Where blocks go just now: the flow of the document, or a table's cell. */
  private list(): Collected[] {
    for (let depth = this.tables.length - 1; depth >= 0; depth--) {
      const content = this.tables[depth]?.content() ?? null;
      if (content !== null) return content;
    }
    return this.flow;
  }

  private inTable(act: (table: TableBuilder) => void): void {
    this.flush();
    const table = this.tables.at(-1);
    if (table !== undefined && this.tooDeep === 0) act(table);
  }

  /** Puts the running text where it belongs; null where there was none. */
  private flush(): Collected | null {
    const { text, marks, link } = this.running.take();
    const { kind } = this;
    this.kind = 'paragraph';
    if (text === '') return null;
    this.characters += BLOCK_COST;
    const collected = { block: blockOf(kind, text, marks), area: this.area, link };
    const term = this.term;
    this.term = null;
    const list = this.list();
    if (kind === 'definition' && term !== null && list.at(-1) === term && text.length <= LONGEST_DEFINITION) {
      list[list.length - 1] = { ...collected, block: defined(lineOf(term.block), term, text, marks), link: link && term.link };
      return collected;
    }
    list.push(collected);
    if (kind === 'term' && text.length <= LONGEST_TERM && !/[。;；!！?？]/.test(text)) this.term = collected;
    return collected;
  }
}

function blockOf(kind: Kind, text: string, marks: readonly StyleMark[]): Block {
  const styled = marks.length === 0 ? { text } : { text, marks };
  if (typeof kind === 'number') return { kind: 'heading', level: kind, ...styled };
  return { kind: kind === 'item' ? 'item' : 'paragraph', ...styled };
}

/** A term and its definition on one line, as people write them: 联系邮箱：a@b.cn. */
function defined(said: string, { block }: Collected, text: string, marks: readonly StyleMark[]): Block {
  const start = /[:：]$/.test(said) ? said : `${said}：`;
  const shifted = marks.map(({ kind, from, to }) => ({ kind, from: from + start.length, to: to + start.length }));
  const before = block.kind === 'table' ? [] : (block.marks ?? []);
  return blockOf('paragraph', start + text, [...before, ...shifted]);
}
