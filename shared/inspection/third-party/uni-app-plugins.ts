import { placeOf } from '../contents/listing.ts';
import { asObject, objectOf, objectsOf, textOf } from '../json/fields.ts';
import type { JsonObject } from '../json/read-json.ts';
import { LIMITS } from '../limits.ts';
import { jsonIn } from './json-text.ts';
import type { MetadataFiles } from './metadata-files.ts';
import type { PluginList } from './plugin-list.ts';

const PROPERTIES = 'assets/data/dcloud_properties.xml';
const NATIVE = 'assets/dcloud_uniplugins.json';
const MANIFEST = /^assets\/apps\/[^/]+\/www\/manifest\.json$/;
/** Apps within an app (uni mini programs) that are looked at. */
const MOST_APPS = 20;

/**
 * Modules of uni-app (DCloud's HTML5+): those that its run time has built in (`dcloud_properties.xml`), native plugins
 * (`dcloud_uniplugins.json`), and what the manifest of each app in it asks for. A module's provider stands behind it: `statics/umeng`.
 * @throws only what the source throws
 */
export async function readUniAppPlugins(files: MetadataFiles, plugins: PluginList): Promise<void> {
  const add = (entry: string, name: string, version: string | null = null) => {
    plugins.add({ runtime: 'uni-app', name, version, entry });
  };
  for (const name of featuresIn((await files.text(PROPERTIES)) ?? '')) add(PROPERTIES, name);
  const native = files.listing.byPath.get(NATIVE);
  const listed = asObject(native ? jsonIn(await files.bytes(native), NATIVE) : null);
  for (const { item } of objectsOf(listed, 'nativePlugins')) {
    for (const { item: plugin } of objectsOf(item, 'plugins')) add(NATIVE, textOf(plugin, 'name') ?? '');
  }
  for (const placed of files.matching(MANIFEST, MOST_APPS)) {
    const manifest = asObject(jsonIn(await files.bytes(placed), placed.path));
    const entry = placeOf(placed);
    for (const name of objectOf(manifest, 'permissions').keys()) add(entry, name);
    for (const part of ['plus', 'app-plus']) readPlus(objectOf(manifest, part), (name, version) => add(entry, name, version));
  }
}

function readPlus(plus: JsonObject, add: (name: string, version?: string | null) => void): void {
  for (const name of objectOf(plus, 'modules').keys()) add(name);
  const distribute = objectOf(plus, 'distribute');
  for (const part of ['plugins', 'sdkConfigs']) {
    for (const [module, providers] of objectOf(distribute, part)) {
      for (const provider of asObject(providers).keys()) if (!provider.startsWith('__')) add(`${module}/${provider}`);
    }
  }
  for (const [name, plugin] of objectOf(plus, 'nativePlugins')) {
    const about = objectOf(asObject(plugin), '__plugin_info__');
    add(name, textOf(about, 'version'));
  }
}

/** `<feature name="Push" …><module name="igexin" …/></feature>`; what is commented out is not built in. */
function featuresIn(text: string): string[] {
  const names: string[] = [];
  let feature = '';
  for (const [, tag, name] of withoutComments(text).matchAll(
    /<(feature|module)\s[^<>]{0,200}?\bname\s{0,9}=\s{0,9}"([^"<>]{1,100})"/g,
  )) {
    if (names.length >= LIMITS.plugins) break;
    if (tag === 'feature') feature = name!;
    names.push(tag === 'feature' || feature === '' ? name! : `${feature}/${name}`);
  }
  return names;
}

function withoutComments(text: string): string {
  let kept = '';
  let at = 0;
  for (let open = text.indexOf('<!--'); open >= 0; open = text.indexOf('<!--', at)) {
    kept += text.slice(at, open);
    const close = text.indexOf('-->', open + 4);
    if (close < 0) return kept;
    at = close + 3;
  }
  return kept + text.slice(at);
}
