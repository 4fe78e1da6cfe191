/** One cell of a table as it is written to a file; numbers stay numbers. */
export type CsvValue = string | number | null;

/**
 * Text that a spreadsheet would take for a formula and carry out: names in it come from elsewhere. An apostrophe makes it text (OWASP,
 * "CSV Injection").
 */
const FORMULA = /^[=+\-@\t\r\n|％＝＋－＠]/;

/** What ends a cell somewhere: some spreadsheets take semicolons or tabs for the separator, and blanks at the ends are lost. */
const TO_QUOTE = /[",;\t\r\n]|^\s|\s$/;

function cell(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value.trimStart()) || FORMULA.test(value) ? `'${value}` : value;
  return TO_QUOTE.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A table as CSV (RFC 4180), with the mark by which spreadsheets know it for UTF-8. */
export function toCsv(head: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  return `\ufeff${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
