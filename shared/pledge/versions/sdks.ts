import type { PackageFacts } from '../../domain/facts/package.ts';
import type { SdkChange, SetDifference, VersionComparison } from '../../domain/review/version-comparison.ts';
import type { DetectedSdk } from '../../knowledge/sdks/detection/detected.ts';
import { sdksIn } from '../../knowledge/sdks/detection/sdks-in.ts';
import type { Knowledge } from '../../knowledge/types.ts';
import { difference } from './sets.ts';

/** Versions of one SDK that are listed. */
const VERSIONS = 5;

/** Which SDKs came, went and changed from one version of an app to the next. */
export function compareSdks(
  before: PackageFacts,
  after: PackageFacts,
  knowledge: Knowledge,
): Pick<VersionComparison, 'sdkNames' | 'sdkChanges'> & { readonly sdks: SetDifference } {
  const [left, right] = [sdksIn(before, knowledge), sdksIn(after, knowledge)];
  const ids = (found: typeof left) => found.map(({ sdk }) => sdk.id);
  const earlier = new Map(left.map((found) => [found.sdk.id, found]));
  const levels = comparableLevels(before, after);
  return {
    sdks: difference(ids(left), ids(right)),
    sdkNames: Object.fromEntries([...left, ...right].map(({ sdk }) => [sdk.id, sdk.name])),
    sdkChanges: right.flatMap((found) => {
      const known = earlier.get(found.sdk.id);
      return known === undefined ? [] : changeOf(known, found, levels);
    }),
  };
}

/** Whether both inspectors told who calls whom: without it no SDK is more than present. */
export function comparableLevels(before: PackageFacts, after: PackageFacts): boolean {
  return (before.code.startCalls === undefined) === (after.code.startCalls === undefined);
}

/** A version that one side cannot tell has not changed. */
function changeOf(before: DetectedSdk, after: DetectedSdk, levels: boolean): SdkChange[] {
  const [left, right] = [versionsOf(before), versionsOf(after)];
  const versions = left.length > 0 && right.length > 0 && left.join() !== right.join() ? { before: left, after: right } : null;
  const level = levels && before.level !== after.level ? { before: before.level, after: after.level } : null;
  return versions === null && level === null ? [] : [{ id: after.sdk.id, versions, level }];
}

const versionsOf = ({ versions }: DetectedSdk): string[] =>
  [...new Set(versions.filter(({ sure }) => sure).map(({ value }) => value))].sort().slice(0, VERSIONS);
