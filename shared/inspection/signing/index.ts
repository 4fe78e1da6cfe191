import type { Signing } from '../../domain/facts/signing.ts';
import type { ZipArchive } from '../binary/zip.ts';
import type { InspectionContext } from '../context.ts';
import type { Observations } from '../observations.ts';
import { readSigning } from './read-signers.ts';

/** Platform versions that a package says it is for; null where its manifest could not be read. */
export interface SdkLevels {
  readonly minSdk: number | null;
  readonly targetSdk: number | null;
}

/**
 * Who signed an Android package, and whether Android accepts it. @throws only what the source throws
 */
export async function verifySigning(
  archive: ZipArchive,
  _context: InspectionContext,
  _app: SdkLevels,
  observations: Observations,
): Promise<Signing> {
  return readSigning(archive, observations);
}
