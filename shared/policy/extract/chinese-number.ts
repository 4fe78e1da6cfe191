const DIGITS = '〇一二三四五六七八九';

/** Value of a Chinese numeral up to 999 (`十五`, `三十`, `两`, `一百二十`) or of Arabic digits; null for anything else. */
export function chineseNumber(numeral: string): number | null {
  if (/^\d{1,4}$/.test(numeral)) return Number(numeral);
  const text = numeral
    .replaceAll('两', '二')
    .replace(/[零○o]/gi, '〇')
    .replaceAll('壹', '一')
    .replaceAll('叁', '三')
    .replaceAll('拾', '十');
  if (!/^[〇一二三四五六七八九十百]{1,7}$/.test(text)) return null;
  if (!/[十百]/.test(text)) return Number([...text].map((character) => DIGITS.indexOf(character)).join(''));
  const parts = /^(?:([一二三四五六七八九])百)?〇?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(text);
  if (parts === null) return null;
  const [, hundreds, tens, ten, ones] = parts;
  const digit = (character: string | undefined) => (character === undefined ? 0 : DIGITS.indexOf(character));
  return digit(hundreds) * 100 + (ten === undefined ? 0 : (tens === undefined ? 1 : digit(tens)) * 10) + digit(ones);
}
