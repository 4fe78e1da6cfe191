import type { VersionClue } from '../../domain/facts/third-party.ts';
import { readBinaryXml, type XmlElement } from '../binary/axml.ts';
import { BrokenBytes } from '../broken.ts';
import { placeOf } from '../contents/listing.ts';
import { asObject, objectOf, textOf } from '../json/fields.ts';
import type { Json } from '../json/read-json.ts';
import { LIMITS } from '../limits.ts';
import { Observations } from '../observations.ts';
import { jsonIn } from './json-text.ts';
import type { MetadataFiles } from './metadata-files.ts';
import type { PluginList } from './plugin-list.ts';
import { isVersion } from './version-text.ts';

const CORDOVA = 'assets/www/cordova_plugins.js';
const CONFIG = 'res/xml/config.xml';
const CAPACITOR = 'assets/capacitor.plugins.json';
const CAPACITOR_CONFIG = 'assets/capacitor.config.json';

/**
 * Plugins of Cordova (`cordova_plugins.js` with their versions, the features of `config.xml`) and of Capacitor.
 * @returns versions of plugins
 * @throws only what the source throws
 */
export async function readWebPlugins(files: MetadataFiles, plugins: PluginList): Promise<VersionClue[]> {
  const versions = await readCordova(files, plugins);
  for (const name of await configFeatures(files)) plugins.add({ runtime: 'cordova', name, version: null, entry: CONFIG });
  const listed = await jsonAt(files, CAPACITOR);
  for (const item of Array.isArray(listed) ? (listed as readonly Json[]) : []) {
    const name = textOf(asObject(item), 'pkg');
    if (name !== null) plugins.add({ runtime: 'capacitor', name, version: null, entry: CAPACITOR });
  }
  for (const name of objectOf(asObject(await jsonAt(files, CAPACITOR_CONFIG)), 'plugins').keys()) {
    plugins.add({ runtime: 'capacitor', name, version: null, entry: CAPACITOR_CONFIG });
  }
  return versions;
}

/**
 * `cordova_plugins.js` is a module that Cordova's tools write: `module.exports = [ … ];` with a `pluginId` in each item, and
 * `module.exports.metadata = { "id": "version" };`, both JSON.
 */
async function readCordova(files: MetadataFiles, plugins: PluginList): Promise<VersionClue[]> {
  const placed = files.listing.byPath.get(CORDOVA);
  const text = await files.text(CORDOVA);
  if (!placed || text === null) return [];
  const entry = placeOf(placed);
  const at = text.indexOf('module.exports.metadata');
  const clues: VersionClue[] = [];
  const open = at < 0 ? -1 : text.indexOf('{', at);
  const metadata = open < 0 ? null : jsonIn(Buffer.from(text.slice(open, text.indexOf('}', open) + 1)), CORDOVA);
  for (const [name, value] of asObject(metadata)) {
    const version = typeof value === 'string' && isVersion(value) ? value : null;
    plugins.add({ runtime: 'cordova', name, version, entry });
    if (version !== null) clues.push({ source: 'cordova', subject: name, value: version, entry });
  }
  for (const [, name] of (at < 0 ? text : text.slice(0, at)).matchAll(/"?pluginId"?\s{0,9}:\s{0,9}["']([^"'\s]{1,200})["']/g)) {
    plugins.add({ runtime: 'cordova', name: name!, version: null, entry });
  }
  return clues;
}

/** `<feature name="Camera">` of Cordova's configuration, which the platform's XML is made of. */
async function configFeatures(files: MetadataFiles): Promise<string[]> {
  const placed = files.listing.byPath.get(CONFIG);
  const bytes = placed ? await files.bytes(placed) : null;
  // A bundle has it in another encoding, and nobody else's config.xml has features.
  if (!bytes || bytes.length < 8 || bytes.readUInt16LE(0) !== 0x0003) return [];
  try {
    return featuresOf(readBinaryXml(bytes, CONFIG, new Observations(), 'resources'));
  } catch (error) {
    if (error instanceof BrokenBytes) return [];
    throw error;
  }
}

function featuresOf({ children }: XmlElement): string[] {
  const features = children.filter(({ name }) => name === 'feature').slice(0, LIMITS.plugins);
  return features.flatMap(({ attributes }) => attributes.find(({ name }) => name === 'name')?.text ?? []);
}

async function jsonAt(files: MetadataFiles, path: string): Promise<Json> {
  const placed = files.listing.byPath.get(path);
  return placed ? jsonIn(await files.bytes(placed), path) : null;
}
