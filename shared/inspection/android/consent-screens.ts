import { type ConsentControl, type ConsentScreen, TEXT_TOPICS, type TextTopic } from '../../domain/facts/contents.ts';
import type { LocalText } from '../../domain/facts/manifest.ts';
import { ANDROID_ATTRIBUTES, type AndroidAttribute } from '../binary/android-attributes.ts';
import { VALUE, type XmlAttribute, type XmlElement } from '../binary/axml.ts';
import { LIMITS } from '../limits.ts';
import { shownText, type TopicReader } from './page-texts.ts';
import { type PlacedElement, placedChildren, placedRoot } from './placed.ts';
import type { Resources, ResourceValue } from './resources.ts';
import { asBoolean, asVisible, type Styles } from './styles.ts';
import { controlKind, plain } from './views.ts';

const NOTHING: LocalText = { zh: null, default: null };
const CHECKABLE: ReadonlySet<ConsentControl['kind']> = new Set(['checkbox', 'switch', 'radio']);
/** Subjects that make a screen one of consent; agreeing and refusing alone may be about anything, and need a box to tick or each other. */
const SUBJECTS: readonly TextTopic[] = ['privacy-policy', 'user-agreement', 'consent-by-use'];

/** Whether the name of a control says that it is about consent: `cb_agree`, `tv_privacy`, `checkbox_protocol`. */
export function nameSpeaks(name: string): boolean {
  return /agree|privac|protocol|policy|consent|xieyi|yinsi|tiaokuan|terms/i.test(name);
}

/** Reads one layout as the screen where a user is asked for consent; `null` when it is none. */
export function readConsentScreen(
  root: XmlElement,
  file: { readonly path: string; readonly name: string },
  resources: Resources,
  styles: Styles,
  topicReader: TopicReader,
): ConsentScreen | null {
  const reader = new ScreenReader(resources, styles, topicReader);
  reader.visit(placedRoot(root));
  const { topics, controls } = reader;
  const checkable = controls.some(({ kind }) => CHECKABLE.has(kind));
  const asks =
    SUBJECTS.some((topic) => topics.has(topic)) ||
    (topics.has('agree') && (checkable || topics.has('refuse'))) ||
    (checkable && reader.named);
  if (!asks) return null;
  return {
    entry: file.path,
    name: file.name === '' ? null : file.name,
    topics: TEXT_TOPICS.filter((topic) => topics.has(topic)),
    controls: controls.slice(0, LIMITS.consentControls),
  };
}

class ScreenReader {
  readonly topics = new Set<TextTopic>();
  readonly controls: ConsentControl[] = [];
  /** The name of some control speaks of consent. */
  named = false;
  readonly #resources: Resources;
  readonly #styles: Styles;
  readonly #topics: TopicReader;

  constructor(resources: Resources, styles: Styles, topicReader: TopicReader) {
    this.#resources = resources;
    this.#styles = styles;
    this.#topics = topicReader;
  }

  visit(placed: PlacedElement): void {
    const { element, place } = placed;
    const text = this.#text(element);
    const spoken = [text.zh, text.default].flatMap((each) => (each === null ? [] : this.#topics.of(each)));
    for (const topic of spoken) this.topics.add(topic);
    const kind = controlKind(element);
    if (kind !== null && this.controls.length < LIMITS.consentControls) {
      const id = this.#id(element);
      const speaks = spoken.length > 0 || (id !== null && nameSpeaks(id));
      if (id !== null && nameSpeaks(id)) this.named = true;
      const matters = speaks || CHECKABLE.has(kind) || (kind === 'button' && text.default !== null);
      if (matters)
        this.controls.push({ kind, id, text: shown(text), ...this.#state(element), place: place.slice(0, LIMITS.place) });
    }
    for (const child of placedChildren(placed)) this.visit(child);
  }

  #state(element: XmlElement): Pick<ConsentControl, 'checked' | 'visible'> {
    return { checked: asBoolean(this.#value(element, 'checked')), visible: asVisible(this.#value(element, 'visibility')) };
  }

  #id(element: XmlElement): string | null {
    const id = attributeOf(element, 'id');
    const name = id ? this.#resources.name(id.data) : null;
    return name === null ? null : name.slice(name.indexOf('/') + 1) || null;
  }

  /** What the control says: its text, what a switch says when it is on, what a field or a picture is described by. */
  #text(element: XmlElement): LocalText {
    for (const name of ['text', 'textOn', 'contentDescription', 'hint'] as const) {
      const written = attributeOf(element, name) ?? this.#styles.value(plain(element, 'style'), ANDROID_ATTRIBUTES[name]);
      if (!written) continue;
      const text = { zh: this.#followed(written, 'zh')?.text ?? null, default: this.#followed(written, 'default')?.text ?? null };
      if (text.zh !== null || text.default !== null) return text;
    }
    return NOTHING;
  }

  #value(element: XmlElement, name: AndroidAttribute): ResourceValue | null {
    const written = attributeOf(element, name) ?? this.#styles.value(plain(element, 'style'), ANDROID_ATTRIBUTES[name]);
    return written ? this.#followed(written, 'default') : null;
  }

  #followed(value: ResourceValue, wish: 'zh' | 'default'): ResourceValue | null {
    if (value.type !== VALUE.reference && value.type !== VALUE.dynamicReference) return value;
    return value.data === 0 ? null : this.#resources.resolve(value.data, wish);
  }
}

function attributeOf(element: XmlElement, name: AndroidAttribute): XmlAttribute | undefined {
  const id = ANDROID_ATTRIBUTES[name];
  return element.attributes.find((attribute) => attribute.id === id);
}

function shown({ zh, default: plainText }: LocalText): LocalText {
  return { zh: zh === null ? null : shownText(zh), default: plainText === null ? null : shownText(plainText) };
}
