import { lazy, Suspense, useId } from 'react';
import { useLanguage } from '../../i18n/language.tsx';
import type { BarsGiven } from './bars.tsx';
import { type Column, CsvButton, DataTable } from './data-table.tsx';

/** The library of charts is as heavy as the rest of the console: it comes when a chart is shown. */
const Bars = lazy(() => import('./bars.tsx'));

interface Given<Row> {
  /** Says what is counted, and in which unit. */
  readonly title: string;
  /** Name of the file, without its ending. */
  readonly name: string;
  readonly chart?: BarsGiven;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Said in place of a table without rows. */
  readonly nothing: string;
  readonly note?: string;
}

/** One figure: its chart, the same in a table, and as a file. */
export function FigureFrame<Row>({ title, name, chart, columns, rows, keyOf, nothing, note }: Given<Row>) {
  const { t } = useLanguage();
  const heading = useId();
  const table = <DataTable caption={title} columns={columns} rows={rows} keyOf={keyOf} />;
  return (
    <section className="overview-figure" aria-labelledby={heading}>
      <div className="overview-figure-head">
        <h2 id={heading}>{title}</h2>
        {rows.length > 0 && <CsvButton name={name} caption={title} columns={columns} rows={rows} />}
      </div>
      {note !== undefined && <p className="overview-note">{note}</p>}
      {rows.length === 0 && <p>{nothing}</p>}
      {rows.length > 0 && chart !== undefined && (
        <>
          <Suspense fallback={<div className="overview-chart overview-chart-waiting" />}>
            <div
              role="img"
              aria-label={t({ zh: `图：${title}，数据见下表`, en: `Chart: ${title}; the table below has the figures` })}
            >
              <Bars {...chart} />
            </div>
          </Suspense>
          <details>
            <summary>{t({ zh: '数据表', en: 'The figures in a table' })}</summary>
            {table}
          </details>
        </>
      )}
      {rows.length > 0 && chart === undefined && table}
    </section>
  );
}
