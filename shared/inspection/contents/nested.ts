import { createHash } from 'node:crypto';
import type { NestedPackage } from '../../domain/facts/package.ts';
import { limitContents } from '../binary/contents-allowance.ts';
import { openNested } from '../binary/nested-archive.ts';
import type { ZipArchive } from '../binary/zip.ts';
import type { ZipEntry } from '../binary/zip-directory.ts';
import type { InspectionContext } from '../context.ts';
import { LIMITS } from '../limits.ts';
import { Observations } from '../observations.ts';
import type { Embedded } from './embedded.ts';
import { placeOf } from './listing.ts';

/** A DEX file where the system does not look for one. */
export interface HiddenDex {
  readonly archive: ZipArchive;
  readonly entry: ZipEntry;
  /** Where it lies: `assets/x.bin`, or `assets/plugin.apk!classes.dex`. */
  readonly name: string;
  readonly module?: string;
}

export interface NestedReading {
  readonly packages: readonly NestedPackage[];
  /** Packages and archives with code, those included that were not opened. */
  readonly count: number;
  readonly hidden: readonly HiddenDex[];
  /** Places of archives that may hold code and were not opened. */
  readonly unread: readonly string[];
}

const HOLDS_CODE = /\.(?:dex|class|apk|jar|hap|hsp|rpk|abc)$/i;

/**
 * Opens the archives among embedded files, one level deep. An archive that holds no code (pictures, fonts, pages) is no package and is
 * left out. What is strange or broken in a package within is not noted: it is not the package that will be installed, and anything may
 * begin like an archive.
 * @throws only what the source throws
 */
export async function readNestedPackages(embedded: readonly Embedded[], context: InspectionContext): Promise<NestedReading> {
  const packages: NestedPackage[] = [];
  const unread: string[] = [];
  const hidden: HiddenDex[] = embedded
    .filter(({ kind }) => kind === 'dex')
    .map((found) => ({ archive: found.part.archive, entry: found.entry, name: placeOf(found), ...moduleOf(found) }));
  const budget = { inflated: LIMITS.nestedInflatedBytes as number, hashed: LIMITS.nestedHashedBytes as number };
  const contents = { left: LIMITS.nestedContentBytes as number };
  let count = 0;
  for (const [index, found] of embedded.filter(({ kind }) => kind === 'archive').entries()) {
    const place = placeOf(found);
    if (index >= LIMITS.nestedOpened || contents.left <= 0 || !mayInflate(found.entry, budget)) {
      unread.push(place);
      count += 1;
      continue;
    }
    const archive = await openNested(found.part.archive, found.entry, new Observations());
    if (!archive) {
      if (HOLDS_CODE.test(found.path)) unread.push(place);
      continue;
    }
    limitContents(archive.ranges, contents);
    const read = await readOne(archive, context);
    if (contents.left <= 0) unread.push(place);
    const dex = [...archive.byName.values()].filter(({ name }) => /\.dex$/i.test(name));
    if (read.format === 'zip' && ![...archive.byName.keys()].some((name) => HOLDS_CODE.test(name))) continue;
    count += 1;
    for (const entry of dex) hidden.push({ archive, entry, name: `${place}!${entry.name}`, ...moduleOf(found) });
    packages.push({ ...read, entry: place, bytes: found.entry.size, sha256: await hash(archive, budget), dexFiles: dex.length });
  }
  return { packages, count, hidden: hidden.slice(0, LIMITS.hiddenDex), unread };
}

function moduleOf({ part }: Embedded): { readonly module?: string } {
  return part.module === undefined ? {} : { module: part.module };
}

function mayInflate(entry: ZipEntry, budget: { inflated: number }): boolean {
  if (entry.method !== 8) return true;
  const size = Math.max(entry.size, entry.compressedSize);
  if (size > budget.inflated) return false;
  budget.inflated -= size;
  return true;
}

/** What the package says of itself; only its name tags where it is of a format that is not inspected. */
async function readOne(archive: ZipArchive, { readNested }: InspectionContext) {
  const none = { format: 'zip' as const, facts: null };
  const observations = new Observations();
  const read = readNested ? await observations.attempt('package', 'ZIP', none, () => readNested(archive, observations)) : none;
  const { format, facts } = read;
  return {
    format,
    packageName: facts?.identity.packageName ?? null,
    versionName: facts?.identity.versionName ?? null,
    permissions: (facts?.permissions ?? []).map(({ name }) => name).slice(0, LIMITS.nestedPermissions),
  };
}

async function hash({ ranges }: ZipArchive, budget: { hashed: number }): Promise<string | null> {
  if (ranges.size > budget.hashed) return null;
  budget.hashed -= ranges.size;
  return createHash('sha256')
    .update(await ranges.read(0, ranges.size, 'ZIP'))
    .digest('hex');
}
