import type { UiText } from '../../domain/facts/contents.ts';
import { matchTopics, topicExcerpt } from '../../knowledge/text-topics.ts';
import { LIMITS } from '../limits.ts';

/** Texts of an app's pages on the topics that rules ask about, each once, at most as many as facts keep. */
export class UiTexts {
  readonly list: UiText[] = [];
  readonly #seen = new Set<string>();
  #allowance: number = LIMITS.topicText;

  /** Takes a text if it speaks of a topic. @param place where it stands */
  add(text: string, place: string): void {
    if (this.list.length >= LIMITS.uiTexts || text.length < 2 || this.#allowance <= 0) return;
    this.#allowance -= text.length;
    const topics = matchTopics(text);
    if (topics.length > 0) this.take([{ topics, text: topicExcerpt(text), place: place.slice(0, LIMITS.place) }]);
  }

  /** Takes texts that are known to speak of topics. */
  take(found: readonly UiText[]): void {
    for (const text of found) {
      if (this.list.length >= LIMITS.uiTexts || this.#seen.has(text.text)) continue;
      this.#seen.add(text.text);
      this.list.push(text);
    }
  }
}
