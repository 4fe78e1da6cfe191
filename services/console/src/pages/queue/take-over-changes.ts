import type { DossierPage, DossierRow } from '../../../../../shared/domain/review/dossier.ts';
import { type DossierList, fetchRows, type ListedRow, type Updates } from './dossier-list.ts';
import type { QueueQuery } from './filter-query.ts';
import { standsBefore } from './row-order.ts';

/** Ids that one question takes. */
const MOST_IDS = 200;

interface Looked {
  /** Of those asked for, the ones that the list's filter leaves. */
  readonly belonging: readonly DossierRow[];
  /** Loaded ones that it does not leave any more, as they are now. */
  readonly gone: readonly DossierRow[];
}

async function look(query: QueueQuery, ids: readonly string[], loaded: ReadonlySet<string>): Promise<Looked> {
  const asked = (filter: QueueQuery['filter']): Promise<DossierPage> => fetchRows({ ...query, filter }, MOST_IDS);
  const belonging = (await asked({ ...query.filter, submission: ids })).rows;
  const there = new Set(belonging.map((row) => row.submission));
  const missing = ids.filter((id) => loaded.has(id) && !there.has(id));
  return { belonging, gone: missing.length === 0 ? [] : (await asked({ submission: missing })).rows };
}

/**
 * Looks up what has become of these submissions and takes it over: loaded rows change in place, those that left are marked, those that
 * came are counted. @returns false where there were too many to ask for
 */
export async function takeOver(list: DossierList, query: QueueQuery, ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return true;
  if (ids.length > MOST_IDS) return false;
  const loaded = new Set(list.rows.map((row) => row.submission));
  const { belonging, gone } = await look(query, ids, loaded);
  const last = list.rows.at(-1);
  list.change((before) =>
    withLooked(before, ids, { belonging, gone }, loaded, (row) => {
      // What stands below the loaded rows is found by scrolling.
      return list.complete || last === undefined || standsBefore(row, last, query.order);
    }),
  );
  return true;
}

function withLooked(
  before: Updates,
  ids: readonly string[],
  { belonging, gone }: Looked,
  loaded: ReadonlySet<string>,
  isAmongLoaded: (row: DossierRow) => boolean,
): Updates {
  const rows = new Map<string, ListedRow>(before.rows);
  const arrived = new Set(before.arrived);
  for (const id of ids) arrived.delete(id);
  for (const row of belonging) {
    if (loaded.has(row.submission)) rows.set(row.submission, row);
    else if (isAmongLoaded(row)) arrived.add(row.submission);
  }
  for (const row of gone) rows.set(row.submission, { ...row, left: true });
  return { ...before, rows, arrived };
}
