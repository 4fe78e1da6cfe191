import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useSession } from '../../api/session.tsx';
import { useLanguage } from '../../i18n/language.tsx';
import type { DossierList } from './dossier-list.ts';
import { DossierRowView, ROW_HEIGHT } from './dossier-row.tsx';
import './grid.css';
import { ColumnHeader, HeadRow, RowGroup, WaitingRowFrame } from './grid-parts.tsx';
import { useQueueKeys } from './queue-keys.ts';
import { SelectAll } from './select-all.tsx';
import { MOST_SELECTED, type Selection } from './selection.ts';
import { TableEnd } from './table-end.tsx';
import { useHeaderHeight } from './use-header-height.ts';
import { useNow } from './use-now.ts';
import type { RowCursor } from './use-row-cursor.ts';

const HEAD_HEIGHT = 40;
/** Where the bulk bar stands over the end of the page. */
const BAR_HEIGHT = 72;
const OVERSCAN = 6;
/** So many rows before the end of what is loaded the next page is asked for. */
const AHEAD = 30;

interface Given {
  readonly list: DossierList;
  readonly cursor: RowCursor;
  /** Null for accounts that cannot select. */
  readonly selection: Selection | null;
  /** The list's query as the API takes it, for the submission's page. */
  readonly from: string;
  readonly onReload: () => void;
}

/** The rows of the queue as a grid, of which only those on the screen exist. */
export function DossierTable({ list, cursor, selection, from, onReload }: Given) {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const { account } = useSession();
  const now = useNow(30_000);
  const { rows, total, pages } = list;
  const headerHeight = useHeaderHeight();
  const [margin, body] = useScrollMargin();
  const anySelected = (selection?.ids.size ?? 0) > 0;
  const virtual = useWindowVirtualizer({
    count: total,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    scrollMargin: margin,
    scrollPaddingStart: headerHeight + HEAD_HEIGHT,
    scrollPaddingEnd: anySelected ? BAR_HEIGHT : 8,
    // The row with the focus stays in the page wherever one scrolls: a focus that vanishes is lost to the keyboard.
    rangeExtractor: useCallback(
      (range: Range) =>
        [...new Set([...defaultRangeExtractor(range), Math.min(cursor.index, range.count - 1)])].sort((a, b) => a - b),
      [cursor.index],
    ),
  });
  const shown = virtual.getVirtualItems();
  const lastShown = shown.findLast((item) => item.index !== cursor.index)?.index ?? 0;
  useEffect(() => {
    const wanted = lastShown >= rows.length - AHEAD && pages.hasNextPage;
    if (wanted && !pages.isFetching && !pages.isFetchNextPageError) void pages.fetchNextPage();
  }, [lastShown, rows.length, pages]);

  const stable = useStable({
    activate: cursor.activate,
    select: (index: number, extend: boolean) => {
      const id = rows[index]?.submission;
      if (id === undefined) return;
      if (extend)
        selection?.extend(
          id,
          rows.map((row) => row.submission),
        );
      else selection?.toggle(id);
    },
    open: (index: number) => {
      const id = rows[index]?.submission;
      if (id !== undefined) void navigate(`/submissions/${id}`, { state: { queue: from } });
    },
  });
  const onKeyDown: (event: KeyboardEvent) => void = useQueueKeys({
    list,
    cursor,
    selection,
    open: stable.open,
    scrollTo: (index) => virtual.scrollToIndex(index),
  });

  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a table's layout cannot hold rows that are placed one by one. */}
      <div
        ref={cursor.grid}
        role="grid"
        aria-label={t({ zh: '案卷', en: 'Dossiers' })}
        aria-rowcount={total + 1}
        aria-colcount={selection === null ? 4 : 5}
        aria-multiselectable={selection === null ? undefined : true}
        className={selection === null ? 'queue-grid queue-grid-plain' : 'queue-grid'}
        onKeyDown={onKeyDown}
      >
        <RowGroup className="queue-head" style={{ top: headerHeight, height: HEAD_HEIGHT }}>
          <HeadRow className="queue-head-row">
            {selection !== null && (
              <ColumnHeader className="queue-cell-select">
                <SelectAll list={list} selection={selection} most={MOST_SELECTED} />
              </ColumnHeader>
            )}
            <ColumnHeader>{t({ zh: '应用 · 开发者 · 商店', en: 'App · developer · store' })}</ColumnHeader>
            <ColumnHeader>{t({ zh: '机审结论与主要问题', en: 'Verdict and why' })}</ColumnHeader>
            <ColumnHeader>{t({ zh: '时限', en: 'Due' })}</ColumnHeader>
            <ColumnHeader>{t({ zh: '负责人', en: 'Who' })}</ColumnHeader>
          </HeadRow>
        </RowGroup>
        <RowGroup ref={body} className="queue-body" style={{ height: virtual.getTotalSize() }}>
          {shown.map(({ index, start }) => {
            const row = rows[index];
            const top = start - margin;
            if (row === undefined) return <WaitingRow key={index} index={index} top={top} />;
            return (
              <DossierRowView
                key={row.submission}
                row={row}
                index={index}
                top={top}
                active={index === cursor.index}
                selected={selection === null ? null : selection.ids.has(row.submission)}
                me={account.id}
                now={now}
                from={from}
                onActivate={stable.activate}
                onSelect={stable.select}
                onOpen={stable.open}
              />
            );
          })}
        </RowGroup>
      </div>
      <TableEnd list={list} onReload={onReload} />
    </>
  );
}

/** A row that is on its way, as high as it will be. */
function WaitingRow({ index, top }: { readonly index: number; readonly top: number }) {
  const { t } = useLanguage();
  return (
    <WaitingRowFrame index={index} style={{ transform: `translateY(${top}px)` }}>
      <span className="visually-hidden">{t({ zh: '载入中', en: 'Loading' })}</span>
      <span className="queue-bone" aria-hidden="true" />
      <span className="queue-bone queue-bone-short" aria-hidden="true" />
    </WaitingRowFrame>
  );
}

/** Where the rows begin in the page, measured again whenever what stands above may have changed its height. */
function useScrollMargin() {
  const [margin, setMargin] = useState(0);
  const body = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const top = body.current === null ? 0 : Math.round(body.current.getBoundingClientRect().top + window.scrollY);
    setMargin(top);
  });
  return [margin, body] as const;
}

/** The same functions for the life of the table, so that rows that have not changed are not drawn again. */
function useStable<T extends Readonly<Record<string, (...given: never[]) => void>>>(functions: T): T {
  const latest = useRef(functions);
  latest.current = functions;
  const [stable] = useState(() => {
    const entries = Object.keys(functions).map((name) => [name, (...given: never[]) => latest.current[name]?.(...given)]);
    return Object.fromEntries(entries) as T;
  });
  return stable;
}
