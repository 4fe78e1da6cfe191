import type { Evidence } from '../domain/evidence.ts';
import type { TextTopic, UiText } from '../domain/facts/contents.ts';
import type { PackageFacts } from '../domain/facts/package.ts';
import { wasReadWhole } from './completeness.ts';
import { isAndroid } from './platform.ts';

/** From this many texts on the inspector may have left some out, so that a topic which none of them has may still be in the app. */
const CROWDED = 200;

/** Frameworks whose scripts were searched for texts, in contrast to those whose code is compiled (Flutter, Unity, Hermes). */
const TEXT_FRAMEWORKS: ReadonlySet<string> = new Set([
  ...['react-native', 'uni-app', 'weex', 'cordova', 'capacitor', 'nativescript', 'titanium', 'lynx'],
]);

/**
 * Whether "no text of the app speaks of it" means that its own pages do not: resources and code were read without a gap and are not
 * packed, and whatever is not DEX is script whose texts were searched. What a server sends (web pages, configuration) is never seen.
 */
export function arePagesRead(facts: PackageFacts): boolean {
  if (facts.texts.length >= CROWDED || facts.packers.length > 0 || facts.coverage.level === 'none') return false;
  if (!wasReadWhole(facts, 'resources') || !wasReadWhole(facts, 'code') || !wasReadWhole(facts, 'manifest')) return false;
  if (!isAndroid(facts)) return facts.platform !== null && (facts.platform !== 'quick-app' || facts.scripts.length > 0);
  if (facts.frameworks.length === 0) return facts.coverage.level === 'full' && facts.code.dexFiles.length > 0;
  // The frameworks' scripts are the only reason why not all code was analysed.
  const scriptsAlone = facts.coverage.reasons.length === 1 && !facts.scripts.some(({ runtime }) => runtime === 'hermes');
  return scriptsAlone && facts.frameworks.every((name) => TEXT_FRAMEWORKS.has(name));
}

const indexes = new WeakMap<readonly UiText[], ReadonlyMap<TextTopic, readonly UiText[]>>();

/** The texts that speak of a topic, in the order of the facts; made once for all rules. */
export function textsOn({ texts }: PackageFacts, topic: TextTopic): readonly UiText[] {
  let index = indexes.get(texts);
  if (index === undefined) {
    const lists = new Map<TextTopic, UiText[]>();
    for (const text of texts) {
      for (const each of text.topics) {
        const list = lists.get(each);
        if (list === undefined) lists.set(each, [text]);
        else list.push(text);
      }
    }
    index = lists;
    indexes.set(texts, index);
  }
  return index.get(topic) ?? [];
}

/** Whether any page of the app speaks of one of the topics: a text, or a layout that was looked at. */
export function speaksOf(facts: PackageFacts, ...topics: readonly TextTopic[]): boolean {
  return topics.some(
    (topic) => textsOn(facts, topic).length > 0 || facts.consentScreens.some((screen) => screen.topics.includes(topic)),
  );
}

/** Where texts stand, and what they say. */
export function textEvidence(texts: readonly UiText[], limit = 5): Evidence[] {
  return texts.slice(0, limit).map(({ place, text }) => ({ type: 'resource', entry: place, text }));
}

/** Evidence that all texts of the app were looked through for something and none speaks of it. */
export function textsAbsence(facts: PackageFacts, searched: { readonly zh: string; readonly en: string }): Evidence {
  const where = isAndroid(facts) ? 'resources.arsc' : facts.platform === 'harmony' ? 'resources.index' : '/';
  return {
    type: 'package',
    entry: where,
    detail: `界面文字中没有：${searched.zh} / no text of the app's pages speaks of: ${searched.en}`,
  };
}
