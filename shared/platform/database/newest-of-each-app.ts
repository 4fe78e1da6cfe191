import type { DecidedSubmission, Shelf } from './shelf.ts';

/** Submissions whose facts are in memory at a time. */
const PAGE = 50;

/**
 * The newest decided submission of every app of a store, newest first, page by page.
 * @param limit apps at most
 * @param signal ends it early: a store that submits the same few apps over and over has many pages without a new one
 */
export async function* newestOfEachApp(
  shelf: Pick<Shelf, 'decided'>,
  storeId: string,
  limit: number,
  signal?: AbortSignal,
): AsyncGenerator<readonly DecidedSubmission[]> {
  // An app has the same name on several platforms, and is another app on each.
  const seen = new Set<string>();
  let before: DecidedSubmission | null = null;
  while (signal?.aborted !== true) {
    const page: readonly DecidedSubmission[] = await shelf.decided(storeId, PAGE, before);
    const fresh = page.filter(({ app, format }) => {
      const key = `${platformOf(format)} ${app}`;
      return seen.size < limit && !seen.has(key) && seen.add(key);
    });
    if (fresh.length > 0) yield fresh;
    if (page.length < PAGE || seen.size >= limit) return;
    before = page.at(-1)!;
  }
}

function platformOf(format: DecidedSubmission['format']): string {
  if (['hap', 'hsp', 'app'].includes(format)) return 'harmony';
  return format === 'rpk' ? 'quick-app' : 'android';
}
