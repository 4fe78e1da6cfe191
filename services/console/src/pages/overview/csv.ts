/** One cell of a table as it is written to a file; numbers stay numbers. */
export type CsvValue = string | number | null;

/**
 * Text that a spreadsheet would take for a formula and carry out: names of reviewers and rules come from elsewhere. An apostrophe makes it
 * text (OWASP, "CSV Injection").
 */
const FORMULA = /^[=+\-@\t\r\n|％＝＋－＠]/;

function cell(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value.trimStart()) || FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A table as CSV (RFC 4180), with the mark by which spreadsheets know it for UTF-8. */
export function toCsv(head: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  return `\ufeff${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** Gives a file to whoever uses the page. */
export function download(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has begun by then; kept, the text would stay in memory as long as the page.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
