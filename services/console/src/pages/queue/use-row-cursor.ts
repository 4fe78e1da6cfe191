import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useNavigationType } from 'react-router';
import type { ListedRow } from './dossier-list.ts';

/** Where the cursor stood in each list, for coming back from a submission. */
const remembered = new Map<string, string>();

interface Place {
  readonly list: string;
  readonly id: string | null;
  readonly index: number;
}

/** The row that the keyboard is at: `j` and `k` move it, and it alone can be reached by Tab. */
export function useRowCursor(list: string, rows: readonly ListedRow[]) {
  const cameBack = useNavigationType() === 'POP';
  const [kept, setKept] = useState<Place>({ list, id: remembered.get(list) ?? null, index: 0 });
  const place = kept.list === list ? kept : { list, id: remembered.get(list) ?? null, index: 0 };
  const indexOf = useMemo(() => new Map(rows.map((row, index) => [row.submission, index])), [rows]);
  // Where its row has gone, the cursor stays at the same height.
  const index = (place.id === null ? undefined : indexOf.get(place.id)) ?? Math.min(place.index, Math.max(0, rows.length - 1));
  const grid = useRef<HTMLDivElement>(null);
  const focusNext = useRef(false);

  const activate = useCallback(
    (next: number) => {
      const id = rows[next]?.submission ?? null;
      if (id !== null) remembered.set(list, id);
      setKept((before) => (before.list === list && before.id === id ? before : { list, id, index: next }));
    },
    [list, rows],
  );
  const focus = useCallback(() => {
    const row = grid.current?.querySelector<HTMLElement>(`[data-index="${index}"]`);
    row?.focus({ preventScroll: true });
    return row !== null && row !== undefined;
  }, [index]);
  /** Moves the cursor and takes the focus along once the row is there. */
  const go = (next: number) => {
    focusNext.current = true;
    activate(next);
    if (next === index && focus()) focusNext.current = false;
  };
  useEffect(() => {
    if (focusNext.current && focus()) focusNext.current = false;
  });

  /** Takes the focus where nothing has it: what had it is gone. */
  const takeLostFocus = useCallback(() => {
    const at = document.activeElement;
    if (at === null || at === document.body || at.id === 'main') focus();
  }, [focus]);
  // Back from a submission the focus is where it was. The frame gives a new page's focus to its top first: this comes after.
  const returning = useRef(cameBack && remembered.has(list));
  useEffect(() => {
    if (!returning.current || rows.length === 0) return;
    returning.current = false;
    const timer = setTimeout(takeLostFocus, 0);
    return () => clearTimeout(timer);
  }, [rows.length, takeLostFocus]);

  return { grid, index, started: place.id !== null, activate, go, takeLostFocus };
}

export type RowCursor = ReturnType<typeof useRowCursor>;
