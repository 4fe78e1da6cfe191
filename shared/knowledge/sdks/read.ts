import { readData } from '../read-data.ts';
import type { SdkEntry } from '../types.ts';
import { sdksFile } from './schema.ts';

/** Data files beside this one, by what the SDKs are for. */
const FILES = ['advertising', 'analytics', 'push', 'account', 'location', 'media', 'platform', 'libraries'] as const;

/**
 * All SDKs of all files, in a fixed order.
 * @throws PermanentError `knowledge-invalid`, see `readData`
 */
export function readSdks(): SdkEntry[] {
  return FILES.flatMap((file) => readData(`./sdks/${file}.json`, sdksFile).entries);
}
