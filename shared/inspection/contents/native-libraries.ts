import type { NativeLibrary, VersionClue } from '../../domain/facts/package.ts';
import type { ApiEntry } from '../../knowledge/types.ts';
import { type Elf, type ElfPart, readElf } from '../binary/elf.ts';
import { type EntryBytes, openEntryBytes } from '../binary/entry-bytes.ts';
import { concurrently } from '../concurrently.ts';
import { LIMITS } from '../limits.ts';
import { SourceFailure } from '../observations.ts';
import { NativeVersions } from '../third-party/native-versions.ts';
import { type Listing, type Placed, placeOf } from './listing.ts';
import { NativeStrings } from './native-strings.ts';

/** Of the ABIs of a package the first of these is opened: all of them hold the same code. */
const PREFERRED = ['arm64-v8a', 'armeabi-v7a', 'armeabi', 'x86_64', 'x86'];
const AT_ONCE = 4;

interface Library extends Placed {
  readonly abi: string;
  readonly name: string;
}

/**
 * Native libraries where the installer looks for them, `lib/<abi>/<name>.so`. One library of each name is opened (of the preferred ABI,
 * the smallest first, so that a game engine does not use up what its SDKs need): its build id and its telling strings, within a budget
 * of bytes that does not grow with the package. A library that is no ELF file is listed without them.
 * @returns the libraries, and the versions that the texts of opened ones tell
 * @throws only what the source throws
 */
export async function readNativeLibraries(
  listing: Listing,
  apis: ReadonlyMap<string, ApiEntry>,
): Promise<{ libraries: NativeLibrary[]; versions: VersionClue[] }> {
  const libraries = listLibraries(listing);
  const methods = personalGetters(apis);
  const chosen = choose(libraries);
  const opened = await concurrently(chosen, AT_ONCE, openLibrary);
  // The budget is dealt out before anything is read, so that the facts do not depend on which answer of the source comes first.
  const budget = { left: LIMITS.nativeTextTotalBytes as number };
  const texts = opened.map((library) => (library ? allot(library, budget) : []));
  const told = await concurrently([...opened.keys()], AT_ONCE, (index) =>
    readTexts(chosen[index]!, opened[index] ?? null, texts[index]!, methods),
  );
  const read = new Map(chosen.map((library, index) => [library, describe(opened[index] ?? null, told[index]!.strings)]));
  return {
    libraries: libraries.map((library) => {
      const { abi, name, entry, part } = library;
      const module = part.module === undefined ? {} : { module: part.module };
      return { abi, name, bytes: entry.size, ...read.get(library), ...module };
    }),
    versions: told.flatMap(({ versions }) => versions),
  };
}

function listLibraries({ byPath }: Listing): Library[] {
  const libraries: Library[] = [];
  for (const placed of byPath.values()) {
    const match = /^lib\/([^/]+)\/([^/]+\.so)$/.exec(placed.path);
    if (!match || libraries.length >= LIMITS.nativeLibraries) continue;
    const [abi, name] = [match[1]!, match[2]!].map((text) => text.slice(0, LIMITS.fileName)) as [string, string];
    libraries.push({ ...placed, abi, name });
  }
  return libraries;
}

function choose(libraries: readonly Library[]): Library[] {
  const rank = ({ abi }: Library) => (PREFERRED.includes(abi) ? PREFERRED.indexOf(abi) : PREFERRED.length);
  const byName = new Map<string, Library>();
  for (const library of libraries) {
    const known = byName.get(library.name);
    if (!known || rank(library) < rank(known)) byName.set(library.name, library);
  }
  return [...byName.values()].sort((a, b) => a.entry.size - b.entry.size).slice(0, LIMITS.nativeOpened);
}

/** Names of getters that give away personal information: `getDeviceId`. */
function personalGetters(apis: ReadonlyMap<string, ApiEntry>): Set<string> {
  const names = [...apis].flatMap(([target, { piTypes }]) => (piTypes.length > 0 ? target.slice(target.indexOf('->') + 2) : []));
  return new Set(names.filter((name) => /^get[A-Z]\w{5}/.test(name)));
}

interface Opened {
  readonly bytes: EntryBytes;
  readonly elf: Elf;
}

/** `null` for what no linker would load: anything may have a name that ends in .so, and that is no gap. */
async function openLibrary({ part, entry }: Library): Promise<Opened | null> {
  return unlessBroken(async () => {
    const bytes = await openEntryBytes(part.archive, entry, LIMITS.nativePrefixBytes);
    return { bytes, elf: await readElf(bytes, entry.name) };
  });
}

/** Which parts of its text may be read. */
function allot({ bytes, elf }: Opened, budget: { left: number }): ElfPart[] {
  let left: number = LIMITS.nativeTextBytes;
  const parts: ElfPart[] = [];
  for (const { offset, size } of elf.constants) {
    const length = Math.min(size, left, budget.left, Math.max(0, bytes.readable - offset));
    if (length <= 0) continue;
    left -= length;
    budget.left -= length;
    parts.push({ offset, size: length });
  }
  return parts;
}

/** What the texts of one library tell. A version of something else within it is one of `libfoo.so/libcurl`. */
async function readTexts(
  library: Library,
  opened: Opened | null,
  parts: readonly ElfPart[],
  methods: ReadonlySet<string>,
): Promise<{ strings: string[]; versions: VersionClue[] }> {
  const strings = new NativeStrings(methods);
  const found = new NativeVersions(library.name);
  for (const { offset, size } of parts) {
    const text = await unlessBroken(() => opened!.bytes.read(offset, size));
    if (!text) continue;
    strings.add(text);
    found.add(text);
  }
  const versions = found.list().map(({ of, value }): VersionClue => {
    return { source: 'native', subject: of === null ? library.name : `${library.name}/${of}`, value, entry: placeOf(library) };
  });
  return { strings: strings.list(), versions };
}

function describe(opened: Opened | null, strings: readonly string[]): Pick<NativeLibrary, 'buildId' | 'strings'> {
  return opened ? { buildId: opened.elf.buildId, strings } : {};
}

async function unlessBroken<Result>(read: () => Promise<Result>): Promise<Result | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof SourceFailure) throw error;
    return null;
  }
}
