/** Parts of a filing number as it is published, for example 粤ICP备12345678号-2A. */
export interface FilingNumber {
  /**
   * `filing`: 粤ICP备…号. `licence`: 京ICP证…号, the operating licence for internet information. `telecom`: 粤B2-…, the licence for
   * value-added telecom services. Operators with a licence have the numbers of their services derived from it.
   */
  readonly kind: 'filing' | 'licence' | 'telecom';
  /** The operator's part: 粤ICP备12345678号, 粤B2-20090059. */
  readonly operator: string;
  /** Digits of the operator's part. */
  readonly digits: string;
  /** The service's part without the hyphen, `2A`; null where only the operator's is given. */
  readonly service: string | null;
  /** Letter at the end of the service's part: `A` apps, `X` mini programs, `K` quick apps; none for websites. */
  readonly letter: string | null;
}

/**
 * Abbreviations that provinces' communications administrations put in front, in simplified script. Some have two in use: 川 and 蜀, 云 and
 * 滇, 贵 and 黔, 甘 and 陇, 陕 and 秦, 沪 and 申.
 */
const PROVINCES = '京津沪申渝冀豫云滇辽黑湘皖鲁新苏浙赣鄂桂甘陇晋蒙陕秦吉闽贵黔粤青藏川蜀宁琼';

/** Traditional forms of the characters that a filing number is made of. */
const SIMPLE: Readonly<Record<string, string>> = {
  ...{ 備: '备', 證: '证', 號: '号', 滬: '沪', 雲: '云', 遼: '辽', 魯: '鲁', 蘇: '苏', 贛: '赣', 隴: '陇', 晉: '晋', 陝: '陕' },
  ...{ 閩: '闽', 貴: '贵', 粵: '粤', 寧: '宁', 瓊: '琼' },
};
const TRADITIONAL = new RegExp(`[${Object.keys(SIMPLE).join('')}]`, 'g');

const SERVICE = '(?:-(?<service>\\d{1,5}(?<letter>[A-Z])?))?';
/** The 号 is often left out before the service's part; the licence's number may be written in groups of services: A2.B1.B2-20070004. */
const FILING = new RegExp(
  `^(?<province>[${PROVINCES}])ICP(?<word>[备证])(?:字第?)?(?<digits>\\d{6,10})(?:号|(?=-|$))${SERVICE}$`,
);
const TELECOM = new RegExp(
  `^(?<province>[${PROVINCES}]|合字)?(?<types>[AB]\\d(?:[.、,][AB]\\d)*)-(?<digits>\\d{8})号?${SERVICE}$`,
);

/** What people write in front of the number itself. */
const HEADING = /^(?:APP|应用|快应用)?(?:ICP)?(?:备案|许可证?)?(?:编?号)?[::]/;
const HYPHENS = /[\u2010-\u2015\u2212\uFE58\uFE63_]/g;

/**
 * Reads a filing number in any of the ways people write it: full-width characters, blanks, other hyphens, traditional script, lower-case
 * letters, a heading (APP备案号：), a missing 号. Null where it has not the form of one.
 */
export function parseFilingNumber(text: string): FilingNumber | null {
  if (text.length > 200) return null;
  const plain = text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '')
    .replace(HYPHENS, '-')
    .replace(TRADITIONAL, (character) => SIMPLE[character]!)
    .toUpperCase()
    .replace(HEADING, '');
  const filing = FILING.exec(plain)?.groups;
  if (filing !== undefined) {
    const { province, word, digits, service, letter } = filing as Record<string, string | undefined>;
    const kind = word === '备' ? 'filing' : 'licence';
    return {
      kind,
      operator: `${province}ICP${word}${digits}号`,
      digits: digits!,
      service: service ?? null,
      letter: letter ?? null,
    };
  }
  const telecom = TELECOM.exec(plain)?.groups;
  if (telecom === undefined) return null;
  const { province = '', types, digits, service, letter } = telecom as Record<string, string | undefined>;
  const operator = `${province}${types!.replace(/[、,]/g, '.')}-${digits}`;
  return { kind: 'telecom', operator, digits: digits!, service: service ?? null, letter: letter ?? null };
}

/**
 * The one way in which a number is written where numbers are compared (粤ICP备12345678号-2A); null where the text has not the form of a
 * filing number.
 */
export function plainFilingNumber(text: string): string | null {
  const number = parseFilingNumber(text);
  if (number === null) return null;
  return number.service === null ? number.operator : `${number.operator}-${number.service}`;
}
