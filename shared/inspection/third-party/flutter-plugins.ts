import { gunzipSync } from 'node:zlib';
import { type Placed, placeOf } from '../contents/listing.ts';
import { LIMITS } from '../limits.ts';
import type { MetadataFiles } from './metadata-files.ts';
import type { PluginList } from './plugin-list.ts';

const ASSETS = /^assets\/flutter_assets\/packages\/([a-z][a-z0-9_]{0,80})\//;
const NOTICES = ['assets/flutter_assets/NOTICES.Z', 'assets/flutter_assets/NOTICES', 'assets/flutter_assets/LICENSE'];
/** Characters of the names in front of one licence. */
const MOST_NAMES = 20_000;
/** Between the licences (Flutter's tools, `LicenseCollector`): 80 hyphens on a line. */
const RULE = `\n${'-'.repeat(80)}\n`;

/**
 * Dart packages of a Flutter app: those whose licences its notices hold, each with the names of its packages in front, and those with
 * assets of their own.
 * @throws only what the source throws
 */
export async function readFlutterPlugins(files: MetadataFiles, plugins: PluginList): Promise<void> {
  for (const placed of files.listing.byPath.values()) {
    const name = ASSETS.exec(placed.path)?.[1];
    if (name !== undefined) plugins.add({ runtime: 'flutter', name, version: null, entry: placeOf(placed) });
  }
  const placed = NOTICES.flatMap((path) => files.listing.byPath.get(path) ?? [])[0];
  if (!placed) return;
  for (const name of packagesOf(await notices(files, placed))) {
    plugins.add({ runtime: 'flutter', name, version: null, entry: placeOf(placed) });
  }
}

async function notices(files: MetadataFiles, placed: Placed): Promise<string> {
  const bytes = await files.bytes(placed);
  if (!bytes) return '';
  if (!placed.path.endsWith('.Z')) return bytes.toString('utf8');
  try {
    return gunzipSync(bytes, { maxOutputLength: LIMITS.noticesBytes }).toString('utf8');
  } catch {
    // Not what Flutter's tools write: it names nothing.
    return '';
  }
}

/** Names of Dart packages are words of small letters; among the others are the engine's own libraries. */
function packagesOf(text: string): Set<string> {
  const names = new Set<string>();
  for (let at = 0; at >= 0 && at < text.length && names.size < LIMITS.plugins; ) {
    const rule = text.indexOf(RULE, at);
    const head = text.slice(at, Math.min(rule < 0 ? text.length : rule, at + MOST_NAMES));
    const end = head.indexOf('\n\n');
    for (const line of head.slice(0, end < 0 ? head.length : end).split('\n')) {
      if (/^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/.test(line) && line.length <= 80) names.add(line);
    }
    at = rule < 0 ? -1 : rule + RULE.length;
  }
  return names;
}
