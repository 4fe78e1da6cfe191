import type { DateMention, SdkRow } from '../../domain/facts/policy.ts';
import type { PolicyText } from '../text/policy-text.ts';
import { chineseNumber } from './chinese-number.ts';
import { insideOf } from './inside.ts';

const YEAR = '((?:19|20)\\d{2}|二[〇零○oO][〇零○oO一二三四五六七八九]{2})';
const PART = '(\\d{1,2}|[一二三四五六七八九十]{1,3})';
/** Numbers may still stand in a template's brackets: 【2022】年【9】月【2】日. A day may be missing (2022年7月). */
const DATE = new RegExp(
  `[【\\[]?${YEAR}[】\\]]? ?(?:[年./-]) ?[【\\[]?${PART}[】\\]]?(?: ?[月./-] ?[【\\[]?${PART}[】\\]]?(?!\\d) ?[日号]?|月)`,
  'g',
);
/** 20230101, beside a word that says so only. */
const COMPACT = /(?<!\d)(20\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)/g;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const ENGLISH =
  /(?<![a-z])(?:(\d{1,2})(?:st|nd|rd|th)? )?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? ?(?:(\d{1,2})(?:st|nd|rd|th)?)?,? ?(20\d{2})(?!\d)/g;
const KINDS: readonly (readonly [DateMention['kind'], RegExp])[] = [
  ['effective', /生效|施行|实施|启用|effective|起(?:适用|执行)|执行日期/],
  ['updated', /更新|修订|修改|更改|变更|版本|updated|revised|modified/],
  ['published', /发布|公布|公示|制定|published/],
];

/** Dates by which the policy says since when it holds, when it was changed or published: those with such a word beside them. */
export function extractDates(text: PolicyText, sdkRows: readonly SdkRow[]): DateMention[] {
  const dates: DateMention[] = [];
  const ofSdks = insideOf(sdkRows);
  for (const [index, { text: sentence, lower, start }] of text.sentences.entries()) {
    if (!/\d{2}|二/.test(sentence) || ofSdks(start)) continue;
    for (const { match, date, whole } of datesIn(sentence, lower)) {
      const end = match.index + match[0].length;
      const before = lower.slice(Math.max(0, match.index - 24), match.index);
      const kind = kindOf(before.trim() === '' ? labelBefore(text, index) : before, lower.slice(end, end + 12));
      if (kind === null && whole && standsAlone(sentence, text, index)) {
        dates.push({ kind: 'published', date, range: [start + match.index, start + end], confidence: 0.6 });
      }
      if (kind !== null)
        dates.push({ kind, date, range: [start + match.index, start + end], confidence: !whole || date.length < 8 ? 0.7 : 0.95 });
    }
  }
  return dates;
}

/** A date in a line of its own at the head or foot of the text, with no word to it, is the date of the document. */
function standsAlone(sentence: string, text: PolicyText, index: number): boolean {
  const edge = index < 5 || index >= text.sentences.length - 4;
  return edge && /^(?:日期|时间|date)?:? ?[[(【]?[\d年月日号./ 〇零○一二三四五六七八九十-]{8,14}[\])】]?$/i.test(sentence);
}

/** The line before a date that stands alone, where it is short enough to be its label: 更新时间, and the date below. */
function labelBefore(text: PolicyText, index: number): string {
  const label = text.sentences[index - 1]?.lower ?? '';
  return label.length <= 14 ? label : '';
}

interface Written {
  readonly match: RegExpExecArray;
  readonly date: string;
  /** Written so that it is a date by itself. */
  readonly whole: boolean;
}

function* datesIn(sentence: string, lower: string): Generator<Written> {
  for (const match of sentence.matchAll(DATE)) {
    const date = isoDate(match[1]!, match[2]!, match[3]);
    if (date !== null) yield { match, date, whole: true };
  }
  for (const match of sentence.matchAll(COMPACT)) {
    const date = isoDate(match[1]!, match[2]!, match[3]);
    if (date !== null) yield { match, date, whole: false };
  }
  if (!/[a-z]{3}.*20\d{2}/.test(lower)) return;
  for (const match of lower.matchAll(ENGLISH)) {
    const date = isoDate(match[4]!, String(MONTHS.indexOf(match[2]!) + 1), match[1] ?? match[3]);
    if (date !== null) yield { match, date, whole: true };
  }
}

/** The word nearest before the date decides; only without one, a word after it (`…日起生效`). */
function kindOf(before: string, after: string): DateMention['kind'] | null {
  if (/^ ?(?:起|开始|正式){0,2}(?:生效|施行|实施|执行|适用)(?! ?(?:日期|时间|日))/.test(after)) return 'effective';
  let best: { kind: DateMention['kind']; at: number } | null = null;
  for (const [kind, word] of KINDS) {
    const at = Math.max(-1, ...[...before.matchAll(new RegExp(word, 'g'))].map((match) => match.index));
    if (at >= 0 && (best === null || at > best.at)) best = { kind, at };
  }
  return best?.kind ?? KINDS.find(([, word]) => word.test(after))?.[0] ?? null;
}

/** `2022-07-31`, or `2022-07` where the text gives no day. */
function isoDate(year: string, month: string, day: string | undefined): string | null {
  const y = chineseNumber(year);
  const m = chineseNumber(month);
  const d = day === undefined ? 1 : chineseNumber(day);
  if (y === null || m === null || d === null || y < 1990 || y > 2100 || m < 1 || m > 12 || d < 1 || d > 31) return null;
  const yearAndMonth = `${y}-${String(m).padStart(2, '0')}`;
  return day === undefined ? yearAndMonth : `${yearAndMonth}-${String(d).padStart(2, '0')}`;
}
