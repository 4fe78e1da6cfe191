/** One row of a table of comma-separated values, with the line (1-based) that it begins on. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Rows of comma-separated values (RFC 4180): cells in double quotes may hold commas, line breaks and doubled quotes; lines end in LF or
 * CRLF; blank lines are left out.
 * @throws Error with `line` where a quote is not closed or something follows a closing one
 */
export function* readCsv(text: string): Generator<CsvRow> {
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const first = line;
    const cells: string[] = [];
    let more = true;
    while (more) {
      const quoted = text[at] === '"';
      const end = quoted ? closingQuote(text, at, first) : cellEnd(text, at);
      const cell = quoted ? text.slice(at + 1, end).replaceAll('""', '"') : text.slice(at, end).replace(/\r$/, '');
      if (quoted) for (const character of cell) if (character === '\n') line += 1;
      cells.push(cell);
      at = quoted ? end + 1 : end;
      if (quoted && text[at] === '\r') at += 1;
      if (at < text.length && text[at] !== ',' && text[at] !== '\n') throw csvError(line, 'text after a closing quote');
      more = text[at] === ',';
      at += 1;
    }
    line += 1;
    if (cells.length > 1 || cells[0]!.trim() !== '') yield { line: first, cells };
  }
}

function cellEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== ',' && text[at] !== '\n') at += 1;
  return at;
}

function closingQuote(text: string, from: number, line: number): number {
  let at = text.indexOf('"', from + 1);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  if (at < 0) throw csvError(line, 'a quote that is not closed');
  return at;
}

function csvError(line: number, message: string): Error & { readonly line: number } {
  return Object.assign(new Error(message), { line });
}
