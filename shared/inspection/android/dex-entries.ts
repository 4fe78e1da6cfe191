import type { ZipArchive } from '../binary/zip.ts';
import type { ZipEntry } from '../binary/zip-directory.ts';
import { readEntry } from '../binary/zip-entry.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';
import type { CodeFacts } from './code.ts';

/** How many DEX files were read to their end, and the names of those that were not. */
export interface DexReading {
  readonly read: number;
  readonly unread: readonly string[];
}

/**
 * Reads `classes.dex`, `classes2.dex` and so on into the code facts, one at a time so that memory does not grow with their number.
 * The system stops at the first number that is missing; later ones are read all the same, the app can load them itself.
 */
export async function readDexEntries(archive: ZipArchive, code: CodeFacts, observations: Observations): Promise<DexReading> {
  const unread: string[] = [];
  let read = 0;
  let left: number = LIMITS.dexTotalBytes;
  for (const [index, entry] of dexEntries(archive).entries()) {
    const whole = await observations.attempt('code', entry.name, false, async () => {
      if (index >= LIMITS.dexFiles || left <= 0) return tooMuch(entry.name, observations);
      const bytes = await readEntry(archive, entry, Math.min(LIMITS.dexBytes, left), 'code', observations);
      left -= bytes.length;
      return code.add(entry.name, bytes);
    });
    if (whole) read += 1;
    else unread.push(entry.name);
  }
  return { read, unread };
}

function dexEntries(archive: ZipArchive): ZipEntry[] {
  const numbered: [number, ZipEntry][] = [];
  for (const [name, entry] of archive.byName) {
    const match = /^classes(\d{0,6})\.dex$/.exec(name);
    if (match) numbered.push([Number(match[1] || 1), entry]);
  }
  return numbered.sort(([a], [b]) => a - b).map(([, entry]) => entry);
}

function tooMuch(name: string, observations: Observations): false {
  observations.gap('code', 'too-much-code', name, {
    zh: `DEX 数量或总量超过上限，${name} 未读取`,
    en: `too many or too large DEX files; ${name} was not read`,
  });
  return false;
}
