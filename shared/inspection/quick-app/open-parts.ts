import { openNested, placeWithin } from '../binary/nested-archive.ts';
import type { ZipArchive } from '../binary/zip.ts';
import type { Part } from '../formats/part.ts';
import { wholeArchive } from '../formats/part.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';

/** A subpackage: its archive, and the entry that it is. */
export interface Subpackage {
  readonly archive: ZipArchive;
  readonly entry: string;
  readonly part: Part;
}

const SUBPACKAGE = /\.s?rpk$/i;

/**
 * Opens the packages within a quick app: subpackages (`srpk`) and, in a container of all of them (`rpks`), the whole package too, which
 * comes first. @throws only what the source throws
 */
export async function openSubpackages(archive: ZipArchive, observations: Observations): Promise<Subpackage[]> {
  const opened: Subpackage[] = [];
  const names = [...archive.byName.keys()].filter((name) => SUBPACKAGE.test(name)).sort((a, b) => rank(a) - rank(b));
  for (const name of names.slice(0, LIMITS.parts)) {
    const entry = archive.byName.get(name)!;
    const inner = await openNested(archive, entry, observations);
    if (inner) opened.push({ archive: inner, entry: name, part: wholeArchive(inner, placeWithin(entry), moduleName(name)) });
  }
  if (names.length > LIMITS.parts) {
    const message = {
      zh: `分包超过 ${LIMITS.parts} 个，其余未读取`,
      en: `there are more than ${LIMITS.parts} subpackages; the others were not read`,
    };
    observations.gap('package', 'too-many-modules', names[LIMITS.parts]!, message);
  }
  return opened;
}

function rank(name: string): number {
  return /\.rpk$/i.test(name) ? 0 : /\bbase\.srpk$/i.test(name) ? 1 : 2;
}

function moduleName(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1).replace(SUBPACKAGE, '');
}
