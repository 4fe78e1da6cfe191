import type { Bilingual } from '../../../domain/text.ts';

/** Legal forms that no company founded on the mainland has. */
const FORMS_ABROAD = /\b(?:LLC|L\.L\.C|GmbH|B\.V|S\.A|S\.A\.S|Pte|PLC|Oy|OÜ|ApS|A\/S|AB|Pty|K\.K)\b|Co\. KG/;
/** What English names of companies end in, at home and abroad. */
const COMPANY = /\b(?:Inc|Corp|Corporation|Ltd|Limited|Company|Co)\b/i;
/** Law of the mainland forms companies by these words. */
const HOME_FORM = /有限(?:责任)?公司|股份/;
const PLACE_ABROAD = /香港|澳门|台湾|新加坡|日本|韩国|美国|英国|印度|株式会社/;

/**
 * Whether a name shows that its company is outside of the mainland, so that it would be a recipient abroad: one without a Chinese name, of a
 * legal form or place abroad, or a foreign company known by a short Chinese name (微软公司). Institutes and banks with Chinese names are not.
 */
export function isAbroad({ zh, en }: Bilingual): boolean {
  if (!/\p{Script=Han}/u.test(zh) || PLACE_ABROAD.test(zh) || FORMS_ABROAD.test(en)) return true;
  return !HOME_FORM.test(zh) && zh.endsWith('公司') && COMPANY.test(en);
}
