const QUEUE = '/queue';

/** The page of the console that somebody wanted before signing in; the queue for everything that is none. */
export function nextPage(query: URLSearchParams): string {
  const wanted = query.get('next');
  // Anything but a plain path could lead elsewhere; the sign-in page itself leads nowhere.
  if (wanted === null || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(wanted) || /^\/login\b/.test(wanted)) return QUEUE;
  // The server names pages by their whole path.
  return wanted.startsWith('/console/') ? wanted.slice('/console'.length) : wanted;
}

/** The same for the server, which knows nothing of the page's own routes. */
export function signOnAddress(next: string): string {
  return `/v1/review/sign-in/oidc?${new URLSearchParams({ next: `/console${next}` })}`;
}
