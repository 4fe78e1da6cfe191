import type { Evidence } from '../domain/evidence.ts';
import type { TextTopic, UiText } from '../domain/facts/contents.ts';
import type { PackageFacts } from '../domain/facts/package.ts';
import { wasReadWhole } from './completeness.ts';
import { isSdkLayout } from './consent-screens.ts';
import { isAndroid } from './platform.ts';
import { isSdkResource } from './sdk-resources.ts';

/** From this many texts on the inspector may have left some out, so that a topic which none of them has may still be in the app. */
const CROWDED = 200;

/** Frameworks whose scripts were searched for texts, in contrast to those whose code is compiled (Flutter, Unity, Hermes). */
const TEXT_FRAMEWORKS: ReadonlySet<string> = new Set([
  ...['react-native', 'uni-app', 'weex', 'cordova', 'capacitor', 'nativescript', 'titanium', 'lynx'],
]);

/**
 * Whether "no text of the app speaks of it" means that its own pages do not: resources and code were read without a gap and are not
 * packed; whatever is not DEX is script whose texts were searched; and code that is loaded at run time is that of an SDK or library,
 * whose pages are not the app's. What a server sends (web pages, configuration) is never seen.
 */
export function arePagesRead(facts: PackageFacts): boolean {
  const { coverage, frameworks, scripts, code } = facts;
  if (facts.texts.length >= CROWDED || facts.packers.length > 0 || coverage.level === 'none') return false;
  if (!wasReadWhole(facts, 'resources') || !wasReadWhole(facts, 'code') || !wasReadWhole(facts, 'manifest')) return false;
  if (!isAndroid(facts)) return facts.platform !== null && (facts.platform !== 'quick-app' || scripts.length > 0);
  if (code.dexFiles.length === 0 || !frameworks.every((name) => TEXT_FRAMEWORKS.has(name))) return false;
  if (coverage.level === 'full') return true;
  // Each of the two is one reason of the inspector's; any other reason means that something was not read.
  const known = (frameworks.length > 0 ? 1 : 0) + (code.dynamicLoading.length > 0 ? 1 : 0);
  const explained = coverage.reasons.length > 0 && coverage.reasons.length <= known;
  return explained && !scripts.some(({ runtime }) => runtime === 'hermes') && !loadsByItself(facts);
}

/** Whether code under the app's own names loads code: its pages may come with it. */
function loadsByItself({ code, identity, launcher, application }: PackageFacts): boolean {
  const own = new Set([identity.packageName, launcher, application.className].map(namespaceOf));
  return code.dynamicLoading.some(({ callers }) => callers.some((caller) => own.has(namespaceOf(caller.class))));
}

/** `com.example` of `com.example.app.Main`; the empty string for a name without two segments. */
function namespaceOf(name: string | null): string {
  return /^[^.]+\.[^.]+(?=\.|$)/.exec(name ?? '')?.[0] ?? '';
}

const STRING = '@string/';

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

/** Whether a text came with a known SDK, by the name of its resource. */
export function isSdkText({ place }: UiText): boolean {
  return place.startsWith(STRING) && isSdkResource(place.slice(STRING.length));
}

/**
 * Whether any page of the app's own speaks of one of the topics: a text, or a layout that was looked at. What SDKs bring along (the
 * privacy policy of an advertised app, a page for logging in) does not speak for the app.
 */
export function speaksOf(facts: PackageFacts, ...topics: readonly TextTopic[]): boolean {
  return topics.some(
    (topic) =>
      textsOn(facts, topic).some((text) => !isSdkText(text)) ||
      facts.consentScreens.some((screen) => screen.topics.includes(topic) && !isSdkLayout(screen)),
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
