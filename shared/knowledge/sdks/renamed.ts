import type { PackageFacts } from '../../domain/facts/package.ts';
import type { Knowledge, SdkEntry } from '../types.ts';
import type { Confidence, RenamedCode } from './detected.ts';
import { type FingerprintIndex, fingerprintIndex } from './fingerprint-index.ts';
import { isLibraryName } from './libraries.ts';
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

/** Prints of one SDK in one package. */
interface Share {
  readonly package: number;
  readonly matched: number;
  /** Prints of any SDK in it, and all of its prints. */
  readonly found: number;
  readonly all: number;
}

/**
 * SDKs whose code is in packages that no name accounts for. Where a shrinker has put the code of the whole app into one package, or has
 * spread an SDK over many, it is the sum that counts.
 */
export function renamedIn(facts: PackageFacts, knowledge: Knowledge, owners: PackageOwners): ReadonlyMap<SdkEntry, RenamedSdk> {
  const { prints, packages } = facts.code;
  const index = fingerprintIndex(knowledge);
  if (prints === undefined || prints.scheme !== index.scheme || index.count === 0) return new Map();
  const shares: Share[][] = index.sdks.map(() => []);
  const seen = new Seen(index);
  for (const { package: at, prints: list } of prints.packages) {
    const name = packages[at]?.name;
    if (name === undefined || owners[at] || isLibraryName(name, knowledge)) continue;
    const all = readPrints(list, ROOM);
    const found = seen.look(all);
    for (const sdk of seen.touched) {
      const matched = seen.counts[sdk]!;
      if (matched >= LEAST_IN_PACKAGE) shares[sdk]!.push({ package: at, matched, found, all });
    }
    seen.keep();
  }
  const renamed = new Map<SdkEntry, RenamedSdk>();
  for (const [at, sdk] of index.sdks.entries()) {
    const judged = judge(shares[at]!, seen.distinct[at]!, index.sizes[at]!, packages);
    if (judged !== null) renamed.set(sdk, judged);
  }
  return renamed;
}

/** Counts prints by SDK, in one package and in all, a print that several packages have once. */
class Seen {
  readonly counts: Int32Array;
  readonly distinct: Int32Array;
  readonly touched: number[] = [];
  readonly #index: FingerprintIndex;
  readonly #marked: Uint8Array;
  readonly #places: number[] = [];

  constructor(index: FingerprintIndex) {
    this.#index = index;
    this.counts = new Int32Array(index.sdks.length);
    this.distinct = new Int32Array(index.sdks.length);
    this.#marked = new Uint8Array(index.owners.length);
  }

  /** Counts the first prints in `ROOM`. @returns how many are of SDKs */
  look(length: number): number {
    const index = this.#index;
    this.#places.length = 0;
    for (let at = 0; at < length; at++) {
      const place = index.place(ROOM[at]!);
      if (place < 0) continue;
      const sdk = index.owners[place]!;
      if (this.counts[sdk]!++ === 0) this.touched.push(sdk);
      this.#places.push(place);
    }
    return this.#places.length;
  }

  /** Adds the package to the whole, and forgets it. */
  keep(): void {
    for (const place of this.#places) {
      const sdk = this.#index.owners[place]!;
      if (this.counts[sdk]! < LEAST_IN_PACKAGE || this.#marked[place] === 1) continue;
      this.#marked[place] = 1;
      this.distinct[sdk]! += 1;
    }
    for (const sdk of this.touched) this.counts[sdk] = 0;
    this.touched.length = 0;
  }
}

function judge(
  shares: readonly Share[],
  matched: number,
  of: number,
  packages: PackageFacts['code']['packages'],
): RenamedSdk | null {
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
