import type { PackageFacts } from '../../domain/facts/package.ts';
import { LIMITS } from '../limits.ts';
import type { Listing } from './listing.ts';

/**
 * How many entries there are, and the names of `assets/` and `META-INF/` entries, in file order. Of one folder the first few: a thousand
 * pictures beside each other say no more than twenty, and facts are kept for ever.
 */
export function entryNames(listing: Listing): PackageFacts['entries'] {
  const names: string[] = [];
  const ofFolder = new Map<string, number>();
  for (const path of listing.byPath.keys()) {
    if (names.length >= LIMITS.entryNames) break;
    if (!/^(?:assets|META-INF)\//.test(path)) continue;
    const folder = path.slice(0, path.lastIndexOf('/'));
    const before = ofFolder.get(folder) ?? 0;
    ofFolder.set(folder, before + 1);
    if (before < LIMITS.entryNamesOfFolder) names.push(path.slice(0, LIMITS.place));
  }
  return { count: listing.count, names };
}
