import type { PackageFacts } from '../../domain/facts/package.ts';
import type { Knowledge, SdkEntry } from '../types.ts';
import type { Confidence, RenamedCode } from './detected.ts';
import { fingerprintIndex } from './fingerprint-index.ts';
import { isLibraryName } from './libraries.ts';
import { tallyOf } from './print-tally.ts';
import { readPrints } from './read-prints.ts';
import type { PackageOwners } from './traces.ts';

/** Code of an SDK found under other names. */
export interface RenamedSdk {
  readonly code: readonly RenamedCode[];
  readonly confidence: Confidence;
  /** Indices of the packages that are its own under another name. */
  readonly packages: readonly number[];
}

/**
 * What counts as found. A shrinker leaves of an SDK what the app uses, and other versions share only a part: a small share of many prints is
 * much, a few prints are nothing whatever share they are.
 */
const FOUND = { matched: 8, share: 0.08 };
const SURE = { matched: 24, share: 0.2 };
/** A package with a single print of an SDK has it by chance, or calls it. */
const LEAST_IN_PACKAGE = 2;
/** From when on a package is an SDK's own: prints found, their share of all prints of SDKs in it and of all of its prints. */
const OWN = { matched: 3, ofFound: 0.7, ofAll: 0.2 };
/** Packages told of one SDK. */
const MOST_PACKAGES = 40;
/** Prints of one list; more than any package has. */
const ROOM = new Uint32Array(100_000);

/** As facts cut the prints of one package: the largest are left out. */
const MOST_IN_PACKAGE = 4_000;
/** As they cut those of all packages. */
const MOST_IN_ALL = 40_000;
const LARGEST = 2 ** 32;

/** Prints of one SDK in one package. */
interface Share {
  readonly package: number;
  readonly matched: number;
  /** Prints of any SDK in it, and all of its prints. */
  readonly found: number;
  readonly all: number;
  /** Its largest print. */
  readonly last: number;
}

/**
 * SDKs whose code is in packages that no name accounts for. Where a shrinker has put the code of the whole app into one package, or has
 * spread an SDK over many, it is the sum that counts.
 */
export function renamedIn(facts: PackageFacts, knowledge: Knowledge, owners: PackageOwners): ReadonlyMap<SdkEntry, RenamedSdk> {
  const { prints, packages } = facts.code;
  const index = fingerprintIndex(knowledge);
  const renamed = new Map<SdkEntry, RenamedSdk>();
  if (prints === undefined || prints.scheme !== index.scheme || index.count === 0) return renamed;
  const tally = tallyOf(index);
  const shares = new Map<number, Share[]>();
  let read = 0;
  let last = 0;
  for (const { package: at, prints: list } of prints.packages) {
    const name = packages[at]?.name;
    if (name === undefined || owners[at] || isLibraryName(name, knowledge)) continue;
    const all = readPrints(list, ROOM);
    read += all;
    const own = ROOM[all - 1] ?? 0;
    last = Math.max(last, own);
    const found = tally.look(ROOM, all);
    for (const sdk of tally.touched) {
      const matched = tally.counts[sdk]!;
      if (matched < LEAST_IN_PACKAGE) continue;
      const share = { package: at, matched, found, all, last: own };
      const known = shares.get(sdk);
      if (known === undefined) shares.set(sdk, [share]);
      else known.push(share);
    }
    tally.keep(LEAST_IN_PACKAGE);
  }
  const visible = read >= MOST_IN_ALL / 2 ? (last + 1) / LARGEST : 1;
  for (const [at, own] of shares) {
    const judged = judge(own, tally.distinct[at]!, index.sizes[at]! * Math.min(visible, visibleIn(own)), packages);
    if (judged !== null) renamed.set(index.sdks[at]!, judged);
  }
  tally.forget();
  return renamed;
}

/** The part of an SDK's prints that can be seen where most of those found are in a package of whose prints facts hold the smallest only. */
function visibleIn(shares: readonly Share[]): number {
  const most = shares.reduce((a, b) => (b.matched > a.matched ? b : a));
  const matched = shares.reduce((sum, share) => sum + share.matched, 0);
  return most.all >= MOST_IN_PACKAGE && most.matched * 2 >= matched ? (most.last + 1) / LARGEST : 1;
}

function judge(
  shares: readonly Share[],
  matched: number,
  expected: number,
  packages: PackageFacts['code']['packages'],
): RenamedSdk | null {
  const of = Math.max(matched, Math.round(expected));
  const confidence = confidenceOf(matched, of);
  if (confidence === null) return null;
  const own = shares
    .filter((share) => isOwn(share))
    .sort((a, b) => b.matched - a.matched || a.package - b.package)
    .slice(0, MOST_PACKAGES);
  const inOwn = own.reduce((sum, share) => sum + share.matched, 0);
  const code = own.map(
    (share): RenamedCode => ({ package: packages[share.package]!.name, matched: share.matched, of, confidence }),
  );
  // What lies among other code has no package to be named.
  if (inOwn * 2 < matched) code.push({ package: '*', matched, of, confidence });
  return { code, confidence, packages: own.map((share) => share.package) };
}

function isOwn({ matched, found, all }: Share): boolean {
  return matched >= OWN.matched && matched >= OWN.ofFound * found && matched >= OWN.ofAll * all;
}

function confidenceOf(matched: number, of: number): Confidence | null {
  if (matched >= SURE.matched && matched >= SURE.share * of) return 'high';
  return matched >= FOUND.matched && matched >= FOUND.share * of ? 'medium' : null;
}
