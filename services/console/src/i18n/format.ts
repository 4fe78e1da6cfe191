import { LANGUAGE_TAG, type Language } from './language.tsx';

/** Service levels and deadlines are those of China, wherever the reviewer sits. */
const ZONE = 'Asia/Shanghai';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs a hundred times what using it does. */
function formatOf(name: string, language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${name} ${language}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(LANGUAGE_TAG[language], { timeZone: ZONE, ...options });
  formats.set(key, made);
  return made;
}

const DAY = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
const MINUTE = { ...DAY, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

const read = (time: string): Date | null => {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? null : date;
};

/** Date and minute in China, for example 2026/01/31 18:05; what is no time is given back as it came. */
export function formatTime(time: string, language: Language): string {
  const date = read(time);
  return date === null ? time : formatOf('minute', language, MINUTE).format(date);
}

/** The day in China. */
export function formatDay(time: string, language: Language): string {
  const date = read(time);
  return date === null ? time : formatOf('day', language, DAY).format(date);
}

const UNITS = [
  { ms: 86_400_000, zh: '天', en: 'd' },
  { ms: 3_600_000, zh: '小时', en: 'h' },
  { ms: 60_000, zh: '分钟', en: 'min' },
  { ms: 1_000, zh: '秒', en: 's' },
] as const;

/** A length of time in its two largest units: 1天3小时, 1 d 3 h. */
export function formatDuration(ms: number, language: Language): string {
  const sign = ms < 0 ? '-' : '';
  let rest = Math.abs(ms);
  const parts: string[] = [];
  for (const unit of UNITS) {
    const count = Math.floor(rest / unit.ms);
    rest -= count * unit.ms;
    if (count > 0) parts.push(language === 'zh' ? `${count}${unit.zh}` : `${count} ${unit.en}`);
    // Three days and four seconds are three days.
    if (parts.length === 2 || (parts.length === 1 && count === 0)) break;
  }
  if (parts.length === 0) return language === 'zh' ? '0秒' : '0 s';
  return sign + parts.join(language === 'zh' ? '' : ' ');
}

/** How far a time lies from now: 3小时前, in 2 d 1 h. */
export function formatRelative(time: string, now: number, language: Language): string {
  const date = read(time);
  if (date === null) return time;
  const distance = date.getTime() - now;
  const length = formatDuration(Math.abs(distance), language);
  if (language === 'zh') return distance < 0 ? `${length}前` : `${length}后`;
  return distance < 0 ? `${length} ago` : `in ${length}`;
}
