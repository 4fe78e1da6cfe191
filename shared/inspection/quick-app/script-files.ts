import type { ScriptFile } from '../../domain/facts/contents.ts';
import { readEntry } from '../binary/zip-entry.ts';
import { type Listing, type Placed, placeOf } from '../contents/listing.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';
import { quickAppModule } from '../scripts/javascript.ts';
import type { KnownCalls } from '../scripts/known-calls.ts';
import { readJavaScriptFile, tellingScripts } from '../scripts/read-javascript-file.ts';
import type { UiTexts } from '../scripts/ui-texts.ts';

/** Scripts, and scripts that were compiled or encrypted (`jsc`, `bin` beside a page), which nothing here reads. */
const SCRIPT = /\.(?:m?js|cjs)$/i;
const COMPILED = /\.(?:jsc|jsb|qjsc)$/i;

export interface QuickAppScripts {
  readonly files: readonly ScriptFile[];
  readonly read: number;
  /** Places of files with code that could not be read. */
  readonly unread: readonly string[];
}

/** Whether a path is that of a script that `readQuickAppScripts` reads. */
export function isQuickAppScript(path: string): boolean {
  return SCRIPT.test(path);
}

/** Reads all scripts of a quick app, the app's own before its pages. @throws only what the source throws */
export async function readQuickAppScripts(
  listing: Listing,
  known: KnownCalls,
  texts: UiTexts,
  observations: Observations,
): Promise<QuickAppScripts> {
  const files: ScriptFile[] = [];
  const unread: string[] = [];
  let left: number = LIMITS.assetScriptTotalBytes;
  for (const [index, placed] of scriptsOf(listing).entries()) {
    const place = placeOf(placed);
    const size = Math.max(placed.entry.size, placed.entry.compressedSize);
    if (COMPILED.test(placed.path) || index >= LIMITS.scripts || size > Math.min(left, LIMITS.assetScriptBytes)) {
      unread.push(place);
      continue;
    }
    left -= size;
    const inPart = observations.within(placed.part.place);
    const bytes = await inPart.attempt('code', placed.entry.name, null, () =>
      readEntry(placed.part.archive, placed.entry, LIMITS.assetScriptBytes, 'code', inPart),
    );
    // A script with a NUL near its beginning is none: compiled, or encrypted by a game engine.
    if (!bytes || bytes.subarray(0, 512).includes(0)) unread.push(place);
    else files.push(readJavaScriptFile(bytes, place, { known, moduleName: quickAppModule, texts }));
  }
  return { files: tellingScripts(files), read: files.length, unread };
}

function scriptsOf({ byPath }: Listing): Placed[] {
  const rank = ({ path }: Placed) => (/(?:^|[/!])(?:app|game|main)\.js$/.test(path) ? 0 : 1);
  return [...byPath.values()]
    .filter(({ path }) => isQuickAppScript(path) || COMPILED.test(path))
    .sort((a, b) => rank(a) - rank(b));
}
