import type { ZipEntry } from '../binary/zip-directory.ts';
import type { Part } from '../formats/part.ts';

/** An entry of one of the parts, under the path that it has in an installed package. */
export interface Placed {
  readonly path: string;
  readonly entry: ZipEntry;
  readonly part: Part;
}

/** The entries of all parts of an app. */
export interface Listing {
  /** Each path once: the first part that has it wins, as the base does over its splits. */
  readonly byPath: ReadonlyMap<string, Placed>;
  /** Entries of all archives, whether they belong to a part or not. */
  readonly count: number;
  has(path: string): boolean;
  /** The first path that fits, in file order; undefined where none does. */
  find(pattern: RegExp): Placed | undefined;
}

/** Lists the entries of parts, in file order, the base first. */
export function listEntries(parts: readonly Part[]): Listing {
  const byPath = new Map<string, Placed>();
  for (const part of parts) {
    for (const [path, entry] of part.entries) {
      if (!byPath.has(path) && !path.endsWith('/')) byPath.set(path, { path, entry, part });
    }
  }
  const archives = new Set(parts.map(({ archive }) => archive));
  return {
    byPath,
    count: [...archives].reduce((sum, { entries }) => sum + entries.length, 0),
    has: (path) => byPath.has(path),
    find: (pattern) => {
      for (const placed of byPath.values()) if (pattern.test(placed.path)) return placed;
      return undefined;
    },
  };
}

/** Where an entry is, for evidence: `assets/x.apk`, or `splits/base-master.apk!assets/x.apk`. */
export function placeOf({ part, entry }: Placed): string {
  return `${part.place}${entry.name}`;
}
