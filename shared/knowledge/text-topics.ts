import { AhoCorasick } from '@monyone/aho-corasick';
import { z } from 'zod';
import { TEXT_TOPICS, type TextTopic } from '../domain/facts/contents.ts';
import { readData } from './read-data.ts';
import { TopicGrams } from './text-topic-grams.ts';

const words = z.array(z.string().min(2)).default([]);
const pattern = z.strictObject({ cues: z.array(z.string().min(2)).min(1), pattern: z.string().min(1) });
const topic = z.strictObject({ labels: words, phrases: words, patterns: z.array(pattern).default([]), unless: words });

export const textTopicsFile = z.strictObject({
  source: z.string().min(40),
  confidence: z.string().min(4),
  topics: z.strictObject(Object.fromEntries(TEXT_TOPICS.map((name) => [name, topic])) as Record<TextTopic, typeof topic>),
});

/** A text longer than this is looked at in its first part alone: an embedded agreement names its subjects early. */
const LONGEST = 20_000;

/** The wordings as they are in the file: part of what the knowledge's version covers. */
export const textTopics = readData('./data/text-topics.json', textTopicsFile);

interface Cue {
  readonly topic: TextTopic;
  /** Absent: the phrase itself is enough. */
  readonly pattern?: RegExp;
}

const labels = new Map<string, TextTopic[]>();
const cues = new Map<string, Cue[]>();
for (const name of TEXT_TOPICS) {
  const { labels: whole, phrases, patterns } = textTopics.topics[name];
  for (const label of whole) append(labels, plain(label), name);
  for (const phrase of phrases) append(cues, lower(phrase), { topic: name });
  for (const each of patterns) {
    const compiled = new RegExp(each.pattern, 'u');
    for (const cue of each.cues) append(cues, lower(cue), { topic: name, pattern: compiled });
  }
}
const automaton = new AhoCorasick([...cues.keys()]);
const grams = new TopicGrams([...labels.keys(), ...cues.keys()]);

/**
 * The subjects that a text of an app's pages speaks of, in the order of `TEXT_TOPICS`. A word like 同意 counts as a label when it is all
 * the text there is, in a sentence only as part of a wording that is about consent; Latin words count whole.
 */
export function matchTopics(text: string): readonly TextTopic[] {
  const found = new Set<TextTopic>(text.length <= 40 ? labels.get(plain(text)) : undefined);
  const searched = lower(text.length > LONGEST ? text.slice(0, LONGEST) : text);
  // A cue that repeats says nothing more: its pattern looks at the whole text, so that a word written ten thousand times would cost as often.
  const tried = new Set<Cue>();
  for (const { begin, end, keyword } of automaton.matchInText(searched)) {
    if (!standsAlone(searched, begin, end)) continue;
    for (const cue of cues.get(keyword)!) {
      if (tried.has(cue)) continue;
      tried.add(cue);
      if (found.has(cue.topic) || (cue.pattern && !cue.pattern.test(searched))) continue;
      if (!textTopics.topics[cue.topic].unless.some((other) => searched.includes(lower(other)))) found.add(cue.topic);
    }
  }
  return found.size === 0 ? [] : TEXT_TOPICS.filter((name) => found.has(name));
}

/**
 * A quick look at UTF-8 bytes, for those who have millions of texts: `false` means that `matchTopics` finds nothing in the text (unless
 * it is written in full-width Latin letters); `true` means that it may.
 */
export function maySpeak(bytes: Uint8Array, from = 0, end: number = bytes.length): boolean {
  return grams.mayMatch(bytes, from, end);
}

const scratch = Buffer.alloc(LONGEST * 3);

/** As `maySpeak`, of a text. */
export function maySpeakText(text: string): boolean {
  return text.length > 1 && grams.mayMatch(scratch, 0, scratch.write(text));
}

/** At most `length` characters of a text, around the first place where it speaks of a topic. */
export function topicExcerpt(text: string, length = 200): string {
  const single = text.replace(/\s+/g, ' ').trim();
  if (single.length <= length) return single;
  const first = automaton.matchInText(lower(single.slice(0, LONGEST)))[0]?.begin ?? 0;
  const start = Math.max(0, Math.min(first - Math.floor(length / 4), single.length - length));
  return single.slice(start, start + length);
}

/** Lower case, full-width forms made narrow; the length stays that of the text for all but a few compatibility characters. */
function lower(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** A label without what stands around words: spaces, brackets, punctuation. */
function plain(text: string): string {
  return lower(text).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

/** Latin cues match as whole words; Han needs no boundary. */
function standsAlone(text: string, begin: number, end: number): boolean {
  const letter = (at: number) => at >= 0 && at < text.length && /[a-z0-9_]/.test(text[at]!);
  return !(letter(begin) && letter(begin - 1)) && !(letter(end - 1) && letter(end));
}

function append<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
