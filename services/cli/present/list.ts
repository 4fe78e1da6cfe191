import type { Bilingual } from '../../../shared/domain/text.ts';
import type { Page } from './page.ts';

/** Entries of a long list that a page shows; the JSON has all. */
const SHOWN = 30;

/** A list under its heading with its length. @param describe makes one line, escaped; further lines may be put on the page */
export function list<Item>(page: Page, heading: Bilingual, items: readonly Item[], describe: (item: Item) => string): void {
  page.heading(heading, String(items.length));
  for (const item of items.slice(0, SHOWN)) page.line(describe(item));
  if (items.length > SHOWN) page.line(`… +${items.length - SHOWN}`);
}

/** The same, left out where there is nothing: most packages have none of it. */
export function listAny<Item>(page: Page, heading: Bilingual, items: readonly Item[], describe: (item: Item) => string): void {
  if (items.length > 0) list(page, heading, items, describe);
}
