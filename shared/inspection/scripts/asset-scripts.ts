import type { ScriptFile, UiText } from '../../domain/facts/package.ts';
import type { Knowledge } from '../../knowledge/types.ts';
import { hermesStrings, isHermes } from '../binary/hermes.ts';
import { readEntry } from '../binary/zip-entry.ts';
import { collectAddresses } from '../code/addresses.ts';
import { type Listing, placeOf } from '../contents/listing.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';
import { ScriptApis } from './script-apis.ts';
import { type ScriptEntry, scriptEntries } from './script-entries.ts';
import { scriptModules } from './script-modules.ts';
import { scriptTexts } from './script-texts.ts';

export interface ScriptReading {
  /** Files that name anything worth knowing, and the largest ones; at most `LIMITS.assetScriptsKept`. */
  readonly files: readonly ScriptFile[];
  readonly texts: readonly UiText[];
  /** Places of scripts that were not read: too many or too large. */
  readonly unread: readonly string[];
}

/**
 * Reads the scripts of an app: JavaScript and pages in the assets, Hermes bytecode, a Dart snapshot, lists of plugins. Names that stand
 * in them are facts about the text; nothing is claimed about what runs.
 */
export async function readScripts(
  listing: Listing,
  { scriptApis }: Knowledge,
  observations: Observations,
): Promise<ScriptReading> {
  const finders = {
    text: new ScriptApis(scriptApis, ['web', 'uni-app', 'cordova', 'react-native']),
    hermes: new ScriptApis(scriptApis, ['react-native']),
    dart: new ScriptApis(scriptApis, ['flutter']),
  };
  const plugins = new Set<string>();
  const files: ScriptFile[] = [];
  const texts: UiText[] = [];
  const unread: string[] = [];
  let left: number = LIMITS.assetScriptTotalBytes;
  for (const [index, script] of scriptEntries(listing).entries()) {
    const place = placeOf(script);
    const size = Math.max(script.entry.size, script.entry.compressedSize);
    if (index >= LIMITS.assetScripts || size > Math.min(left, LIMITS.assetScriptBytes)) {
      unread.push(place);
      continue;
    }
    left -= size;
    const read = await observations.attempt('code', place, null, () => readScript(script, finders, plugins, observations));
    if (!read) continue;
    if (script.kind === 'plugins') for (const plugin of read.file.modules) plugins.add(plugin);
    files.push(read.file);
    texts.push(...read.texts.slice(0, LIMITS.scriptTexts - texts.length));
  }
  return { files: telling(files), texts, unread };
}

type Finders = Readonly<Record<'text' | 'hermes' | 'dart', ScriptApis>>;

async function readScript(script: ScriptEntry, finders: Finders, plugins: ReadonlySet<string>, observations: Observations) {
  const { part, entry, kind } = script;
  const bytes = await readEntry(part.archive, entry, LIMITS.assetScriptBytes, 'code', observations.within(part.place));
  const hermes = kind === 'text' && isHermes(bytes);
  // Unity's asset bundles and others share the ending; what holds a NUL early is no text.
  if (kind === 'text' && !hermes && bytes.subarray(0, 512).includes(0)) return null;
  const text = hermes
    ? hermesStrings(bytes, entry.name, LIMITS.assetScriptBytes)
    : bytes.toString(kind === 'dart' ? 'latin1' : 'utf8');
  const modules = scriptModules(text, kind);
  const finder = hermes ? finders.hermes : finders[kind === 'dart' ? 'dart' : 'text'];
  const { hosts } = collectAddresses(hermes ? Buffer.from(text) : bytes);
  const place = placeOf(script).slice(0, LIMITS.place);
  const file: ScriptFile = {
    entry: place,
    runtime: hermes ? 'hermes' : kind === 'dart' ? 'dart' : 'javascript',
    bytes: bytes.length,
    modules,
    apis: finder.find(text, new Set([...modules, ...plugins]), !hermes).slice(0, LIMITS.scriptNames),
    hosts: hosts.sort().slice(0, LIMITS.scriptNames),
  };
  return { file, texts: kind === 'text' ? scriptTexts(text, place) : [] };
}

/** Of many files those that name something; where none does, the largest one still says what the app is made of. */
function telling(files: readonly ScriptFile[]): ScriptFile[] {
  const weight = ({ modules, apis }: ScriptFile) => apis.length * 10 + modules.length;
  const says = files.filter(({ modules, apis, hosts, runtime }) => {
    return modules.length + apis.length + hosts.length > 0 || runtime !== 'javascript';
  });
  const kept = says.toSorted((a, b) => weight(b) - weight(a) || b.bytes - a.bytes).slice(0, LIMITS.assetScriptsKept);
  if (kept.length === 0) return files.toSorted((a, b) => b.bytes - a.bytes).slice(0, 1);
  return files.filter((file) => kept.includes(file));
}
