import { z } from 'zod';
import type { Prints } from '../../../domain/facts/third-party.ts';
import { readData } from '../../read-data.ts';
import { PRINT_SCHEME } from './prints.ts';

/** By what the code of one SDK is known under any name. */
export interface SdkFingerprint {
  /** Id of the SDK. */
  readonly id: string;
  /** Features of its code, of all its versions, that archives of others do not have. */
  readonly prints: Prints;
  /** How many of `prints` one version has, on average. */
  readonly of: number;
}

export interface SdkFingerprints {
  /** As `PrintFacts.scheme`: only equal schemes can be compared. */
  readonly scheme: number;
  readonly entries: readonly SdkFingerprint[];
}

const fingerprintsFile = z.strictObject({
  scheme: z.literal(PRINT_SCHEME),
  entries: z.array(z.strictObject({ id: z.string().min(1), prints: z.base64(), of: z.int().positive() })),
});

/**
 * The fingerprints, still encoded: whoever compares them decodes them once.
 * @throws PermanentError `knowledge-invalid`, see `readData`
 */
export function readFingerprints(): SdkFingerprints {
  return readData('./sdks/fingerprints.json', fingerprintsFile);
}
