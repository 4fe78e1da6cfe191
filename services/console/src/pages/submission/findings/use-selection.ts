import { useCallback, useEffect, useRef, useState } from 'react';

export interface Selection {
  /** Fingerprint of the finding that keys act on. */
  readonly current: string | null;
  readonly expanded: ReadonlySet<string>;
  readonly toggle: (fingerprint: string) => void;
  readonly move: (by: 1 | -1) => void;
  readonly expandAll: () => void;
  readonly collapseAll: () => void;
}

const elementOf = (fingerprint: string) => document.getElementById(`finding-${fingerprint}`);

/** The finding that the address points at. */
export function findingInAddress(hash: string): string | null {
  return /^#finding-([0-9a-f]{16})$/.exec(hash)?.[1] ?? null;
}

/** Keeps the finding at hand in the address without a new entry in the history: the link that is copied points at what is looked at. */
function writeHash(fingerprint: string): void {
  const address = new URL(window.location.href);
  address.hash = `finding-${fingerprint}`;
  window.history.replaceState(window.history.state, '', address);
}

/** Shows a finding and gives it the keyboard; far down a long page its row is only made by going there. */
function goTo(fingerprint: string, block: ScrollLogicalPosition, again = true): void {
  const element = elementOf(fingerprint);
  if (element === null && again) requestAnimationFrame(() => goTo(fingerprint, block, false));
  element?.scrollIntoView({ block });
  element?.querySelector('button')?.focus({ preventScroll: true });
}

/**
 * Which finding is at hand and which are open. At first the one that the address names, else the worst.
 * @param order fingerprints in the order in which they are shown
 */
export function useSelection(order: readonly string[], hash: string): Selection {
  const [current, setCurrent] = useState<string | null>(null);
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(() => new Set(order.slice(0, 1)));
  const latest = useRef(order);
  latest.current = order;
  const named = findingInAddress(hash);
  useEffect(() => {
    if (named === null || !latest.current.includes(named)) return;
    setCurrent(named);
    setExpanded((before) => (before.has(named) ? before : new Set([...before, named])));
    // Once the row stands there opened.
    const frame = requestAnimationFrame(() => goTo(named, 'start'));
    return () => cancelAnimationFrame(frame);
  }, [named]);
  const toggle = useCallback((fingerprint: string) => {
    setCurrent(fingerprint);
    writeHash(fingerprint);
    setExpanded((before) => {
      const after = new Set(before);
      if (!after.delete(fingerprint)) after.add(fingerprint);
      return after;
    });
  }, []);
  const move = useCallback(
    (by: 1 | -1) => {
      const list = latest.current;
      const at = current === null ? -1 : list.indexOf(current);
      const next = at === -1 ? list[by === 1 ? 0 : list.length - 1] : list[at + by];
      if (next === undefined) return;
      setCurrent(next);
      writeHash(next);
      goTo(next, 'nearest');
    },
    [current],
  );
  const expandAll = useCallback(() => setExpanded(new Set(latest.current)), []);
  const collapseAll = useCallback(() => setExpanded(new Set()), []);
  return { current, expanded, toggle, move, expandAll, collapseAll };
}
