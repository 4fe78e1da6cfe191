import type { PolicyTopic } from '../../domain/facts/policy-understanding.ts';
import type { PolicyText } from '../text/policy-text.ts';

/** What a sentence that tells of an item is mostly about. Items that any part of a policy may tell are left out. */
const TOPICS_OF: Readonly<Record<string, readonly PolicyTopic[]>> = {
  'PR-03': ['contact'],
  'PR-04': ['revision'],
  'PR-06': ['collection'],
  'PR-07': ['collection'],
  'PR-08': ['collection', 'permission'],
  'PR-10': ['collection'],
  'PR-11': ['permission'],
  'PR-12': ['collection'],
  'PR-13': ['permission', 'collection'],
  'PR-14': ['collection', 'permission'],
  'PR-15': ['sharing'],
  'PR-16': ['sharing'],
  'PR-18': ['sharing'],
  'PR-19': ['sharing'],
  'PR-20': ['sharing'],
  'PR-21': ['sharing'],
  'PR-22': ['storage'],
  'PR-23': ['storage'],
  'PR-24': ['storage'],
  'PR-25': ['security'],
  'PR-26': ['security'],
  'PR-27': ['management'],
  'PR-28': ['management'],
  'PR-29': ['management'],
  'PR-30': ['management'],
  'PR-31': ['management'],
  'PR-32': ['management'],
  'PR-33': ['management'],
  'PR-34': ['management', 'contact'],
  'PR-35': ['contact'],
  'PR-36': ['use', 'management'],
  'PR-37': ['use', 'management'],
  'PR-39': ['special-audience'],
  'PR-40': ['special-audience'],
  'PR-41': ['revision'],
};

const TOPIC = 1.5;
const HEADING = 1.5;
/** A title says less than what stands under it. */
const TITLE_ITSELF = 1;
const EACH_NEIGHBOUR = 0.3;
/** Sentences of the same passage. */
const CLOSE = 6;
const MOST_NEIGHBOURS = 4;

interface Title {
  readonly text: string;
  /** Its index among the sentences. */
  readonly sentence: number;
}

/** For each sentence of a text the titles that it stands under, its own included. */
export type Titles = readonly (readonly Title[])[];

/** Titles over each sentence, in lower case. */
export function titlesOver(text: PolicyText): Titles {
  let open: readonly (Title & { readonly level: number })[] = [];
  let line = -1;
  return text.sentences.map((sentence, index) => {
    const own = text.lines[sentence.line];
    if (own?.kind === 'heading' && sentence.line !== line) {
      open = [...open.filter(({ level }) => level < own.level), { text: sentence.lower, sentence: index, level: own.level }];
    }
    line = sentence.line;
    return open;
  });
}

/**
 * The places of an item's word, the most telling passage first: a reader is shown where a policy treats the matter, not where the word
 * first falls. A passage is telling if its sentences are about the item's topic, if a title over it names the item, and if the word falls
 * there again and again. Equal ones stay in the order of the text.
 * @param hits indexes of the sentences with the word, ascending
 */
export function mostTellingFirst(
  { item, cue }: { readonly item: string; readonly cue: RegExp },
  hits: readonly number[],
  text: PolicyText,
  titles: Titles,
  topics: readonly (readonly PolicyTopic[])[],
): number[] {
  const wanted = TOPICS_OF[item] ?? [];
  const isAbout = (sentence: number): boolean => topics[sentence]?.some((topic) => wanted.includes(topic)) === true;
  const known = new Map<number, boolean>();
  const names = (title: Title): boolean => {
    const before = known.get(title.sentence);
    if (before !== undefined) return before;
    const does = cue.test(title.text) || isAbout(title.sentence);
    known.set(title.sentence, does);
    return does;
  };
  let first = 0;
  let past = 0;
  const isHeading = (hit: number): boolean => text.lines[text.sentences[hit]?.line ?? -1]?.kind === 'heading';
  const scored = hits.map((hit) => {
    while (hits[first]! < hit - CLOSE) first++;
    while (past < hits.length && hits[past]! <= hit + CLOSE) past++;
    const neighbours = Math.min(past - first - 1, MOST_NEIGHBOURS);
    const isTitled = titles[hit]?.some(names) === true;
    const about = (isAbout(hit) ? TOPIC : 0) + (isTitled ? HEADING : 0) + neighbours * EACH_NEIGHBOUR;
    return { hit, score: isHeading(hit) ? about - TITLE_ITSELF : about };
  });
  return scored.sort((a, b) => b.score - a.score || a.hit - b.hit).map(({ hit }) => hit);
}
