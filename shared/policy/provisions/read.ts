import type { Mention, Provision } from '../../domain/facts/policy.ts';
import type { PolicyTopic } from '../../domain/facts/policy-understanding.ts';
import { around, type PolicyText } from '../text/policy-text.ts';
import type { Sentence } from '../text/sentences.ts';
import { mostTellingFirst, type Titles, titlesOver } from './aboutness.ts';
import { collectionItems } from './collection.ts';
import { deviceItems } from './device.ts';
import { identityItems } from './identity.ts';
import { incidentItems } from './incidents.ts';
import { type Extracted, type FactItem, type ItemReader, MOST_PLACES, type Place, provision, type SentenceItem } from './item.ts';
import { keepingItems } from './keeping.ts';
import { isListedRight, type ListedRights, listedRights } from './listed-rights.ts';
import { minorsItems } from './minors.ts';
import { givesOneWay } from './predicates.ts';
import { recommendationItems } from './recommendation.ts';
import { isNotOffered } from './refusal.ts';
import { rightsItems } from './rights.ts';
import { sdkItems } from './sdks.ts';
import { sensitiveItems } from './sensitive.ts';
import { specialItems } from './special.ts';
import { termItems } from './terms.ts';
import { thirdPartyItems } from './third-parties.ts';

/** Readers of all 50 items, in the order of their numbers. */
export const ITEM_READERS: readonly ItemReader[] = [
  ...identityItems,
  ...collectionItems,
  ...sensitiveItems,
  ...deviceItems,
  ...sdkItems,
  ...thirdPartyItems,
  ...keepingItems,
  ...incidentItems,
  ...rightsItems,
  ...recommendationItems,
  ...minorsItems,
  ...termItems,
  ...specialItems,
].sort((a, b) => a.item.localeCompare(b.item));

/** What a person may ask for: rights, and the way to use them. */
const RIGHTS: ReadonlySet<string> = new Set(rightsItems.map(({ item }) => item));

interface Known extends Pick<Place, 'facts' | 'oneWayForAll'> {
  readonly titles: Titles;
  readonly listed: ListedRights;
  readonly topics: readonly (readonly PolicyTopic[])[];
}

/**
 * For each of the 50 items whether the text has it, with substance or in words only. A heading alone is never substance.
 * @param topics what each sentence of the text is about
 */
export function readProvisions(text: PolicyText, facts: Extracted, topics: readonly (readonly PolicyTopic[])[]): Provision[] {
  const known = { facts, oneWayForAll: givesOneWay(text, facts), titles: titlesOver(text), listed: listedRights(text), topics };
  return ITEM_READERS.map((reader) => ('places' in reader ? byFacts(reader, text, facts) : bySentences(reader, text, known)));
}

function byFacts(reader: FactItem, text: PolicyText, facts: Extracted): Provision {
  const places = reader.places(facts, text).map(({ range, confidence }) => ({ range, confidence }));
  if (places.length > 0) return provision(reader.item, 'substance', places);
  const word = reader.cue.exec(text.lower);
  if (word === null) return provision(reader.item, 'absent', []);
  return provision(reader.item, 'word-only', [{ range: [word.index, word.index + word[0].length], confidence: 0.7 }]);
}

function bySentences(reader: SentenceItem, text: PolicyText, { titles, topics, listed, ...known }: Known): Provision {
  const words: Mention[] = [];
  const places: Mention[] = [];
  const hits = text.sentences.flatMap(({ lower }, index) => (reader.cue.test(lower) ? [index] : []));
  for (const index of mostTellingFirst(reader, hits, text, titles, topics)) {
    const sentence = text.sentences[index]!;
    const mention: Mention = { range: [sentence.start, sentence.end], confidence: 0.7 };
    const isHeading = text.lines[sentence.line]?.kind === 'heading' || isBareName(sentence, text);
    const body = isHeading ? underHeading(text, index) : null;
    // 9. 算法推荐：无 stands like a heading and says something.
    if (isHeading && body === null && !/:\s*\p{L}/u.test(sentence.lower)) {
      words.push(mention);
      continue;
    }
    const place: Place = {
      sentence: body === null ? sentence.lower : `${sentence.lower}:${body.lower}`,
      start: sentence.start,
      end: body?.end ?? sentence.end,
      ...known,
      around: (before, after) => around(text, index, before, after).toLowerCase(),
    };
    const isRefused = RIGHTS.has(reader.item) && isNotOffered(place.sentence, reader.cue);
    const says = reader.substance(place) || (RIGHTS.has(reader.item) && isListedRight(listed, reader.item, index));
    if (isRefused || !says) words.push(mention);
    // A heading counts with its first sentence, which may be a place of its own.
    else if (!places.some(({ range }) => range[0] < place.end && place.start < range[1])) {
      places.push({ range: [place.start, place.end], confidence: 0.85 });
    }
    if (places.length >= MOST_PLACES) break;
  }
  if (places.length > 0) return provision(reader.item, 'substance', places);
  return words.length > 0 ? provision(reader.item, 'word-only', words) : provision(reader.item, 'absent', []);
}

/** Some word that says something, however short the line: 不涉及自启动, 可关闭. */
const SAYS_SOMETHING = /[不无没未非可能会请有仅只已将均须需用经于在:]|[a-z]{2}|\d{2}/;
const NAME = /^[\p{L}\d.、()和与及\s]{2,10}$/u;

/** A short line of its own that only names a matter (数据转移权), whether or not its layout makes it a heading. */
function isBareName({ lower, start, end, line }: Sentence, { lines }: PolicyText): boolean {
  const range = lines[line]?.range;
  return range !== undefined && end - start >= range[1] - range[0] && NAME.test(lower) && !SAYS_SOMETHING.test(lower);
}

/** The first sentence under a heading, which often does not repeat the heading's word (撤回同意 / 您可以在设置中关闭…); null if none is. */
function underHeading(text: PolicyText, index: number): Sentence | null {
  const next = text.sentences[index + 1];
  return next === undefined || text.lines[next.line]?.kind === 'heading' ? null : next;
}
