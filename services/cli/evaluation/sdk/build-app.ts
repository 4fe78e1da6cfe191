import { apkEntries } from '../../building/apk.ts';
import { buildZip } from '../../building/zip.ts';
import { mergeManifests } from './merge-manifest.ts';
import { dexOf, type Toolchain, type Way } from './toolchain.ts';
import type { VendorArchive } from './vendor-archive.ts';

export const APP_PACKAGE = 'org.example.evaluation';

/**
 * An app that holds archives, as bytes of an APK: code, and for `plain` everything else of the archives too. Renamed ways leave out
 * manifest, native libraries and assets, whose names would tell by themselves.
 * @param entry public classes by which the app uses the archives
 * @throws Error where the archives cannot be turned into DEX
 */
export async function buildApp(
  archives: readonly VendorArchive[],
  way: Way,
  entry: readonly string[],
  tools: Toolchain,
): Promise<Buffer> {
  const dex = await dexOf(
    archives.flatMap(({ jars }) => jars),
    way,
    entry,
    tools,
  );
  const plain = way === 'plain';
  const manifests = archives.flatMap(({ manifest }) => (plain && manifest !== null ? [manifest] : []));
  const merged = mergeManifests(manifests, APP_PACKAGE);
  const launcher = { kind: 'activity', name: `${APP_PACKAGE}.Main`, launcher: true, exported: true } as const;
  const entries: Record<string, Uint8Array> = {};
  for (const [index, bytes] of dex.entries()) entries[index === 0 ? 'classes.dex' : `classes${index + 1}.dex`] = bytes;
  if (plain) for (const archive of archives) Object.assign(entries, archive.entries);
  const recipe = { ...merged, components: [launcher, ...merged.components] };
  return buildZip(apkEntries({ packageName: APP_PACKAGE, versionName: '1.0', minSdk: 21, targetSdk: 30, ...recipe, entries }));
}
