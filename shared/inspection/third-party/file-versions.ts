import type { VersionClue } from '../../domain/facts/third-party.ts';
import { placeOf } from '../contents/listing.ts';
import { LIMITS } from '../limits.ts';
import { jsonIn, objectText } from './json-text.ts';
import type { MetadataFiles } from './metadata-files.ts';
import { isVersion } from './version-text.ts';

const VERSION_FILE = /^META-INF\/([^/]+)\.version$/;
const POM = /^META-INF\/maven\/([^/]+)\/([^/]+)\/pom\.properties$/;
/** `play-services-base.properties`, `firebase-common.properties`, `billing.properties`, `kotlin-tooling…` are at the root. */
const PROPERTIES = /^([A-Za-z][\w.-]{1,80})\.properties$/;
/** A package of npm that was put into the assets whole. */
const NPM = /^assets\/(?:.*\/)?(?:node_modules|tns_modules)\/((?:@[^/]+\/)?[^/@]+)\/package\.json$/;

/**
 * Versions that files of build tools tell: `META-INF/*.version` (AndroidX and kin), Maven's `pom.properties`, properties of Google's
 * libraries at the root, and npm's `package.json`.
 */
export async function fileVersions(files: MetadataFiles): Promise<VersionClue[]> {
  const clues: VersionClue[] = [];
  for (const placed of files.matching(VERSION_FILE, LIMITS.versionFiles)) {
    const value = ((await files.bytes(placed))?.toString('utf8', 0, 200) ?? '').trim();
    // `androidx.core_core` is androidx.core:core: an artifact has no underline in its group.
    const subject = VERSION_FILE.exec(placed.path)![1]!.replace('_', ':');
    if (isVersion(value)) clues.push({ source: 'version-file', subject, value, entry: placeOf(placed) });
  }
  for (const placed of files.matching(POM, LIMITS.versionFiles)) {
    const [, group, artifact] = POM.exec(placed.path)!;
    const value = properties(await files.bytes(placed)).get('version') ?? '';
    if (isVersion(value)) clues.push({ source: 'maven', subject: `${group}:${artifact}`, value, entry: placeOf(placed) });
  }
  for (const placed of files.matching(PROPERTIES, LIMITS.versionFiles)) {
    const read = properties(await files.bytes(placed));
    const value = read.get('version') ?? read.get('VERSION_NAME') ?? '';
    const subject = read.get('client') ?? PROPERTIES.exec(placed.path)![1]!;
    if (isVersion(value)) clues.push({ source: 'properties', subject, value, entry: placeOf(placed) });
  }
  for (const placed of files.matching(NPM, LIMITS.versionFiles)) {
    const value = objectText(jsonIn(await files.bytes(placed), placed.path), 'version') ?? '';
    if (isVersion(value)) clues.push({ source: 'npm', subject: NPM.exec(placed.path)![1]!, value, entry: placeOf(placed) });
  }
  return clues;
}

/** `java.util.Properties`, as far as build tools write them: one `key=value` a line. */
function properties(bytes: Buffer | null): Map<string, string> {
  const read = new Map<string, string>();
  for (const line of (bytes?.toString('utf8', 0, 4096) ?? '').split(/\r?\n/)) {
    const match = /^\s*([\w.-]{1,80})\s*[=:]\s*(.{0,200})$/.exec(line);
    if (match) read.set(match[1]!, match[2]!.trim());
  }
  return read;
}
