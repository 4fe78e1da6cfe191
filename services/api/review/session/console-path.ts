const CONSOLE = '/console/';
const MOST = 2_000;

/**
 * A page of the console that an address names; the console's first page for everything else, so that nobody can be sent elsewhere after
 * signing in.
 */
export function consolePath(wanted: string | undefined): string {
  // Browsers read a backslash as a slash, and drop tabs and line feeds.
  if (wanted === undefined || wanted.length > MOST || !wanted.startsWith(CONSOLE) || /[\\\p{Cc}]/u.test(wanted)) return CONSOLE;
  const base = 'http://here.invalid';
  if (!URL.canParse(wanted, base)) return CONSOLE;
  const { origin, pathname, search, hash } = new URL(wanted, base);
  return origin === base && pathname.startsWith(CONSOLE) ? pathname + search + hash : CONSOLE;
}
