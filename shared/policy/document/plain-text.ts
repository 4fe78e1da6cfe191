import type { Block, PolicyDocument } from './document.ts';
import { policyGap } from './document.ts';
import { LIMITS } from './limits.ts';

/** Reads plain text: one block a line; consecutive lines with tabs are a table. Headings are recognised later, by their form. */
export function readPlainText(text: string): PolicyDocument {
  const kept = text.length > LIMITS.characters ? text.slice(0, LIMITS.characters) : text;
  const gaps =
    kept.length < text.length
      ? [
          policyGap(
            'policy-truncated',
            'text',
            '文本过长，只读取了前一部分',
            'The text is too long; only its first part was read',
          ),
        ]
      : [];
  return { format: 'text', title: null, blocks: blocksOfLines(kept.split(/\r\n|[\n\r\u2028\u2029\f\v]/)), gaps };
}

/** Blocks of lines in which a tab separates cells. */
export function blocksOfLines(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let rows: string[][] = [];
  const endTable = () => {
    if (rows.length > 1) blocks.push({ kind: 'table', rows });
    else for (const row of rows) blocks.push({ kind: 'paragraph', text: row.join(' ') });
    rows = [];
  };
  for (const line of lines) {
    const cells = line.trim().split(/\t+/);
    if (cells.length > 1) {
      rows.push(cells.map((cell) => cell.trim()));
      continue;
    }
    endTable();
    const content = line.trim();
    if (content !== '') blocks.push({ kind: /^[•·●○■\-*]\s/.test(content) ? 'item' : 'paragraph', text: content });
  }
  endTable();
  return blocks;
}
