import { readManifest } from '../android/app.ts';
import type { XmlElement } from '../binary/axml.ts';
import type { ByteBudget } from '../binary/entry-budget.ts';
import { openNested, placeWithin } from '../binary/nested-archive.ts';
import type { ZipArchive } from '../binary/zip.ts';
import type { ZipEntry } from '../binary/zip-directory.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';
import { type PartIdentity, readPartIdentity } from './part-identity.ts';
import type { ListedApk, SetListing } from './set-listing.ts';

/** An APK of a set, opened. */
export interface SetApk {
  readonly listed: ListedApk;
  readonly entry: ZipEntry;
  readonly archive: ZipArchive;
  /** What comes in front of places in it: `base.apk!`. */
  readonly place: string;
  readonly observations: Observations;
  /** Null, and a gap, where it has no readable manifest. */
  readonly root: XmlElement | null;
  readonly identity: PartIdentity | null;
}

/** Opens the APKs of a set, in the order in which it names them or holds them. @throws only what the source throws */
export async function openApks(archive: ZipArchive, listing: SetListing, observations: Observations): Promise<SetApk[]> {
  const held = [...archive.byName.keys()].filter(isApk);
  const listed = once(listing.apks ?? held.map((path): ListedApk => ({ path })));
  noteUnlisted(held, listed, listing, observations);
  if (listed.length > LIMITS.modules) {
    observations.gap('package', 'too-many-modules', 'ZIP', {
      zh: `拆分包超过 ${LIMITS.modules} 个，其余未检查`,
      en: `more than ${LIMITS.modules} splits; the rest were not inspected`,
    });
  }
  const apks: SetApk[] = [];
  const manifests = { left: LIMITS.manifestTotalBytes as number };
  for (const each of listed.slice(0, LIMITS.modules)) {
    const opened = await openApk(archive, each, manifests, observations);
    if (opened) apks.push(opened);
  }
  return apks;
}

async function openApk(
  archive: ZipArchive,
  listed: ListedApk,
  manifests: ByteBudget,
  observations: Observations,
): Promise<SetApk | null> {
  const entry = archive.byName.get(listed.path);
  if (!entry) {
    observations.gap('package', 'split-missing', listed.path, {
      zh: `描述文件列出的拆分包 ${listed.path} 不在包内`,
      en: `${listed.path}, which the set names, is not there`,
    });
    return null;
  }
  const opened = await openNested(archive, entry, observations);
  if (!opened) return null;
  const place = placeWithin(entry);
  const inside = observations.within(place);
  const root = await inside.attempt('manifest', 'AndroidManifest.xml', null, () => readManifest(opened, inside, manifests));
  return { listed, entry, archive: opened, place, observations: inside, root, identity: root && readPartIdentity(root) };
}

function isApk(path: string): boolean {
  return /\.apk$/i.test(path);
}

function once(listed: readonly ListedApk[]): ListedApk[] {
  const paths = new Set<string>();
  return listed.filter(({ path }) => !paths.has(path) && paths.add(path));
}

/** Installers take what the set names; what else it carries is not installed, and was not looked at. */
function noteUnlisted(
  held: readonly string[],
  listed: readonly ListedApk[],
  listing: SetListing,
  observations: Observations,
): void {
  const known = new Set([...listed.map(({ path }) => path), ...listing.variants]);
  const others = held.filter((path) => !known.has(path));
  if (others.length === 0) return;
  const names = others.slice(0, 5).join(', ');
  observations.gap('package', 'split-not-listed', others[0]!, {
    zh: `描述文件未列出的 APK 共 ${others.length} 个，未检查：${names}`,
    en: `${others.length} APKs that the set does not name were not inspected: ${names}`,
  });
}
