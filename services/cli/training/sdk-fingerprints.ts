import type { PackageFacts } from '../../../shared/domain/facts/package.ts';
import { ownerOf } from '../../../shared/knowledge/sdks/detection/owner.ts';
import type { SdkFingerprint, SdkFingerprints } from '../../../shared/knowledge/sdks/prints/fingerprints.ts';
import { decodePrints, encodePrints, PRINT_SCHEME } from '../../../shared/knowledge/sdks/prints/prints.ts';
import type { SdkEntry } from '../../../shared/knowledge/types.ts';

/** Prints of what is known to be of one SDK, or of no SDK that has fingerprints. */
export interface PrintSample {
  /** Null for code that only tells what is not distinctive. */
  readonly id: string | null;
  /** What the prints are of: two archives of one SDK are two samples. */
  readonly archive: string;
  readonly prints: ReadonlySet<number>;
}

/** An SDK whose code has fewer features of its own is not known again by them. */
const FEWEST_PRINTS = 12;

/** What lies in an app that is taken samples of. */
export interface SampledApp {
  /** Archives are told apart by it. */
  readonly name: string;
  /** Ids of the SDKs in it, the main one first. */
  readonly holds: readonly string[];
  /** The app is nothing but an archive: packages that no SDK of the knowledge owns are of the main one. Else they are somebody's. */
  readonly whole: boolean;
}

/**
 * Samples of the facts of an app that holds SDKs under their vendors' names.
 * @returns one sample for each SDK that is held, and one without id for the code of others
 */
export function samplesOf(facts: PackageFacts, { name, holds, whole }: SampledApp, sdks: readonly SdkEntry[]): PrintSample[] {
  const byId = new Map<string | null, Set<number>>();
  for (const { package: index, prints } of facts.code.prints?.packages ?? []) {
    const owner = ownerOf(facts.code.packages[index]?.name ?? '', sdks)?.sdk.id ?? (whole ? holds[0] : null) ?? null;
    const id = owner !== null && holds.includes(owner) ? owner : null;
    const all = byId.get(id) ?? new Set();
    byId.set(id, all);
    for (const print of decodePrints(prints)) all.add(print);
  }
  return [...byId].map(([id, prints]) => ({ id, archive: name, prints }));
}

/**
 * Fingerprints of all SDKs that samples are of: of the features of all its archives those that no other sample has. Sorted by id, so that
 * the same samples give the same file. SDKs with too few of their own are left out.
 */
export function fingerprintsOf(samples: readonly PrintSample[]): SdkFingerprints {
  const owners = new Map<number, string | null>();
  for (const { id, prints } of samples) {
    for (const print of prints) owners.set(print, owners.has(print) && owners.get(print) !== id ? null : id);
  }
  const ids = [...new Set(samples.flatMap(({ id }) => id ?? []))].sort();
  const entries = ids.flatMap((id): SdkFingerprint[] => {
    const archives = samples.filter((sample) => sample.id === id);
    const all = new Set(archives.flatMap(({ prints }) => [...prints]));
    const own = [...all].filter((print) => owners.get(print) === id);
    if (own.length < FEWEST_PRINTS) return [];
    const distinctive = new Set(own);
    const ofArchive = archives.map(({ prints }) => [...prints].filter((print) => distinctive.has(print)).length);
    const of = Math.round(ofArchive.reduce((sum, count) => sum + count, 0) / archives.length);
    return [{ id, prints: encodePrints(own), of: Math.max(1, of) }];
  });
  return { scheme: PRINT_SCHEME, entries };
}
