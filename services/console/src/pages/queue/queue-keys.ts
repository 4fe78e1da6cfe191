import type { KeyboardEvent } from 'react';
import { useEffect, useRef } from 'react';
import type { Shortcut } from '../../shell/shortcut-registry.ts';
import { useShortcuts } from '../../shell/shortcuts.tsx';
import type { DossierList } from './dossier-list.ts';
import type { Selection } from './selection.ts';
import type { RowCursor } from './use-row-cursor.ts';

const SCOPE = { zh: '审核队列：列表', en: 'Queue: the list' } as const;
/** Rows that Page Up and Page Down pass. */
const PAGE = 8;

interface Given {
  readonly list: DossierList;
  readonly cursor: RowCursor;
  readonly selection: Selection | null;
  readonly open: (index: number) => void;
  readonly scrollTo: (index: number) => void;
}

/** The keys of the rows: letters from anywhere in the page, arrows and Space inside the grid. @returns the grid's listener */
export function useQueueKeys({ list, cursor, selection, open, scrollTo }: Given): (event: KeyboardEvent) => void {
  const { rows } = list;
  const toEnd = useRef(false);
  const go = (index: number) => {
    if (rows.length === 0) return;
    const next = Math.max(0, Math.min(index, rows.length - 1));
    toEnd.current = false;
    cursor.go(next);
    scrollTo(next);
  };
  const move = (by: number) => go(cursor.started ? cursor.index + by : cursor.index);
  const id = rows[cursor.index]?.submission;
  const extendTo = (index: number) => {
    const to = rows[index]?.submission;
    if (to !== undefined && id !== undefined) {
      if (selection !== null && !selection.ids.has(id)) selection.toggle(id);
      selection?.extend(
        to,
        rows.map((row) => row.submission),
      );
    }
    go(index);
  };
  const select = () => {
    if (id !== undefined) selection?.toggle(id);
  };

  // The last row exists only when all pages are there: the focus follows when they are.
  useEffect(() => {
    if (!toEnd.current || !list.complete) return;
    toEnd.current = false;
    cursor.go(rows.length - 1);
    scrollTo(rows.length - 1);
  });

  const openIt = () => open(cursor.index);
  const shortcuts: Shortcut[] = [
    { keys: 'j', label: { zh: '下一条', en: 'Next row' }, do: () => move(1), repeats: true },
    { keys: 'k', label: { zh: '上一条', en: 'Previous row' }, do: () => move(-1), repeats: true },
    { keys: 'enter', label: { zh: '打开案卷', en: 'Open the dossier' }, do: openIt },
    { keys: 'o', label: { zh: '打开案卷', en: 'Open the dossier' }, do: openIt },
  ];
  if (selection !== null) {
    shortcuts.push(
      { keys: 'x', label: { zh: '选择或取消（Shift+↑↓ 连选）', en: 'Select (Shift+↑↓ for a range)' }, do: select },
      { keys: 'escape', label: { zh: '清除选择', en: 'Clear the selection' }, do: () => selection.set([]) },
    );
  }
  useShortcuts(shortcuts, SCOPE);

  const keys: Readonly<Record<string, (extend: boolean) => void>> = {
    arrowdown: (extend) => (extend && selection !== null ? extendTo(Math.min(cursor.index + 1, rows.length - 1)) : move(1)),
    arrowup: (extend) => (extend && selection !== null ? extendTo(Math.max(cursor.index - 1, 0)) : move(-1)),
    pagedown: () => move(PAGE),
    pageup: () => move(-PAGE),
    home: () => go(0),
    end: () => {
      toEnd.current = !list.complete;
      if (list.complete) go(rows.length - 1);
      else scrollTo(list.total - 1);
    },
  };
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const onRow = (event.target as HTMLElement).role === 'row';
    const act = event.key === ' ' && onRow ? select : keys[event.key.toLowerCase()];
    if (act === undefined) return;
    event.preventDefault();
    act(event.shiftKey);
  };
}
