import type { ZipArchive } from '../binary/zip.ts';
import { readEntry } from '../binary/zip-entry.ts';
import { asObject, objectsOf, textOf } from '../json/fields.ts';
import { type JsonObject, readJson } from '../json/read-json.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';
import { listToc, type SetListing, UNLISTED } from './set-listing.ts';
import { readToc } from './toc.ts';

/** `toc.pb` of a bundletool set; a set of other tools has none. */
export function describeApks(archive: ZipArchive, observations: Observations): Promise<SetListing> {
  return describe(archive, 'toc.pb', observations, (bytes) => listToc(readToc(bytes)));
}

/**
 * `manifest.json` of an XAPK: version 1 is one APK with expansion files, version 2 names its splits (`split_apks`: `file`, `id`, the base's
 * id is `base`).
 */
export function describeXapk(archive: ZipArchive, observations: Observations): Promise<SetListing> {
  return describe(archive, 'manifest.json', observations, (bytes) => {
    const manifest = asObject(readJson(bytes, 'manifest.json').value);
    const apks = objectsOf(manifest, 'split_apks').flatMap(({ item }) => {
      const path = textOf(item, 'file');
      return path === null ? [] : [{ path, ...(textOf(item, 'id') === 'base' ? { isBase: true } : {}) }];
    });
    return {
      apks: apks.length > 0 ? apks : null,
      variants: [],
      packageName: textOf(manifest, 'package_name'),
      versionCode: numberOf(manifest, 'version_code'),
    };
  });
}

/** `info.json` of an APKM: the app, not its splits. */
export function describeApkm(archive: ZipArchive, observations: Observations): Promise<SetListing> {
  return describe(archive, 'info.json', observations, (bytes) => {
    const info = asObject(readJson(bytes, 'info.json').value);
    return { ...UNLISTED, packageName: textOf(info, 'pname'), versionCode: numberOf(info, 'versioncode') };
  });
}

/** A description that is broken is a gap, and the set is what it holds. */
function describe(
  archive: ZipArchive,
  name: string,
  observations: Observations,
  read: (bytes: Buffer) => SetListing,
): Promise<SetListing> {
  const entry = archive.byName.get(name);
  if (!entry) return Promise.resolve(UNLISTED);
  return observations.attempt('package', name, UNLISTED, async () =>
    read(await readEntry(archive, entry, LIMITS.bundleConfigBytes, 'package', observations)),
  );
}

/** Some tools write numbers as text. */
function numberOf(object: JsonObject, name: string): number | null {
  const value = object.get(name);
  const number = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : null;
}
