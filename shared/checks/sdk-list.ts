import type { PolicyFacts } from '../domain/facts/policy.ts';
import type { DetectedSdk } from '../knowledge/sdks/detection/detected.ts';
import { isAndroid } from './platform.ts';
import type { RuleContext } from './rule.ts';
import { isProven } from './sdk-presence.ts';
import { sdksInListing } from './sdk-rows.ts';

/** From here on a mention means the SDK. */
const MEANT = 0.6;

/** Whether anything of a list of SDKs was read: an entry of one, or an SDK named in prose. */
export function isListRead({ sdkRows, sdkMentions }: PolicyFacts): boolean {
  return sdkRows.length > 0 || sdkMentions.some(({ confidence }) => confidence >= MEANT);
}

/** What is held against a policy without a list: SDKs that are surely there and publicly known to collect. */
export function collectorsWithoutList(sdks: readonly DetectedSdk[]): DetectedSdk[] {
  return sdks.filter((detected) => detected.sdk.collects === 'yes' && isProven(detected));
}

/**
 * Who speaks where the policy has no list at all, so that nothing is said twice: `sdk/undisclosed` of each SDK where it may reject one of
 * them (an Android package with a listing that does not name it), else `privacy-policy/sdk-list-missing` of all.
 * @returns true where the list as a whole is what is said to be missing; `listing` may be null behind its type
 */
export function isWholeListMissing({
  package: facts,
  policy,
  listing,
  sdks,
  knowledge,
}: Pick<RuleContext, 'package' | 'policy' | 'listing' | 'sdks' | 'knowledge'>): boolean {
  const collectors = collectorsWithoutList(sdks);
  if (collectors.length === 0 || isListRead(policy)) return false;
  if (listing === null || !isAndroid(facts)) return true;
  const listed = sdksInListing(listing, knowledge);
  return !collectors.some(({ sdk }) => sdk.confidence === 'high' && !listed.has(sdk.id));
}
