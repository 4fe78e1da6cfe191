import type { PackageFacts } from '../../../domain/facts/package.ts';
import type { Knowledge, SdkEntry } from '../../types.ts';
import type { Confidence, RenamedCode } from '../detection/detected.ts';
import { isLibraryName } from '../detection/libraries.ts';
import { isUnder } from '../detection/owner.ts';
import type { PackageOwners } from '../detection/traces.ts';
import { fingerprintIndex } from './fingerprint-index.ts';
import { tallyOf } from './print-tally.ts';
import { readPrints } from './read-prints.ts';

/** Code of an SDK found under other names. */
export interface RenamedSdk {
  readonly code: readonly RenamedCode[];
  readonly confidence: Confidence;
  /** Indices of the packages that are its own under another name. */
  readonly packages: readonly number[];
}

/**
 * What counts as found, of a score that is the prints found times the square root of their share of the SDK's: of an SDK with many prints a
 * shrinker leaves a small share that is still many, of one with few a large share. Foreign code has some prints of every SDK, the more
 * the more of it there is: beyond `quiet` prints searched the score must be higher, by once itself for each `step`. Measured
 * (`npm run eval:sdk`): code that is not there scores up to 5.4, code modelled on another's 6.6 among 6,000 prints.
 */
const FOUND = { matched: 10, score: 7, quiet: 3_000, step: 10_000 };
/** How many times the score that counts as found is sure. */
const SURE = { matched: 24, times: 2.5 };
/** A package with a single print of an SDK has it by chance, or calls it. */
const LEAST_IN_PACKAGE = 2;
/** From when on a package is an SDK's own: prints found, their share of all prints of SDKs in it and of all of its prints. */
const OWN = { matched: 3, ofFound: 0.7, ofAll: 0.2 };
/** A shrinker may put all code under the app's own name, and a package then has so many prints; smaller ones are what their name says. */
const ALL_CODE = 1_000;
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
    if (all < ALL_CODE && isUnder(name, facts.identity.packageName)) continue;
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
    const expected = index.sizes[at]! * Math.min(visible, visibleIn(own));
    const judged = judge({ shares: own, matched: tally.distinct[at]!, expected, read }, packages);
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

/** What was found of one SDK. */
interface Found {
  readonly shares: readonly Share[];
  readonly matched: number;
  /** Prints of the SDK that could be seen. */
  readonly expected: number;
  /** Prints searched in all. */
  readonly read: number;
}

function judge({ shares, matched, expected, read }: Found, packages: PackageFacts['code']['packages']): RenamedSdk | null {
  const of = Math.max(matched, Math.round(expected));
  const confidence = confidenceOf(matched, of, read);
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

function confidenceOf(matched: number, of: number, read: number): Confidence | null {
  const score = matched * Math.sqrt(matched / of);
  const needed = FOUND.score * (1 + Math.max(0, read - FOUND.quiet) / FOUND.step);
  if (matched < FOUND.matched || score < needed) return null;
  return matched >= SURE.matched && score >= SURE.times * needed ? 'high' : 'medium';
}
