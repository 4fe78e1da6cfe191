import type { UiText } from '../../domain/facts/package.ts';
import { matchTopics, topicExcerpt } from '../../knowledge/text-topics.ts';

/** Where a text of a page may begin: Han characters, and the English words that consent is asked with. */
const START = /[\u4e00-\u9fff]+|\b(?:privacy|terms of (?:use|service)|user agreement|i agree|delete (?:my )?account)\b/gi;
/** What ends a text: quotes, tags, line ends, escapes. */
const END = new Set('"\'`<>\n\r\\|');
const REACH = 160;
const MOST_LOOKED_AT = 20_000;
const MOST_KEPT = 60;

/** Texts of a script that speak of the topics that rules ask about, each once. */
export function scriptTexts(text: string, place: string): UiText[] {
  const plain = text.replace(/\\u([4-9][0-9a-f]{3})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  const found = new Map<string, UiText>();
  let looked = 0;
  let last = 0;
  for (const { index, 0: hit } of plain.matchAll(START)) {
    if (index < last) continue;
    if (looked++ >= MOST_LOOKED_AT || found.size >= MOST_KEPT) break;
    let start = index;
    while (start > last && index - start < REACH && !END.has(plain[start - 1]!)) start -= 1;
    let end = index + hit.length;
    while (end < plain.length && end - index < REACH * 2 && !END.has(plain[end]!)) end += 1;
    last = end;
    const segment = plain.slice(start, end).trim();
    if (found.has(segment)) continue;
    const topics = matchTopics(segment);
    if (topics.length > 0) found.set(segment, { topics, text: topicExcerpt(segment), place });
  }
  return [...found.values()];
}
