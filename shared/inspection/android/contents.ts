import type { NativeLibrary, PackageFacts, PackerHit } from '../../domain/facts/package.ts';
import type { PackerSignature } from '../../knowledge/types.ts';
import type { ZipArchive } from '../binary/zip.ts';
import { LIMITS } from '../limits.ts';

/** Native libraries where the installer looks for them: `lib/<abi>/<name>.so`. */
export function nativeLibraries(archive: ZipArchive): NativeLibrary[] {
  const libraries: NativeLibrary[] = [];
  for (const [entry, { size }] of archive.byName) {
    const match = /^lib\/([^/]+)\/([^/]+\.so)$/.exec(entry);
    if (!match || libraries.length >= LIMITS.nativeLibraries) continue;
    const [abi, name] = [match[1]!, match[2]!].map((part) => part.slice(0, LIMITS.fileName)) as [string, string];
    libraries.push({ abi, name, bytes: size });
  }
  return libraries;
}

/** Names of `assets/` and `META-INF/` entries, in file order. */
export function entryNames(archive: ZipArchive): PackageFacts['entries'] {
  const names: string[] = [];
  for (const name of archive.byName.keys()) {
    if (names.length >= LIMITS.entryNames) break;
    if (/^(?:assets|META-INF)\//.test(name)) names.push(name.slice(0, LIMITS.place));
  }
  return { count: archive.entries.length, names };
}

/** Marks of known hardening products: by entry path, by library file name, by a pattern on the library file name. */
export function findPackers(archive: ZipArchive, signatures: readonly PackerSignature[]): PackerHit[] {
  const libraries = new Map<string, string>();
  for (const entry of archive.byName.keys()) {
    const name = entry.slice(entry.lastIndexOf('/') + 1);
    if (name !== '' && !libraries.has(name)) libraries.set(name, entry);
  }
  const hits = new Map<string, PackerHit>();
  for (const { packer, kind, value } of signatures) {
    const evidence = kind === 'entry' ? (archive.byName.has(value) ? value : undefined) : findLibrary(libraries, kind, value);
    if (evidence !== undefined) hits.set(`${packer}\n${evidence}`, { packer, evidence });
  }
  return [...hits.values()];
}

function findLibrary(
  libraries: ReadonlyMap<string, string>,
  kind: 'library' | 'library-pattern',
  value: string,
): string | undefined {
  if (kind === 'library') return libraries.get(value);
  const pattern = new RegExp(`^(?:${value})$`);
  for (const [name, entry] of libraries) if (name.length <= 200 && pattern.test(name)) return entry;
  return undefined;
}

/** Frameworks whose own runtime carries the app's logic, with the entries that each always has. */
const FRAMEWORKS: readonly [name: string, is: (has: (pattern: RegExp) => boolean) => boolean][] = [
  ['flutter', (has) => has(/^lib\/[^/]+\/libflutter\.so$/) || has(/^assets\/flutter_assets\//)],
  ['react-native', (has) => has(/^assets\/index\.android\.bundle$/) || has(/^lib\/[^/]+\/libreactnative(?:jni)?\.so$/)],
  ['uni-app', (has) => has(/^assets\/apps\/[^/]+\/www\//)],
  ['cordova', (has) => has(/^assets\/www\/cordova\.js$/)],
  ['unity', (has) => has(/^lib\/[^/]+\/libunity\.so$/)],
];

/** Frameworks found by their entries. */
export function findFrameworks(archive: ZipArchive): string[] {
  const names = [...archive.byName.keys()];
  return FRAMEWORKS.filter(([, is]) => is((pattern) => names.some((name) => pattern.test(name)))).map(([name]) => name);
}

/** Entries that look like further code, which only the app itself could load. */
export function nestedCode(archive: ZipArchive): string[] {
  return [...archive.byName.keys()].filter((name) => /^assets\/.*\.(?:dex|apk|jar)$/i.test(name));
}
