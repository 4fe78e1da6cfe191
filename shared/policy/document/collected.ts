import type { Block, StyleMark } from './document.ts';

/** A block with what only the reading of the document needs. */
export interface Collected {
  readonly block: Block;
  /** The part of the page that it stands in (see `PageAreas`); 0 for none. */
  readonly area: number;
  /** Nothing but text of links that lead away. */
  readonly link: boolean;
}

/** The text of a block on one line. */
export function lineOf(block: Block): string {
  return block.kind === 'table' ? block.rows.map((row) => row.join(' ')).join(' ') : block.text;
}

/** Several blocks as the text of one table cell, marks in their places. */
export function joined(blocks: readonly Collected[]): { readonly text: string; readonly marks: readonly StyleMark[] } {
  const marks: StyleMark[] = [];
  const texts: string[] = [];
  let at = 0;
  for (const { block } of blocks) {
    const text = lineOf(block);
    if (block.kind !== 'table')
      for (const { kind, from, to } of block.marks ?? []) marks.push({ kind, from: from + at, to: to + at });
    texts.push(text);
    at += text.length + 1;
  }
  return { text: texts.join(' '), marks };
}
