import type { TextTopic, UiText } from '../../domain/facts/contents.ts';
import { matchTopics, maySpeakText, topicExcerpt } from '../../knowledge/text-topics.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';
import type { Resources, StringResource } from './resources.ts';

/** The string resources that speak of a topic: for the facts, and to know the layouts that show them. */
export interface SpeakingStrings {
  readonly texts: readonly UiText[];
  readonly ids: ReadonlySet<number>;
}

/** Tells the topics of texts; each text is looked at once, and all of them together are no longer than an allowance. */
export class TopicReader {
  readonly #known = new Map<string, readonly TextTopic[]>();
  readonly #observations: Observations;
  #charactersLeft: number = LIMITS.matchedText;

  constructor(observations: Observations) {
    this.#observations = observations;
  }

  /** The topics of a text as it is shown, after a quick look at whether there can be any. */
  of(text: string): readonly TextTopic[] {
    const known = this.#known.get(text);
    if (known) return known;
    const topics = maySpeakText(text) ? this.#match(text) : [];
    if (this.#known.size < LIMITS.stringResources) this.#known.set(text, topics);
    return topics;
  }

  #match(text: string): readonly TextTopic[] {
    this.#charactersLeft -= text.length;
    if (this.#charactersLeft >= 0) return matchTopics(withoutMarkup(text));
    this.giveUp();
    return [];
  }

  /** Notes that not all texts were looked through. */
  giveUp(): void {
    this.#observations.gap('resources', 'texts-too-long', 'resources.arsc', {
      zh: '界面文本的总量超过上限，其余未查看主题',
      en: 'the texts of the pages exceed the limit in all; the rest were not looked through for topics',
    });
  }
}

/**
 * Looks through all string resources. Of a text in two languages the Chinese one is kept where it speaks, else the default. Of each
 * topic only so many are kept: an embedded agreement does not push out the others.
 */
export function speakingStrings(resources: Resources, topics: TopicReader): SpeakingStrings {
  const texts: UiText[] = [];
  const ids = new Set<number>();
  const kept = new Map<TextTopic, number>();
  let left: number = LIMITS.stringResources;
  for (const string of resources.strings()) {
    if (--left < 0) {
      topics.giveUp();
      break;
    }
    const found = speaking(string, topics);
    if (!found) continue;
    ids.add(string.id);
    const wanted = found.topics.some((topic) => (kept.get(topic) ?? 0) < LIMITS.resourceTextsOfTopic);
    if (!wanted || texts.length >= LIMITS.resourceTexts) continue;
    for (const topic of found.topics) kept.set(topic, (kept.get(topic) ?? 0) + 1);
    texts.push(found);
  }
  return { texts, ids };
}

function speaking({ id, name, text }: StringResource, reader: TopicReader): UiText | null {
  const place = `@string/${name === '' ? `0x${id.toString(16)}` : name}`;
  if (text.zh !== null && text.zh !== text.default) {
    const topics = reader.of(text.zh);
    if (topics.length > 0) return { topics, text: shownText(text.zh), place: `${place} (zh-rCN)` };
  }
  const topics = text.default === null ? [] : reader.of(text.default);
  return topics.length === 0 ? null : { topics, text: shownText(text.default!), place };
}

/** A text as facts keep it: without markup, around the place that matters. */
export function shownText(text: string): string {
  return topicExcerpt(withoutMarkup(text));
}

/** Texts are written with tags where they are shown as HTML. */
function withoutMarkup(text: string): string {
  if (!text.includes('<') && !text.includes('&lt;')) return text;
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replace(/<[^<>]{1,300}>/g, '');
}
