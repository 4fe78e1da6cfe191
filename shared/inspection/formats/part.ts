import type { ZipArchive } from '../binary/zip.ts';
import type { ZipEntry } from '../binary/zip-directory.ts';

/**
 * One archive, or one module's folder in it, that makes up an app: an APK, a split, a module of a bundle, a HAP. Readers of contents
 * take a list of them and need not know the format.
 */
export interface Part {
  readonly archive: ZipArchive;
  /** Entries by their path in an installed package (`classes.dex`, `lib/arm64-v8a/libx.so`, `assets/…`), wherever the format keeps them. */
  readonly entries: ReadonlyMap<string, ZipEntry>;
  /** Module or split; absent for the base. */
  readonly module?: string;
  /** What stands in front of an entry's name where a place is said: the empty string, or `splits/base-master.apk!`. */
  readonly place: string;
}

/** A part that is a whole archive. */
export function wholeArchive(archive: ZipArchive, place = '', module?: string): Part {
  return { archive, entries: archive.byName, place, ...(module === undefined ? {} : { module }) };
}

/**
 * Parts that are each a whole with names of its own (modules of HarmonyOS, subpackages of a quick app), so that none of their files hides
 * behind one of the same name: a file that an earlier part has too is left out where it is the same, and listed by its place where not.
 */
export function distinctParts(parts: readonly Part[]): Part[] {
  const seen = new Map<string, ZipEntry>();
  return parts.map((part) => {
    const entries = new Map<string, ZipEntry>();
    for (const [path, entry] of part.entries) {
      const known = seen.get(path);
      if (known === undefined) seen.set(path, entry);
      else if (known.crc === entry.crc && known.size === entry.size) continue;
      entries.set(known === undefined ? path : `${part.place}${path}`, entry);
    }
    return { ...part, entries };
  });
}
