import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { type CsvValue, toCsv } from '../../../../../shared/domain/report/csv.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { download } from './download.ts';

/** A column: how it is called, what it says of a row on the page, and what it says in a file. */
export interface Column<Row> {
  readonly head: string;
  readonly value: (row: Row) => CsvValue;
  /** What is shown, where it is other than the value. */
  readonly show?: (row: Row) => ReactNode;
  /** Where it leads. */
  readonly link?: (row: Row) => string | null;
}

interface Given<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
}

/** Figures in rows. The first column names the row. */
export function DataTable<Row>({ caption, columns, rows, keyOf }: Given<Row>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section className="overview-scroll" tabIndex={0} aria-label={caption}>
      <table className="overview-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ head }) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column, place) =>
                place === 0 ? (
                  <th key={column.head} scope="row">
                    <Cell column={column} row={row} />
                  </th>
                ) : (
                  <td key={column.head}>
                    <Cell column={column} row={row} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  const shown = column.show === undefined ? (column.value(row) ?? '—') : column.show(row);
  const link = column.link?.(row) ?? null;
  return link === null ? shown : <Link to={link}>{shown}</Link>;
}

interface FileGiven<Row> extends Pick<Given<Row>, 'columns' | 'rows'> {
  /** Without its ending. */
  readonly name: string;
  readonly caption: string;
}

/** The same rows as a file for a spreadsheet. */
export function CsvButton<Row>({ name, caption, columns, rows }: FileGiven<Row>) {
  const { t } = useLanguage();
  const save = () => {
    const text = toCsv(
      columns.map(({ head }) => head),
      rows.map((row) => columns.map(({ value }) => value(row))),
    );
    download(`${name}.csv`, text, 'text/csv');
  };
  return (
    <Button size="small" onClick={save} aria-label={t({ zh: `下载 CSV：${caption}`, en: `Download CSV: ${caption}` })}>
      {t({ zh: '下载 CSV', en: 'CSV' })}
    </Button>
  );
}
