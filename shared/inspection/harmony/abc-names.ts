import { maySpeak } from '../../knowledge/text-topics.ts';
import { readAbc } from '../binary/abc.ts';
import { type AbcString, abcText, sweepAbcStrings } from '../binary/abc-strings.ts';
import { LIMITS } from '../limits.ts';
import type { KnownCalls } from '../scripts/known-calls.ts';
import type { UiTexts } from '../scripts/ui-texts.ts';
import { type OhpmPackage, packageOf, platformModule } from './module-names.ts';

/** What an ArkTS bytecode file names. */
export interface AbcNames {
  readonly version: string;
  /** Source files that it was compiled from. */
  readonly records: number;
  readonly modules: ReadonlySet<string>;
  readonly calls: readonly string[];
  readonly packages: readonly OhpmPackage[];
}

/**
 * Reads the names of an ArkTS bytecode file: the modules that its records request, and all its strings, in which members of modules and
 * texts of pages stand. Calls are members named beside a module that is imported somewhere in the file: text found, not calls proven.
 * @param own names of the app's own modules
 * @throws BrokenBytes when there is no whole header
 */
export function readAbcNames(
  bytes: Buffer,
  place: string,
  { known, own, texts }: { readonly known: KnownCalls; readonly own: ReadonlySet<string>; readonly texts: UiTexts },
  broken: (error: unknown) => void,
): AbcNames {
  const { version, records } = readAbc(bytes, place, broken);
  const modules = new Set<string>();
  const packages = new Map<string, OhpmPackage>();
  const take = (name: string) => {
    const module = platformModule(name);
    if (module !== null) modules.add(module);
    const found = module === null ? packageOf(name, own) : null;
    if (found && packages.size < LIMITS.ohpmPackages && packages.get(found.name)?.version == null)
      packages.set(found.name, found);
  };
  for (const { name, requests } of records) for (const text of [name, ...requests]) take(text);
  const members = new Set<string>();
  sweepAbcStrings(bytes, LIMITS.abcStrings, (string) => {
    const length = string.end - string.start;
    if (string.ascii && length <= LIMITS.text) {
      const first = bytes[string.start]!;
      const text = first === 0x40 || length <= LONGEST_MEMBER ? abcText(bytes, string) : '';
      if (first === 0x40 && modules.size < LIMITS.abcModules) take(text);
      else if (known.names.has(text)) members.add(text);
    }
    if (length <= LONGEST_TEXT && isProse(bytes, string) && maySpeak(bytes, string.start, string.end)) {
      texts.add(abcText(bytes, string), place);
    }
  });
  return {
    version,
    records: records.length,
    modules,
    calls: known.among(modules, members),
    packages: [...packages.values()],
  };
}

const LONGEST_MEMBER = 64;
const LONGEST_TEXT = 16 << 10;

/** Names in code are ASCII without a space; texts of pages are not: `agree` alone may be either, and is taken for a name. */
function isProse(bytes: Buffer, { start, end, ascii }: AbcString): boolean {
  if (!ascii) return true;
  for (let at = start; at < end; at += 1) if (bytes[at] === 0x20) return true;
  return false;
}
