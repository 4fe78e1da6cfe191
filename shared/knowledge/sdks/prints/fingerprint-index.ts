import type { Knowledge, SdkEntry } from '../../types.ts';
import type { SdkFingerprints } from './fingerprints.ts';
import { decodePrints } from './prints.ts';

/** Bits of the filter for each print: about one in ten foreign prints passes it and is looked up for nothing. */
const FILTER_BITS = 8;

/** Whose a print is, for all fingerprints at once. */
export interface FingerprintIndex {
  readonly scheme: number;
  readonly sdks: readonly SdkEntry[];
  /** By index in `sdks`: how many of its prints one version of it has. */
  readonly sizes: Int32Array;
  /** Prints in all. */
  readonly count: number;
  /** Place of a print in `owners`, −1 for one that no single SDK has. Places are fit for marking what was seen. */
  place(print: number): number;
  /** By place: index in `sdks`. */
  readonly owners: Int32Array;
}

const known = new WeakMap<SdkFingerprints, { readonly sdks: readonly SdkEntry[]; readonly index: FingerprintIndex }>();

/**
 * Prints by SDK, decoded once for all apps. A print that two SDKs have tells of neither, but where one carries the other: then it is the
 * carried one's.
 */
export function fingerprintIndex({ sdks, sdkFingerprints }: Pick<Knowledge, 'sdks' | 'sdkFingerprints'>): FingerprintIndex {
  const made = known.get(sdkFingerprints);
  if (made?.sdks === sdks) return made.index;
  const index = build(sdks, sdkFingerprints);
  known.set(sdkFingerprints, { sdks, index });
  return index;
}

/** Stands for a print that several have. */
const SHARED = -1;

function build(all: readonly SdkEntry[], { scheme, entries }: SdkFingerprints): FingerprintIndex {
  const byId = new Map(all.map((sdk) => [sdk.id, sdk]));
  const sdks: SdkEntry[] = [];
  const expected: number[] = [];
  const owner = new Map<number, number>();
  for (const { id, prints, of } of entries) {
    const sdk = byId.get(id);
    if (sdk === undefined) continue;
    const own = sdks.push(sdk) - 1;
    expected.push(of);
    for (const print of decodePrints(prints)) {
      const other = owner.get(print);
      if (other === undefined) owner.set(print, own);
      else if (other !== SHARED) owner.set(print, carried(sdks, own, other));
    }
  }
  for (const [print, own] of owner) if (own === SHARED) owner.delete(print);
  return tableOf(scheme, sdks, expected, owner);
}

function carried(sdks: readonly SdkEntry[], a: number, b: number): number {
  if (sdks[a]!.brings.includes(sdks[b]!.id)) return b;
  return sdks[b]!.brings.includes(sdks[a]!.id) ? a : SHARED;
}

function tableOf(
  scheme: number,
  sdks: readonly SdkEntry[],
  expected: readonly number[],
  owner: ReadonlyMap<number, number>,
): FingerprintIndex {
  const capacity = 2 ** Math.ceil(Math.log2(Math.max(16, owner.size * 2)));
  const prints = new Uint32Array(capacity);
  const owners = new Int32Array(capacity).fill(-1);
  const sizes = new Int32Array(sdks.length);
  const bits = 2 ** Math.ceil(Math.log2(Math.max(1024, owner.size * FILTER_BITS)));
  const filter = new Uint32Array(bits / 32);
  for (const [print, own] of owner) {
    let place = mix(print) & (capacity - 1);
    while (owners[place] !== -1) place = (place + 1) & (capacity - 1);
    prints[place] = print;
    owners[place] = own;
    sizes[own]! += 1;
    const bit = (print >>> 2) & (bits - 1);
    filter[bit >>> 5]! |= 1 << (bit & 31);
  }
  return {
    scheme,
    sdks,
    sizes: sizes.map((size, sdk) => Math.min(size, expected[sdk]!)),
    count: owner.size,
    owners,
    place(print) {
      const bit = (print >>> 2) & (bits - 1);
      if ((filter[bit >>> 5]! & (1 << (bit & 31))) === 0) return -1;
      for (let place = mix(print) & (capacity - 1); owners[place] !== -1; place = (place + 1) & (capacity - 1)) {
        if (prints[place] === print) return place;
      }
      return -1;
    },
  };
}

/** Prints are hashes already; their last two bits are always 0. */
function mix(print: number): number {
  return (print >>> 2) ^ (print >>> 19);
}
