/** One run of text on a PDF page, as pdf.js reports it; `transform` is [a, b, c, d, x, y] of PDF's text matrix. */
export interface Piece {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
}

/** Lines of a page, in its own order: a new line where the baseline moves; a wide jump on a line is a cell border (tab). */
export function linesOfPage(pieces: readonly Piece[]): string[] {
  const lines: string[] = [];
  let line = '';
  let last: Piece | null = null;
  for (const piece of pieces) {
    const size = piece.height || last?.height || 10;
    if (last !== null) {
      const moved = Math.abs((piece.transform[5] ?? 0) - (last.transform[5] ?? 0));
      const jump = (piece.transform[4] ?? 0) - ((last.transform[4] ?? 0) + last.width);
      if (moved > size * 0.6) {
        lines.push(line);
        line = '';
      } else if (jump > size * 2.5) line += '\t';
      else if (jump > size * 0.3 && piece.str !== ' ') line += ' ';
    }
    line += piece.str;
    if (piece.str !== '') last = piece;
  }
  lines.push(line);
  return lines.map((text) => text.trim()).filter((text) => text !== '');
}

const ENDS = /[。!?！？;；:：]\s*$/;
const STARTS =
  /^(?:第[一二三四五六七八九十百]+[章节条]|[一二三四五六七八九十]+[、.]|[((（]?[0-9一二三四五六七八九十]+[))）.、]|[•·●○■▪-])/;

/**
 * Joins the lines that only the page width broke: a line that fills the width and does not end a sentence goes on in the next,
 * unless that one starts like a heading or a list item.
 */
export function paragraphsOf(lines: readonly string[]): string[] {
  const widest = lines.reduce((max, line) => Math.max(max, line.length), 0);
  const paragraphs: string[] = [];
  let full = false;
  for (const line of lines) {
    const continues = full && !STARTS.test(line) && !line.includes('\t');
    const before = continues ? (paragraphs.pop() ?? '') : '';
    paragraphs.push(/[a-z]$/i.test(before) ? `${before} ${line}` : before + line);
    full = !ENDS.test(line) && !line.includes('\t') && line.length > widest * 0.7;
  }
  return paragraphs;
}
