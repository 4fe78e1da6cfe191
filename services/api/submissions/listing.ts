import type { ListingFacts } from '../../../shared/domain/facts/listing.ts';
import { parseListing } from '../../../shared/knowledge/listing-schema.ts';
import { invalidRequest, Problem, shortPointer } from '../problems/problem.ts';

/** Reads the `listing` part of a form. @throws Problem `invalid-listing` when it is no JSON, `invalid-request` when it is missing */
export function parseListingText(text: string | undefined): unknown {
  if (text === undefined) {
    const missing = { zh: '缺少上架信息', en: 'is missing' };
    throw invalidRequest([{ pointer: 'listing', code: 'missing-part', text: missing }]);
  }
  try {
    return JSON.parse(text);
  } catch {
    const detail = { zh: '上架信息不是有效的 JSON', en: 'The listing is not valid JSON' };
    throw new Problem('invalid-listing', detail, { errors: [{ pointer: 'listing', code: 'bad-json', text: detail }] });
  }
}

/**
 * Validates what the store declares.
 * @throws Problem `unknown-category` when nothing but the category is wrong, else `invalid-listing` naming every field;
 *   `policy-missing` when neither a document nor an address of a policy came
 */
export function validListing(value: unknown, hasPolicyDocument: boolean): ListingFacts {
  const parsed = parseListing(value);
  if (!parsed.ok) {
    const { issues } = parsed;
    const code = issues.every((issue) => issue.code === 'unknown-category') ? 'unknown-category' : 'invalid-listing';
    const first = issues[0]!;
    const zh = `${shortPointer(first.pointer) || '上架信息'}：${first.text.zh}`;
    const en = `${shortPointer(first.pointer) || 'The listing'}: ${first.text.en}`;
    throw new Problem(code, { zh, en }, { errors: issues });
  }
  if (!hasPolicyDocument && parsed.listing.privacyPolicyUrl === undefined) {
    const detail = {
      zh: '须附隐私政策文件（privacyPolicy），或在上架信息中给出 privacyPolicyUrl',
      en: 'Send a policy document (privacyPolicy) or give privacyPolicyUrl in the listing',
    };
    throw new Problem('policy-missing', detail);
  }
  return parsed.listing;
}
