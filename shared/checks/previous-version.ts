import type { Evidence } from '../domain/evidence.ts';
import type { PackageFacts } from '../domain/facts/package.ts';
import type { PreviousVersion, RecordFacts } from '../domain/facts/records.ts';
import { isAndroid } from './platform.ts';

/**
 * The version approved last, where it can be compared with this package: null where there is none, where it is these very bytes, and where
 * what is recorded tells that it was made for another platform (an app may have one name on Android and HarmonyOS).
 */
export function comparablePrevious({ previous }: RecordFacts, facts: PackageFacts): PreviousVersion | null {
  if (previous === null || previous.packageSha256 === facts.sha256) return null;
  const android = isAndroid(facts);
  const foreign = android ? 'ohos.permission.' : 'android.permission.';
  // Only Android has a target SDK; where a manifest left it out, its permissions tell.
  const other = (!android && previous.targetSdk !== null) || previous.permissions.some((name) => name.startsWith(foreign));
  return other ? null : previous;
}

/** Evidence of what is on record of the version approved last. */
export function previousEvidence({ submission }: PreviousVersion, field: keyof PreviousVersion, value: unknown): Evidence {
  return { type: 'record', record: 'previous-version', id: submission, field, value: String(value) };
}
