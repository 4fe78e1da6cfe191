import type { SdkRow } from '../../domain/facts/policy.ts';
import type { Range } from '../../domain/text.ts';
import type { PolicyText } from '../text/policy-text.ts';
import { blankSdk, type SdkField, sdkField, sdkFields, speaksOfSdks } from './sdk-columns.ts';

/** So many titles in a row are a head, and no table has more of them. */
const FEWEST = 3;
const WIDEST = 9;
const LONGEST_TITLE = 16;
const LONGEST_CELL = 600;
const LONGEST = 400;
/** Rows kept of one table; and how many cells more than titles a row may have, where a cell was broken over lines. */
const MOST = 200;
const BROKEN = 3;
const ADDRESS = /^(?:https?:\/\/|www\.|[a-z0-9-]+(?:\.[a-z0-9-]+)+\/)/i;
const ENDS = /[。;!]$/;

interface Cell {
  readonly text: string;
  readonly range: Range;
}

/**
 * Tables of SDKs whose cells came out one below the other, as copying from a page or PDF leaves them: the titles first, then the cells of
 * each row. Where the last title is of links, an address ends each row; else every row has as many cells as there are titles.
 */
export function extractFlatSdkRows(text: PolicyText): SdkRow[] {
  const cells = text.lines.map(({ kind, range }): Cell | null =>
    kind === 'row' || range[1] - range[0] > LONGEST_CELL ? null : { text: text.text.slice(...range), range },
  );
  const rows: SdkRow[] = [];
  for (let at = 0; at < cells.length; at++) {
    const head = headAt(cells, at);
    if (head === null) continue;
    const start = cells[at]!.range[0];
    const titles = cells.slice(at, at + head.length).map((cell) => cell!.text);
    if (!speaksOfSdks(titles.join(' ')) && !speaksOfSdks(text.lower.slice(Math.max(0, start - 160), start))) continue;
    const found = rowsBelow(cells, at + head.length, head);
    rows.push(...found.rows);
    at = found.next - 1;
  }
  return rows;
}

/** The columns of the head that begins here: titles of different fields, one of them a name, one what it is for or takes; null if none does. */
function headAt(cells: readonly (Cell | null)[], at: number): SdkField[] | null {
  const columns: SdkField[] = [];
  for (let next = at; next < at + WIDEST; next++) {
    const cell = cells[next];
    const field = cell == null || cell.text.length > LONGEST_TITLE || /[:。;]/.test(cell.text) ? null : sdkField(cell.text);
    // Only what it is for is asked in two columns: 使用场景, 使用目的. The same field again is the first cell of a row.
    if (field === null || (field !== 'purpose' && columns.includes(field))) break;
    columns.push(field);
  }
  const named = columns.includes('name') || columns.includes('operator');
  const told = columns.includes('purpose') || columns.includes('types');
  return columns.length >= FEWEST && named && told ? columns : null;
}

function rowsBelow(
  cells: readonly (Cell | null)[],
  from: number,
  columns: readonly SdkField[],
): { rows: SdkRow[]; next: number } {
  const byLink = columns.at(-1) === 'link';
  const rows: SdkRow[] = [];
  let next = from;
  while (rows.length < MOST) {
    const row = byLink ? untilAddress(cells, next, columns.length) : countOf(cells, next, columns.length);
    if (row === null) break;
    next += row.length;
    const whole = rowOf(row, columns);
    if (whole !== null) rows.push(whole);
  }
  return { rows, next };
}

/** Cells up to the address, or several addresses, by which the row ends. */
function untilAddress(cells: readonly (Cell | null)[], from: number, width: number): Cell[] | null {
  const row: Cell[] = [];
  for (let at = from; row.length < width + BROKEN; at++) {
    const cell = cells[at];
    if (cell == null) return null;
    if (row.length > 0 && ADDRESS.test(row.at(-1)!.text) && !ADDRESS.test(cell.text)) return row;
    row.push(cell);
    if (ADDRESS.test(cell.text) && at + 1 >= cells.length) return row;
  }
  return null;
}

function countOf(cells: readonly (Cell | null)[], from: number, width: number): Cell[] | null {
  const row = cells.slice(from, from + width);
  if (row.length < width || row.some((cell) => cell === null || ENDS.test(cell.text))) return null;
  return row as Cell[];
}

function rowOf(row: readonly Cell[], columns: readonly SdkField[]): SdkRow | null {
  const fields = blankSdk();
  const told = row.filter(
    (cell, index) => index < columns.length - 1 || !ADDRESS.test(cell.text) || index === columns.length - 1,
  );
  for (const [index, { text }] of told.entries()) {
    const field = columns[Math.min(index, columns.length - 1)]!;
    fields[field] ||= text.slice(0, LONGEST);
  }
  fields.name ||= fields.operator;
  if (fields.name === '') return null;
  return {
    ...sdkFields(fields),
    range: [row[0]!.range[0], row.at(-1)!.range[1]],
    confidence: row.length === columns.length ? 0.85 : 0.7,
  };
}
