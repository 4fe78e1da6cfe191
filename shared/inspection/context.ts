import type { Knowledge } from '../knowledge/types.ts';
import type { ContentDigests } from './signing/content-digests.ts';

/** What an inspection is given beside the bytes. */
export interface InspectionContext {
  readonly knowledge: Knowledge;
  /** Digests taken while the package passed by; without them the content of a signed package is read to verify it, or is not checked. */
  readonly digests?: ContentDigests;
  /**
   * `full`: every byte may be read to verify signatures (a local file). `ranges`: only the parts that are needed are read, and what
   * cannot be verified from `digests` is not checked.
   */
  readonly reading: 'full' | 'ranges';
  /** How deep in packages within packages this one lies; 0 for the one that was submitted. */
  readonly depth: number;
}
