import { useCallback, useMemo, useState } from 'react';

/** As many as one bulk operation takes. */
export const MOST_SELECTED = 200;

export interface Selected {
  /** The list that it was made in: another list starts with nothing selected. */
  readonly list: string;
  readonly ids: ReadonlySet<string>;
  /** From where a range goes on. */
  readonly anchor: string | null;
}

const nothing = (list: string): Selected => ({ list, ids: new Set(), anchor: null });

/** Selects one or takes it back; beyond the most nothing is added. */
export function toggledRow(before: Selected, id: string): Selected {
  const ids = new Set(before.ids);
  if (!ids.delete(id) && ids.size < MOST_SELECTED) ids.add(id);
  return { ...before, ids, anchor: id };
}

/** Selects everything between the anchor and this row, both included, nearest to the anchor first. */
export function extendedTo(before: Selected, id: string, order: readonly string[]): Selected {
  const from = before.anchor === null ? -1 : order.indexOf(before.anchor);
  const to = order.indexOf(id);
  if (from < 0 || to < 0) return toggledRow(before, id);
  const ids = new Set(before.ids);
  const step = from <= to ? 1 : -1;
  for (let place = from; place !== to + step && ids.size < MOST_SELECTED; place += step) ids.add(order[place]!);
  return { ...before, ids };
}

/** Which rows of the list are selected. */
export function useSelection(list: string) {
  const [kept, setKept] = useState(() => nothing(list));
  const selected = kept.list === list ? kept : nothing(list);
  const change = useCallback(
    (by: (before: Selected) => Selected) => setKept((before) => by(before.list === list ? before : nothing(list))),
    [list],
  );
  return useMemo(
    () => ({
      ids: selected.ids,
      toggle: (id: string) => change((before) => toggledRow(before, id)),
      extend: (id: string, order: readonly string[]) => change((before) => extendedTo(before, id, order)),
      /** Exactly these; what is beyond the most is left out. */
      set: (ids: Iterable<string>) => change(() => ({ ...nothing(list), ids: new Set([...ids].slice(0, MOST_SELECTED)) })),
    }),
    [selected.ids, change, list],
  );
}

export type Selection = ReturnType<typeof useSelection>;
