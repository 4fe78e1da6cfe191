import type { ZipArchive } from '../binary/zip.ts';
import type { ZipEntry } from '../binary/zip-directory.ts';
import type { Part } from '../formats/part.ts';
import type { HiddenDex } from './nested.ts';

/** A DEX file of an app: where it lies, and whether the system loads it by itself. */
export interface DexEntry {
  readonly archive: ZipArchive;
  readonly entry: ZipEntry;
  readonly name: string;
  readonly module?: string;
  readonly loading: 'loaded' | 'hidden';
}

/**
 * The DEX files of all parts in loading order, the hidden ones last. The system loads `classes.dex`, `classes2.dex` and so on of every
 * part and stops at the first number that is missing: what comes behind such a gap only the app itself can load.
 */
export function codeEntries(parts: readonly Part[], hidden: readonly HiddenDex[]): DexEntry[] {
  const numbered = parts.flatMap((part) => numberedDex(part));
  const isLoaded = ({ loading }: DexEntry) => loading === 'loaded';
  const others = hidden.map((dex): DexEntry => ({ ...dex, loading: 'hidden' }));
  return [...numbered.filter(isLoaded), ...numbered.filter((dex) => !isLoaded(dex)), ...others];
}

function numberedDex({ archive, entries, module, place }: Part): DexEntry[] {
  const found: { readonly number: number; readonly entry: ZipEntry }[] = [];
  for (const [path, entry] of entries) {
    const match = /^classes(|[1-9]\d{0,5})\.dex$/.exec(path);
    // The first file has no number, and `classes1.dex` is none that the system looks for.
    if (match) found.push({ number: match[1] === '' ? 1 : match[1] === '1' ? Number.MAX_SAFE_INTEGER : Number(match[1]), entry });
  }
  found.sort((a, b) => a.number - b.number);
  return found.map(({ number, entry }, index) => ({
    archive,
    entry,
    name: `${place}${entry.name}`,
    ...(module === undefined ? {} : { module }),
    loading: number === index + 1 ? 'loaded' : 'hidden',
  }));
}
