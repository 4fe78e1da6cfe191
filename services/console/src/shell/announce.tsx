import { useSyncExternalStore } from 'react';

let said = { text: '', count: 0 };
const listeners = new Set<() => void>();

/** Tells screen readers what has happened elsewhere on the page, for example that the list has new rows. */
export function announce(text: string): void {
  said = { text, count: said.count + 1 };
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** The one live region of the page. */
export function LiveRegion() {
  const { text, count } = useSyncExternalStore(subscribe, () => said);
  return (
    <div aria-live="polite" className="visually-hidden" data-testid="announcements">
      {/* The same words twice are said twice: a new node each time. */}
      <span key={count}>{text}</span>
    </div>
  );
}
