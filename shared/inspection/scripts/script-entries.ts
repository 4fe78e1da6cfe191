import type { Listing, Placed } from '../contents/listing.ts';

/** A file with code of another runtime than DEX, and how to read it. */
export interface ScriptEntry extends Placed {
  /**
   * `text`: JavaScript or a page, or bytecode that its first bytes tell. `dart`: an ahead-of-time compiled snapshot. `plugins`: a list of
   * plugins (Cordova, Capacitor). `manifest`: a uni-app manifest.
   */
  readonly kind: 'text' | 'dart' | 'plugins' | 'manifest';
}

const ABIS = ['arm64-v8a', 'armeabi-v7a', 'armeabi', 'x86_64', 'x86'];
const TEXT = /^(?:assets|res\/raw)\/.*\.(?:js|mjs|cjs|html?|xhtml|jsbundle|bundle|hbc)$/i;
const PLUGINS = /^assets\/(?:www\/cordova_plugins\.js|(?:public\/)?capacitor\.plugins\.json)$/;
const MANIFEST = /^assets\/apps\/[^/]+\/www\/manifest\.json$/;
/** Files that hold the app's own logic by the custom of their framework; they are read before all others. */
const MAIN = /(?:index\.android\.bundle|app-service\.js|app-config-service\.js|\/main\.[^/]*js|\/app\.[^/]*js|\/index\.html?)$/;

/** Scripts in the order in which they are to be read: what names plugins, then the main files, then the rest in file order. */
export function scriptEntries(listing: Listing): ScriptEntry[] {
  const ranked: { readonly rank: number; readonly script: ScriptEntry }[] = [];
  for (const placed of listing.byPath.values()) {
    const { path } = placed;
    if (PLUGINS.test(path)) ranked.push({ rank: 0, script: { ...placed, kind: 'plugins' } });
    else if (MANIFEST.test(path)) ranked.push({ rank: 0, script: { ...placed, kind: 'manifest' } });
    else if (TEXT.test(path)) ranked.push({ rank: MAIN.test(path) ? 1 : 3, script: { ...placed, kind: 'text' } });
  }
  const dart = ABIS.flatMap((abi) => listing.byPath.get(`lib/${abi}/libapp.so`) ?? [])[0];
  if (dart && listing.find(/^lib\/[^/]+\/libflutter\.so$/)) ranked.push({ rank: 2, script: { ...dart, kind: 'dart' } });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ script }) => script);
}
