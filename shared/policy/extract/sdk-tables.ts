import type { SdkRow } from '../../domain/facts/policy.ts';
import type { Cell, Table } from '../text/layout.ts';
import type { PolicyText } from '../text/policy-text.ts';
import { blankSdk, type SdkField, sdkField, sdkFields, speaksOfSdks } from './sdk-columns.ts';

const LONGEST = 400;

/** A head of those who are given something; SDKs are only meant where something else says so. */
const RECIPIENTS = /接收方|接收主体|(?:共享|提供|披露|转让)(?:的)?(?:对象|方)|受托(?:方|人)/;
const OF_CODE = /sdk|插件|开发(?:工具)?包|工具包|集成|嵌入|代码/i;

/** Rows of the tables that list SDKs: those with a name column, in a table or after a line that speaks of SDKs. */
export function extractSdkTableRows(text: PolicyText): SdkRow[] {
  return text.tables.flatMap((table) =>
    rowsOf(table, text.lower.slice(Math.max(0, table.range[0] - 160), table.range[0]), text.lower),
  );
}

function rowsOf(whole: Table, before: string, text: string): SdkRow[] {
  const table = uprighted(whole);
  const head = table.rows[0];
  if (head === undefined) return [];
  const columns = columnsOf(head);
  const about = speaksOfSdks(head.map((cell) => cell.text).join(' ')) || speaksOfSdks(before);
  const nameColumn = columns.get('name') ?? columns.get('operator');
  if (nameColumn === undefined || !about || columns.size < 2) return asPairs(table, before);
  const isOfRecipients = !columns.has('name') && RECIPIENTS.test(head[nameColumn]?.text ?? '');
  if (isOfRecipients && !OF_CODE.test(before) && !OF_CODE.test(text.slice(...whole.range))) return [];
  const rows: SdkRow[] = [];
  for (const row of table.rows.slice(1)) {
    const cell = (field: SdkField) => (row[columns.get(field) ?? -1]?.text ?? '').slice(0, LONGEST);
    const name = row[nameColumn]?.text ?? '';
    if (name === '') {
      continueRow(rows, cell);
      continue;
    }
    // A head may be repeated on every page.
    if (row.every((other, column) => other.text === head[column]?.text)) continue;
    rows.push({
      ...sdkFields({
        name: name.slice(0, 120),
        operator: columns.has('name') ? cell('operator') : name.slice(0, 120),
        purpose: cell('purpose'),
        types: cell('types'),
        link: cell('link'),
        way: cell('way'),
      }),
      range: [row[0]!.range[0], Math.max(row[0]!.range[1], row.at(-1)!.range[1])],
      confidence: columns.has('name') ? 0.95 : 0.7,
    });
  }
  return rows;
}

/** A row without a name goes on with the one above, whose cell was merged over both. */
function continueRow(rows: SdkRow[], cell: (field: SdkField) => string): void {
  const above = rows.at(-1);
  if (above === undefined) return;
  const joined = (before: string, more: string) =>
    (more === '' || before.includes(more) ? before : before === '' ? more : `${before}; ${more}`).slice(0, LONGEST);
  rows[rows.length - 1] = {
    ...above,
    operator: above.operator || cell('operator'),
    purpose: joined(above.purpose, cell('purpose')),
    types: joined(above.types, cell('types')),
    link: above.link || cell('link'),
  };
}

/** The table with its heading in the first row: without rows above it that are only a caption, and turned if headings stand in a column. */
function uprighted({ range, rows }: Table): Table {
  const first = rows.findIndex((row) => row.filter((cell) => cell.text !== '').length > 1);
  const body = first > 0 ? rows.slice(first) : rows;
  const head = body[0] ?? [];
  const labels = body.map((row) => row[0]).filter((cell) => cell !== undefined);
  const turned = head.length > 2 && columnsOf(head).size < 2 && columnsOf(labels).has('name') && columnsOf(labels).size > 1;
  if (!turned) return { range, rows: body };
  const blank: Cell = { text: '', range };
  return { range, rows: head.map((_, column) => body.map((row) => row[column] ?? blank)) };
}

/** Some policies give each SDK a table of its own: two columns, key and value. */
function asPairs(table: Table, before: string): SdkRow[] {
  let row = blankSdk();
  const rows: SdkRow[] = [];
  const push = (end: number) => {
    if (row.name !== '' && (row.purpose !== '' || row.types !== '' || row.operator !== '')) {
      rows.push({ ...sdkFields(row), range: [table.range[0], end], confidence: 0.85 });
    }
    row = blankSdk();
  };
  for (const [key, value, ...more] of table.rows) {
    if (key === undefined || value === undefined || more.some((cell) => cell.text !== '')) return [];
    const field = sdkField(key.text);
    if (field === null) continue;
    if (field === 'name' && row.name !== '') push(key.range[0]);
    row[field] ||= value.text.slice(0, LONGEST);
  }
  push(table.range[1]);
  return speaksOfSdks(before) || rows.some((found) => /sdk/i.test(found.name)) ? rows : [];
}

function columnsOf(head: readonly Cell[]): Map<SdkField, number> {
  const columns = new Map<SdkField, number>();
  for (const [index, cell] of head.entries()) {
    const field = sdkField(cell.text);
    if (field !== null && !columns.has(field)) columns.set(field, index);
  }
  return columns;
}
