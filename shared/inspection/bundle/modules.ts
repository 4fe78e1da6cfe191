import type { ZipArchive } from '../binary/zip.ts';
import type { ZipEntry } from '../binary/zip-directory.ts';
import type { Part } from '../formats/part.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';

/** A module of an app bundle: a folder of the archive ("The Android App Bundle format", developer.android.com). */
export interface BundleModule {
  /** `base`, or the name of the feature or asset pack. */
  readonly name: string;
  readonly manifest: ZipEntry | null;
  readonly resources: ZipEntry | null;
  /** Entries by the path that they have in an installed package. */
  readonly entries: ReadonlyMap<string, ZipEntry>;
  /** Bytes of all its entries as they lie in the bundle. */
  readonly bytes: number;
}

/** Folders of a bundle that are no modules. */
const OTHER_FOLDERS = new Set(['META-INF', 'BUNDLE-METADATA']);

/**
 * The modules of a bundle, the base first, then by name. A folder is a module when it has a manifest, code or resources where a module
 * has them; other files outside of modules are left to whoever looks at all entries.
 */
export function findModules(archive: ZipArchive, observations: Observations): BundleModule[] {
  const found = new Map<
    string,
    { manifest: ZipEntry | null; resources: ZipEntry | null; entries: Map<string, ZipEntry>; bytes: number }
  >();
  for (const [path, entry] of archive.byName) {
    const slash = path.indexOf('/');
    const name = path.slice(0, slash);
    if (slash <= 0 || OTHER_FOLDERS.has(name) || path.endsWith('/')) continue;
    const module = found.get(name) ?? { manifest: null, resources: null, entries: new Map<string, ZipEntry>(), bytes: 0 };
    found.set(name, module);
    const inside = path.slice(slash + 1);
    module.bytes += entry.compressedSize;
    if (inside === 'manifest/AndroidManifest.xml') module.manifest = entry;
    else if (inside === 'resources.pb') module.resources = entry;
    else {
      const installed = installedPath(inside);
      if (installed !== null && !module.entries.has(installed)) module.entries.set(installed, entry);
    }
  }
  const modules = [...found].map(([name, module]): BundleModule => ({ name, ...module })).filter(isModule);
  modules.sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
  if (modules.length > LIMITS.modules) {
    observations.gap('package', 'too-many-modules', 'ZIP', {
      zh: `模块超过 ${LIMITS.modules} 个，其余未检查`,
      en: `more than ${LIMITS.modules} modules; the rest were not inspected`,
    });
  }
  return modules.slice(0, LIMITS.modules);
}

/** A module as a part of the app; places are the names of entries in the bundle, which say the module themselves. */
export function modulePart(archive: ZipArchive, module: BundleModule): Part {
  return { archive, entries: module.entries, place: '', ...(module.name === 'base' ? {} : { module: module.name }) };
}

function isModule({ manifest, resources, entries }: BundleModule): boolean {
  return manifest !== null || resources !== null || entries.has('classes.dex');
}

function rank({ name }: BundleModule): number {
  return name === 'base' ? 0 : 1;
}

/** Where bundletool puts a file of a module; null for descriptions of the module, which are installed nowhere. */
function installedPath(inside: string): string | null {
  const slash = inside.indexOf('/');
  const folder = inside.slice(0, slash);
  if (folder === 'dex' || folder === 'root') return inside.slice(slash + 1);
  return folder === 'assets' || folder === 'lib' || folder === 'res' ? inside : null;
}
