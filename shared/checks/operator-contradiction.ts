import { comparable } from '../knowledge/sdks/names/names.ts';
import { groupsOf, isOneGroup } from '../knowledge/sdks/names/operator-groups.ts';
import { sdksOfOperators } from '../knowledge/sdks/names/operators.ts';
import type { Knowledge, SdkEntry } from '../knowledge/types.ts';
import { relationOfOperators } from './comparable-name.ts';

/** A company's name in full; a brand (极光, Google) or a person contradicts nothing. */
const COMPANY =
  /(?:公司|集团|研究院|协会|银行)(?:\)|）|$|[、,，;；/ ])|\b(?:inc|llc|ltd|limited|corp|corporation|gmbh|s\.a|pte|co)\b/iu;
/** 本公司, 我司: whoever writes the policy. */
const OWN = /^(?:本|我|我们|该|贵)(?:公司|司|集团)/u;
/** Longer cells name more than a company. */
const LONGEST = 120;
/** What a company's short name has at least. */
const SHORTEST = 2;

/**
 * Whether a row names an operator that clearly is not the SDK's. `known`: a company of another group whose own SDKs we know. `unknown`: a
 * company that has nothing in common with the operator or the SDK's names. Null wherever it may be right: other alphabets, brands,
 * branches, companies of one group or trade name, a company named after the SDK, several companies in one cell.
 */
export function operatorContradiction(stated: string, sdk: SdkEntry, { sdks }: Knowledge): 'known' | 'unknown' | null {
  const company = stated.trim();
  const { operator } = sdk;
  if (operator === null || sdk.confidence !== 'high' || company.length > LONGEST || !COMPANY.test(company) || OWN.test(company))
    return null;
  const names = [operator.zh, operator.en];
  if (names.some((name) => relationOfOperators(company, name) === 'same' || isOneGroup(company, name))) return null;
  // The English name says nothing of a Chinese one; a contradiction is one to the name in the same alphabet.
  const han = /\p{Script=Han}/u.test(company);
  const own = names.find((name) => /\p{Script=Han}/u.test(name) === han);
  if (own === undefined || relationOfOperators(company, own) !== 'other') return null;
  if (isNamedAfter(company, sdk)) return null;
  const others = sdksOfOperators(company, sdks);
  if (others.some(({ id }) => id === sdk.id)) return null;
  return others.length > 0 || groupsOf(company).length > 0 ? 'known' : 'unknown';
}

/** 北京极光科技有限公司 may well operate 极光推送. */
function isNamedAfter(company: string, { name, aliases }: SdkEntry): boolean {
  const text = comparable(company);
  return [name.zh, name.en, ...aliases].some((alias) => {
    const short = comparable(alias);
    return short.length >= SHORTEST && text.includes(short);
  });
}
