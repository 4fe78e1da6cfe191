const keptAs = (account: string) => `shelfgate.queue.view.${account}`;

/** The view that this person wants to see when the queue is opened, as its query; kept in this browser. */
export function defaultView(account: string): string | null {
  try {
    return localStorage.getItem(keptAs(account));
  } catch {
    // Storage may be closed to the page: then the house's own view is the default.
    return null;
  }
}

/** Keeps it, or gives it up (null). */
export function rememberDefaultView(account: string, query: string | null): void {
  try {
    if (query === null) localStorage.removeItem(keptAs(account));
    else localStorage.setItem(keptAs(account), query);
  } catch {
    // See above.
  }
}
