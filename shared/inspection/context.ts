import type { PackageFormat } from '../domain/facts/package.ts';
import type { Knowledge } from '../knowledge/types.ts';
import type { ZipArchive } from './binary/zip.ts';
import type { ScanJob, ScanResult } from './code/scan-job.ts';
import type { FormatFacts } from './formats/format.ts';
import type { Observations } from './observations.ts';
import type { ContentDigests } from './signing/content-digests.ts';

/** What a package within a package is, and its facts where its format is inspected. */
export interface NestedReading {
  readonly format: PackageFormat;
  readonly facts: FormatFacts | null;
}

/** What an inspection is given beside the bytes. */
export interface InspectionContext {
  readonly knowledge: Knowledge;
  /** Digests taken while the package passed by, or passes by while it is inspected; without them the content of a signed package is read to verify it, or is not checked. */
  readonly digests?: ContentDigests | Promise<ContentDigests>;
  /**
   * `full`: every byte may be read to verify signatures (a local file). `ranges`: only the parts that are needed are read, and what
   * cannot be verified from `digests` is not checked.
   */
  readonly reading: 'full' | 'ranges';
  /** How deep in packages within packages this one lies; 0 for the one that was submitted. */
  readonly depth: number;
  /** Unpacks and scans one DEX entry, in another thread where there are some; without it that happens where the inspection runs. */
  readonly scanDex?: (job: ScanJob) => Promise<ScanResult>;
  /** Tells and reads a package that lies within this one, with a depth of one more; absent where only this one is of interest. */
  readonly readNested?: (archive: ZipArchive, observations: Observations) => Promise<NestedReading>;
}
