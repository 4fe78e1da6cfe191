import type { PackageFormat } from '../../domain/facts/package.ts';
import type { ZipArchive } from '../binary/zip.ts';
import { readEntry } from '../binary/zip-entry.ts';
import { Observations } from '../observations.ts';

/** What telling formats apart may look at: names of entries, and the text of small ones. */
export interface ArchiveView {
  has(name: string): boolean;
  some(pattern: RegExp): boolean;
  /** Text of an entry of at most 1 MB; empty when it cannot be read. */
  text(name: string): Promise<string>;
}

/** How a format is known by its content. */
export interface FormatSniffer {
  readonly format: PackageFormat;
  sniff(view: ArchiveView): boolean | Promise<boolean>;
}

const TEXT_LIMIT = 1 << 20;

/** A view of an archive; noticing tricks is left to inspection. */
export function viewArchive(archive: ZipArchive): ArchiveView {
  const names = [...archive.byName.keys()];
  return {
    has: (name) => archive.byName.has(name),
    some: (pattern) => names.some((name) => pattern.test(name)),
    text: (name) => {
      const observations = new Observations();
      const entry = archive.byName.get(name);
      const read = async () =>
        entry ? (await readEntry(archive, entry, TEXT_LIMIT, 'package', observations)).toString('utf8') : '';
      return observations.attempt('package', name, '', read);
    },
  };
}
