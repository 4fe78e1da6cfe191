import type { Block, DocumentLink } from './document.ts';

const ADDRESS = /https?:\/\/[\w.~:/?#@!$&'*+=%[\]-]{4,1000}/gi;
const BEFORE = 40;
const MOST_LINKS = 500;

/**
 * Addresses that are written out in a text (`《第三方SDK目录》：https://…`), for formats that have no links of their own, with the words
 * before them. Rows of tables are left out: there they are addresses of other companies.
 */
export function linksInText(blocks: readonly Block[]): DocumentLink[] {
  const links: DocumentLink[] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'table' || !/https?:/i.test(block.text)) continue;
    for (const found of block.text.matchAll(ADDRESS)) {
      if (links.length >= MOST_LINKS) return links;
      const href = found[0].replace(/[.,:!?'*]+$/, '');
      const before = block.text.slice(Math.max(0, found.index - BEFORE), found.index);
      links.push({ text: '', href, before: before.trim() === '' ? lineBefore(blocks, index) : before });
    }
  }
  return links;
}

/** PDF breaks lines before long addresses: the words then stand on the line above. */
function lineBefore(blocks: readonly Block[], index: number): string {
  const block = blocks[index - 1];
  return block === undefined || block.kind === 'table' ? '' : block.text.slice(-BEFORE);
}
