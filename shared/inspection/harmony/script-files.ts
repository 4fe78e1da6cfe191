import type { ScriptFile } from '../../domain/facts/contents.ts';
import { isAbc } from '../binary/abc.ts';
import { readEntry } from '../binary/zip-entry.ts';
import { collectAddresses } from '../code/addresses.ts';
import { type Listing, type Placed, placeOf } from '../contents/listing.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';
import { harmonyModule } from '../scripts/javascript.ts';
import type { KnownCalls } from '../scripts/known-calls.ts';
import { readJavaScriptFile, tellingScripts } from '../scripts/read-javascript-file.ts';
import type { UiTexts } from '../scripts/ui-texts.ts';
import { readAbcNames } from './abc-names.ts';
import type { OhpmPackage } from './module-names.ts';

/** Scripts of a HarmonyOS package by name: ArkTS bytecode, JavaScript bundles, their snapshots, and web pages among the raw files. */
const SCRIPT = /\.(?:abc|m?js)$|(?:^|[/!])(?:rawfile|resfile)\/.*\.html?$|(?:^|!)assets\/js\/.*\.bin$/i;

export interface HarmonyScripts {
  readonly files: readonly ScriptFile[];
  readonly packages: readonly OhpmPackage[];
  /** Places of files with code that could not be read. */
  readonly unread: readonly string[];
  /** How many ArkTS bytecode files, and how many scripts in JavaScript, were read. */
  readonly bytecode: number;
  readonly javascript: number;
}

/** Whether a path is that of a script that `readHarmonyScripts` reads. */
export function isHarmonyScript(path: string): boolean {
  return SCRIPT.test(path);
}

/**
 * Reads all scripts of a HarmonyOS package, those that the platform starts before those that lie among the resources.
 * @param own names of the app's own modules
 * @throws only what the source throws
 */
export async function readHarmonyScripts(
  listing: Listing,
  known: KnownCalls,
  own: ReadonlySet<string>,
  texts: UiTexts,
  observations: Observations,
): Promise<HarmonyScripts> {
  const reading = { files: [] as ScriptFile[], packages: new Map<string, OhpmPackage>(), unread: [] as string[] };
  // Text is searched more slowly than bytecode is swept, and there is less of it.
  const left = { bytecode: LIMITS.scriptTotalBytes as number, text: LIMITS.assetScriptTotalBytes as number };
  let [bytecode, javascript] = [0, 0];
  for (const [index, placed] of scriptsOf(listing).entries()) {
    const place = placeOf(placed);
    const size = Math.max(placed.entry.size, placed.entry.compressedSize);
    const kind = /\.abc$/i.test(placed.path) ? 'bytecode' : 'text';
    const most = kind === 'bytecode' ? LIMITS.scriptBytes : LIMITS.assetScriptBytes;
    if (index >= LIMITS.scripts || size > Math.min(left[kind], most)) {
      reading.unread.push(place);
      continue;
    }
    left[kind] -= size;
    const inPart = observations.within(placed.part.place);
    const bytes = await inPart.attempt('code', placed.entry.name, null, () =>
      readEntry(placed.part.archive, placed.entry, most, 'code', inPart),
    );
    if (!bytes || (/\.bin$/i.test(placed.path) && !isAbc(bytes))) reading.unread.push(place);
    else if (isAbc(bytes) || kind === 'bytecode') {
      bytecode += 1;
      await readBytecode(bytes, place, { known, own, texts, reading }, inPart);
    } else {
      javascript += 1;
      reading.files.push(readJavaScriptFile(bytes, place, { known, moduleName: harmonyModule, texts }));
    }
  }
  const { files, packages, unread } = reading;
  return { files: tellingScripts(files), packages: [...packages.values()], unread, bytecode, javascript };
}

interface Reading {
  readonly files: ScriptFile[];
  readonly packages: Map<string, OhpmPackage>;
  readonly unread: string[];
}

async function readBytecode(
  bytes: Buffer,
  place: string,
  into: { readonly known: KnownCalls; readonly own: ReadonlySet<string>; readonly texts: UiTexts; readonly reading: Reading },
  observations: Observations,
): Promise<void> {
  const { reading } = into;
  let whole = isAbc(bytes);
  const names = await observations.attempt('code', place, null, () =>
    readAbcNames(bytes, place, into, (error) => {
      whole = false;
      observations.failed('code', place, error);
    }),
  );
  if (!whole || !names) reading.unread.push(place);
  reading.files.push({
    entry: place.slice(0, LIMITS.place),
    runtime: 'arkts',
    bytes: bytes.length,
    modules: [...(names?.modules ?? [])].sort().slice(0, LIMITS.abcNames),
    apis: (names?.calls ?? []).slice(0, LIMITS.abcNames),
    hosts: collectAddresses(bytes).hosts.sort().slice(0, LIMITS.abcNames),
  });
  for (const found of names?.packages ?? []) {
    const earlier = reading.packages.get(found.name);
    if (reading.packages.size < LIMITS.ohpmPackages && earlier?.version == null) reading.packages.set(found.name, found);
  }
}

/** Bytecode before scripts, what the platform starts before raw files; a snapshot only where its source is not there too. */
function scriptsOf({ byPath }: Listing): Placed[] {
  const rank = ({ path }: Placed) => (/\.abc$/i.test(path) ? 0 : 1) + (/(?:^|\/)(?:rawfile|resfile)\//.test(path) ? 2 : 0);
  return [...byPath.values()]
    .filter(({ path }) => isHarmonyScript(path) && !(path.endsWith('.bin') && byPath.has(`${path.slice(0, -3)}js`)))
    .sort((a, b) => rank(a) - rank(b));
}
