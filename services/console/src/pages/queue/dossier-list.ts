import { skipToken, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { DossierPage, DossierRow } from '../../../../../shared/domain/review/dossier.ts';
import { get } from '../../api/client.ts';
import { apiFilter, type QueueQuery } from './filter-query.ts';
import { FACETS_KEY } from './use-facets.ts';

/** A row as the list shows it: one that does not belong to it any more stays where it is until the list is loaded anew. */
export interface ListedRow extends DossierRow {
  readonly left?: boolean;
}

/** What has changed since the pages were loaded. */
export interface Updates {
  /** Up to which the rows are known; null until the first change. */
  readonly version: string | null;
  readonly rows: ReadonlyMap<string, ListedRow>;
  /** Submissions that belong into the loaded part and are not in it. */
  readonly arrived: ReadonlySet<string>;
  /** More has changed than can be told one by one. */
  readonly outdated: boolean;
}

const NO_UPDATES: Updates = { version: null, rows: new Map(), arrived: new Set(), outdated: false };
const PATH = '/v1/review/dossiers';
/** The first page is there soon; whoever scrolls on wants many. */
const FIRST_ROWS = 50;
const NEXT_ROWS = 200;
/** A reviewer comes back from a submission and finds the list as it was. */
const KEPT_MS = 60 * 60_000;

/** Rows of the API that match a query; for what is not the list itself. */
export function fetchRows(query: QueueQuery, limit: number, signal?: AbortSignal): Promise<DossierPage> {
  return get<DossierPage>(PATH, { ...apiFilter(query.filter), order: query.order, limit }, signal ? { signal } : {});
}

/** The list of a query: its pages as they are scrolled to, with the changes that live updates bring. */
export function useDossierList(query: QueueQuery, text: string) {
  const client = useQueryClient();
  const pagesKey = useMemo(() => ['dossiers', text] as const, [text]);
  const updatesKey = useMemo(() => ['dossier-updates', text] as const, [text]);

  const fetchPage = useCallback(
    (cursor: string | null, signal?: AbortSignal) =>
      get<DossierPage>(
        PATH,
        { ...apiFilter(query.filter), order: query.order, limit: cursor === null ? FIRST_ROWS : NEXT_ROWS, cursor },
        signal ? { signal } : {},
      ),
    [query],
  );
  const pages = useInfiniteQuery({
    queryKey: pagesKey,
    queryFn: ({ pageParam, signal }) => fetchPage(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    // Changes come by themselves (live-changes.ts); loading ten thousand rows anew would make the list jump.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: KEPT_MS,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
  });
  const updates =
    useQuery<Updates>({ queryKey: updatesKey, queryFn: skipToken, gcTime: KEPT_MS, staleTime: Number.POSITIVE_INFINITY }).data ??
    NO_UPDATES;

  const rows = useMemo(() => merged(pages.data?.pages ?? [], updates.rows), [pages.data, updates.rows]);
  const change = useCallback(
    (by: (before: Updates) => Updates) =>
      client.setQueryData<Updates>(updatesKey, (before) => by(before ?? NO_UPDATES), { updatedAt: Date.now() }),
    [client, updatesKey],
  );
  /** Loads the first page anew; the old rows stay until it is there. */
  const reload = useCallback(async () => {
    await client.cancelQueries({ queryKey: pagesKey });
    const first = await fetchPage(null);
    client.setQueryData(pagesKey, { pages: [first], pageParams: [null] });
    client.setQueryData<Updates>(updatesKey, { ...NO_UPDATES, version: first.version });
    await client.invalidateQueries({ queryKey: [FACETS_KEY] });
  }, [client, pagesKey, updatesKey, fetchPage]);

  const last = pages.data?.pages.at(-1);
  const complete = last !== undefined && last.nextCursor === null;
  return {
    pages,
    rows,
    updates,
    change,
    reload,
    complete,
    /** Rows that the list has in all, loaded or not; it never shrinks below what is loaded. */
    total: complete ? rows.length : Math.max(last?.total ?? 0, rows.length + 1),
    version: updates.version ?? pages.data?.pages[0]?.version ?? null,
  };
}

export type DossierList = ReturnType<typeof useDossierList>;

/** Rows of all pages; one that moved while the pages were loaded stands once. */
function merged(pages: readonly DossierPage[], updates: ReadonlyMap<string, ListedRow>): ListedRow[] {
  const seen = new Set<string>();
  const rows: ListedRow[] = [];
  for (const page of pages) {
    for (const row of page.rows) {
      if (seen.has(row.submission)) continue;
      seen.add(row.submission);
      rows.push(updates.get(row.submission) ?? row);
    }
  }
  return rows;
}
