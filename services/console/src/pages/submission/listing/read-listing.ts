import type { Bilingual } from '../../../../../../shared/domain/text.ts';

/** A field of the listing as a line of a table. */
export interface ListingField {
  readonly field: string;
  readonly value: string;
}

type Parts = Readonly<Record<string, unknown>>;
const isParts = (value: unknown): value is Parts => typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** Deeper than any listing that was accepted; a listing is kept as it was sent. */
const DEEPEST = 6;
const MOST_FIELDS = 400;

/** All fields with their paths, in the order in which they were sent; lists of SDKs and permissions are shown elsewhere. */
export function fieldsOf(listing: unknown): ListingField[] {
  const fields: ListingField[] = [];
  const walk = (value: unknown, path: string, depth: number): void => {
    if (fields.length >= MOST_FIELDS || depth > DEEPEST || value === null || value === undefined) return;
    if (Array.isArray(value)) {
      for (const [place, each] of value.slice(0, MOST_FIELDS).entries()) walk(each, `${path}[${place + 1}]`, depth + 1);
    } else if (isParts(value)) {
      for (const [name, each] of Object.entries(value)) walk(each, path === '' ? name : `${path}.${name}`, depth + 1);
    } else fields.push({ field: path, value: String(value) });
  };
  if (!isParts(listing)) return fields;
  for (const [name, value] of Object.entries(listing))
    if (!['schema', 'permissions', 'sdks'].includes(name)) walk(value, name, 1);
  return fields;
}

/** SDKs as the developer declares them. */
export function listedSdks(
  listing: unknown,
): { readonly name: string; readonly operator: string | null; readonly purpose: string | null }[] {
  const sdks = isParts(listing) ? listing.sdks : undefined;
  if (!Array.isArray(sdks)) return [];
  return sdks
    .filter(isParts)
    .map(({ name, operator, purpose }) => ({ name: textOf(name) ?? '', operator: textOf(operator), purpose: textOf(purpose) }));
}

/** Names of features that the listing declares. */
export const FIELD_NAMES: Readonly<Record<string, Bilingual>> = {
  'app.features.accounts': { zh: '有账号功能', en: 'has accounts' },
  'app.features.personalisedRecommendation': { zh: '有个性化推荐', en: 'personalised recommendation' },
  'app.features.generativeAi': { zh: '有生成式人工智能', en: 'generative AI' },
  'app.features.faceRecognition': { zh: '有人脸识别', en: 'face recognition' },
  'developer.id': { zh: '开发者编号', en: 'developer’s id' },
  'developer.kind': { zh: '开发者类型', en: 'kind of developer' },
  'developer.verified': { zh: '身份已核验', en: 'identity verified' },
  'developer.contact.email': { zh: '开发者邮箱', en: 'developer’s e-mail' },
  'developer.contact.phone': { zh: '开发者电话', en: 'developer’s telephone' },
  'developer.contact.address': { zh: '开发者地址', en: 'developer’s address' },
  'developer.contact.url': { zh: '开发者网址', en: 'developer’s site' },
  'complaints.email': { zh: '投诉邮箱', en: 'complaints: e-mail' },
  'complaints.phone': { zh: '投诉电话', en: 'complaints: telephone' },
  'complaints.url': { zh: '投诉网址', en: 'complaints: site' },
  'complaints.address': { zh: '投诉地址', en: 'complaints: address' },
};
