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
