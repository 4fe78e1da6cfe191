import type { ListingFacts } from '../domain/facts/listing.ts';
import type { PolicyFacts } from '../domain/facts/policy.ts';
import type { Range } from '../domain/text.ts';
import { comparableOperator } from '../knowledge/sdks/names/operators.ts';
import type { Knowledge, SdkEntry } from '../knowledge/types.ts';
import { comparablePolicyText } from './policy-text.ts';
import { readRows, sdksInListing } from './sdk-rows.ts';

export { sdksInListing } from './sdk-rows.ts';

/**
 * How an SDK is disclosed, strongest first: named in the policy; named only in what the store was told; named in the policy to say that
 * it is not there; its operator, or another product of that operator, named in the policy; not at all.
 */
export type SdkDisclosure = 'policy' | 'listing' | 'denied' | 'operator' | 'silent';

/** From here on a mention means the SDK; below it may be the company, its app or a way to write to somebody (QQ, 微信公众号). */
const MEANT = 0.6;

/** 本应用没有接入友盟统计, 未使用任何第三方SDK（如友盟）: names the SDK to say that it is not there. */
const DENIED =
  /(?:没有|从未|并未|尚未|未|不|不再|无)(?:会|曾)?(?:接入|集成|使用|嵌入|内置|内嵌|包含|引入|采用|植入|添加)[^,，。;；!！?？\n]{0,30}$/;
/** 如您未使用微信登录, 在您不使用该功能时: a condition, and no denial. */
const CONDITION = /如|若|当|时|您|你|用户|除|之前|仅|只/;

/** Whether a sentence names an SDK only to say that the app has none of it. */
function isDenied(policy: PolicyFacts, [start]: Range): boolean {
  const clause = policy.text
    .slice(Math.max(0, start - 60), start)
    .split(/[。;；!！?？\n]/u)
    .pop()!;
  return DENIED.test(clause) && !CONDITION.test(clause);
}

/** Ids of the SDKs that a policy names, in a list or in its text; a row may name several, or a company and what its SDK does. */
export function sdksInPolicy(policy: PolicyFacts, knowledge: Knowledge): ReadonlySet<string> {
  return new Set([
    ...policy.sdkMentions
      .filter((mention) => mention.confidence >= MEANT && !isDenied(policy, mention.range))
      .map((mention) => mention.sdk),
    ...readRows(policy, knowledge).flatMap(({ named, meant }) => [...named, ...meant].map((sdk) => sdk.id)),
  ]);
}

/** Disclosure of every SDK, computed once a review: names are matched once, not once an SDK. */
export function sdkDisclosures(
  policy: PolicyFacts,
  listing: ListingFacts,
  knowledge: Knowledge,
): (sdk: SdkEntry) => SdkDisclosure {
  const inPolicy = sdksInPolicy(policy, knowledge);
  const inListing = sdksInListing(listing, knowledge);
  const meant = policy.sdkMentions.filter((mention) => mention.confidence >= MEANT);
  const denied = new Set(meant.filter(({ range }) => isDenied(policy, range)).map(({ sdk }) => sdk));
  const touched = new Set([...inPolicy, ...inListing, ...policy.sdkMentions.map((mention) => mention.sdk)]);
  const told = touched.size === 0 ? [] : knowledge.sdks.filter(({ id }) => touched.has(id));
  // Vendors hand out maps and locating as one product with one notice (百度地图SDK holds the classes of 百度定位SDK).
  const maps = new Set(
    told.flatMap(({ id, category, operator }) =>
      category === 'map' && operator !== null && inPolicy.has(id) ? [`${category} ${operator.zh}`] : [],
    ),
  );
  const text = comparablePolicyText(policy).replaceAll('有限责任公司', '有限公司');
  const operators = new Set(told.flatMap(({ operator }) => (operator === null ? [] : [operator.zh, operator.en])));
  const families = told.filter(({ id, umbrella }) => umbrella === true && inPolicy.has(id));
  return (sdk) => {
    if (inPolicy.has(sdk.id)) return 'policy';
    if (inListing.has(sdk.id)) return 'listing';
    if (denied.has(sdk.id)) return 'denied';
    if (maps.has(`${sdk.category} ${sdk.operator?.zh}`) || families.some((family) => isPartOf(sdk, family))) return 'policy';
    if (touched.has(sdk.id)) return 'operator';
    if (sdk.operator === null) return 'silent';
    const named = [sdk.operator.zh, sdk.operator.en].some((name) => text.includes(comparableOperator(name)));
    return named || operators.has(sdk.operator.zh) || operators.has(sdk.operator.en) ? 'operator' : 'silent';
  };
}

/** Whether whoever names a family (Firebase) has named its part; what shows advertisements is no matter of course in any. */
function isPartOf({ prefixes, category }: SdkEntry, family: SdkEntry): boolean {
  if (category === 'advertising' && family.category !== 'advertising') return false;
  return prefixes.some((prefix) => family.prefixes.some((wide) => prefix.startsWith(`${wide}.`)));
}
