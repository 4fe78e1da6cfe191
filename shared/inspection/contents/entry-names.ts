import type { PackageFacts } from '../../domain/facts/package.ts';
import { LIMITS } from '../limits.ts';
import type { Listing } from './listing.ts';

/** How many entries there are, and the names of `assets/` and `META-INF/` entries, in file order. */
export function entryNames(listing: Listing): PackageFacts['entries'] {
  const names: string[] = [];
  for (const path of listing.byPath.keys()) {
    if (names.length >= LIMITS.entryNames) break;
    if (/^(?:assets|META-INF)\//.test(path)) names.push(path.slice(0, LIMITS.place));
  }
  return { count: listing.count, names };
}
