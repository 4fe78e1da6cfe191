import type { PackageFormat } from '../../domain/facts/package.ts';
import { openEntryBytes } from '../binary/entry-bytes.ts';
import type { ZipArchive } from '../binary/zip.ts';
import { readEntry } from '../binary/zip-entry.ts';
import { Observations } from '../observations.ts';

/** What telling formats apart may look at: names of entries, and the text of small ones. */
export interface ArchiveView {
  has(name: string): boolean;
  some(pattern: RegExp): boolean;
  /** The first megabyte of an entry as text; empty when it cannot be read. */
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
      const read = async () => {
        if (!entry) return '';
        const whole = entry.size <= TEXT_LIMIT && entry.compressedSize <= TEXT_LIMIT;
        const bytes = whole
          ? await readEntry(archive, entry, TEXT_LIMIT, 'package', observations)
          : await (await openEntryBytes(archive, entry, TEXT_LIMIT)).read(0, TEXT_LIMIT);
        return bytes.toString('utf8');
      };
      return observations.attempt('package', name, '', read);
    },
  };
}
