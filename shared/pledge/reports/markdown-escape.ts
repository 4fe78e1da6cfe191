import { shortened, visible } from '../visible.ts';

const MARKS = /[\\`*{}[\]|~$<>&#@]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|:(?=\/\/)|(?<=www)\.|(?<=\bmailto|\bxmpp):/giu;

/**
 * Text of others in a line of Markdown: nothing in it can become markup, a link, a mention, an issue reference or HTML. Line breaks become
 * blanks. Numeric character references rather than backslashes, because `@` and bare addresses are linked in spite of those.
 */
export function escaped(text: string, max = 2_000): string {
  return visible(shortened(text, max))
    .replace(/\s+/g, ' ')
    .trim()
    .replace(MARKS, (character) => `&#${character.charCodeAt(0)};`);
}

/**
 * Text of others as a code span: fenced by more backticks than it holds in a row, so that it cannot end early; in a table a bar ends a cell
 * even there, hence the backslash.
 */
export function codeSpan(text: string, max = 500): string {
  const plain = visible(shortened(text, max)).replace(/\s+/g, ' ').trim().replaceAll('|', '\\|');
  if (plain === '') return '–';
  const longest = Math.max(0, ...[...plain.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 ? ' ' : '';
  return fence + pad + plain + pad + fence;
}
