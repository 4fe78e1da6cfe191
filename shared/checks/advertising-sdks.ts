import type { DetectedSdk } from '../knowledge/sdks/detection/detect.ts';

/** SDKs that show advertisements and are known to collect information for it, found with some certainty. */
export function advertisingSdks(sdks: readonly DetectedSdk[]): DetectedSdk[] {
  return sdks.filter(
    ({ sdk, confidence }) =>
      sdk.category === 'advertising' && sdk.collects !== 'no' && sdk.collects !== 'unknown' && confidence !== 'low',
  );
}
