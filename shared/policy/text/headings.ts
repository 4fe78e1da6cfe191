const NUMERAL = '[一二三四五六七八九十百]{1,4}';
const FORMS: readonly (readonly [level: number, form: RegExp])[] = [
  [1, new RegExp(`^第${NUMERAL}(?:章|部分|条|节)`)],
  [1, new RegExp(`^${NUMERAL}\\s*[、.．]`)],
  [2, new RegExp(`^\\(${NUMERAL}\\)`)],
  [3, /^\d{1,2}\.\d{1,2}(?:\.\d{1,2})?[\s、.]?(?=\D)/],
  [2, /^\d{1,2}\s*[、.)](?!\d)/],
  [3, /^\(\d{1,2}\)/],
  [2, /^[•●■]\s?/],
];

/** A numbered line that says something: 注销权:您有权申请注销账号, 1. 您可以在设置中查看. Headings ask (您如何…) or name. */
const SAYS =
  /:[^:]{0,8}(?:您|你|我们|用户)[^:]{2,}|:[^:]{0,16}(?:用于|包括|通过|可以)|(?:您|你|用户)(?:可以|可在|可通过|继续|需要|应当|随时)/;
const ASKS = /如何|怎样|怎么|哪些|什么/;

/**
 * Level of a line that is a heading by its form alone (numbered, short, no sentence inside), 0 for any other line. Plain text, PDF and
 * most web policies have no better sign.
 */
export function headingLevel(line: string): number {
  if (line.length > 45 || /[。;!,]$|[。!;]./.test(line)) return 0;
  if (SAYS.test(line) && !ASKS.test(line)) return 0;
  for (const [level, form] of FORMS) {
    const rest = line.replace(form, '');
    if (rest.length < line.length) return rest.trim().length >= 2 && !/[,:][^,:]{12,}/.test(rest) ? level : 0;
  }
  return 0;
}
