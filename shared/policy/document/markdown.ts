import type { Block, PolicyDocument } from './document.ts';
import { policyGap } from './document.ts';
import { readHtml } from './html.ts';
import { LIMITS } from './limits.ts';

/**
 * Reads the Markdown that policies are written in: ATX and setext headings, lists, pipe tables, links, emphasis, code fences.
 * Inline HTML is reduced to its text. Not a full CommonMark parser: what it does not know stays as text.
 */
export function readMarkdown(text: string): PolicyDocument {
  const kept = text.slice(0, LIMITS.characters);
  const blocks: Block[] = [];
  let table: string[][] = [];
  const endTable = () => {
    if (table.length > 0) blocks.push({ kind: 'table', rows: table });
    table = [];
  };
  for (const line of withoutComments(kept).split(/\r\n|[\n\r]/)) {
    const content = line.trim();
    if (/^\|.*\|$/.test(content)) {
      if (!/^\|(?:\s*:?-+:?\s*\|)+$/.test(content)) table.push(cellsOf(content));
      continue;
    }
    endTable();
    const block = blockOf(content, blocks);
    if (block !== null) blocks.push(block);
  }
  endTable();
  const gaps =
    kept.length < text.length
      ? [
          policyGap(
            'policy-truncated',
            'markdown',
            '文本过长，只读取了前一部分',
            'The text is too long; only its first part was read',
          ),
        ]
      : [];
  const first = blocks[0];
  return { format: 'markdown', title: first?.kind === 'heading' ? first.text : null, blocks, gaps };
}

/** Text without `<!-- … -->`; an unclosed comment is text. */
function withoutComments(text: string): string {
  let rest = '';
  let from = 0;
  for (let open = text.indexOf('<!--'); open >= 0; open = text.indexOf('<!--', from)) {
    const close = text.indexOf('-->', open + 4);
    if (close < 0) break;
    rest += text.slice(from, open);
    from = close + 3;
  }
  return rest + text.slice(from);
}

function blockOf(content: string, blocks: Block[]): Block | null {
  if (content === '' || /^(?:-{3,}|\*{3,}|_{3,}|`{3,}\w*|~{3,}\w*)$/.test(content)) return null;
  if (/^={3,}$/.test(content)) {
    const last = blocks.pop();
    return last === undefined || last.kind === 'table' ? null : { kind: 'heading', level: 1, text: last.text };
  }
  const heading = /^(#{1,6})\s+(.*?)\s*#*$/.exec(content);
  if (heading !== null) return { kind: 'heading', level: heading[1]!.length, text: inline(heading[2]!) };
  const item = /^(?:[-*+]|\d{1,3}[.)])\s+(.*)$/.exec(content);
  if (item !== null) return { kind: 'item', text: inline(/^\d/.test(content) ? content : item[1]!) };
  const text = inline(content.replace(/^>\s?/, ''));
  return text === '' ? null : { kind: 'paragraph', text };
}

function cellsOf(row: string): string[] {
  return row
    .slice(1, -1)
    .replaceAll('\\|', '\u0000')
    .split('|')
    .map((cell) => inline(cell.replaceAll('\u0000', '|').trim()));
}

/** Text of inline Markdown: emphasis marks dropped, a link becomes its text and its address in brackets. */
function inline(text: string): string {
  const plain = text
    .replace(/!\[([^\]]{0,300})\]\([^)\s]{0,2000}\)/g, '$1')
    .replace(/\[([^\]]{1,300})\]\(([^)\s]{1,2000})\)/g, (_, label: string, url: string) =>
      label === url ? url : `${label}(${url})`,
    )
    .replace(/(\*\*|__)(?=\S)([^*_]{1,2000}?)\1/g, '$2')
    .replace(/`([^`]{1,500})`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+\-.!|>])/g, '$1');
  if (!/<[a-z!/]/i.test(plain)) return plain;
  return readHtml(plain)
    .blocks.map((block) => (block.kind === 'table' ? '' : block.text))
    .join(' ');
}
