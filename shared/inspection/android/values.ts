import { ANDROID_ATTRIBUTES, type AndroidAttribute } from '../binary/android-attributes.ts';
import { FIRST_INTEGER, LAST_INTEGER, VALUE, type XmlAttribute, type XmlElement } from '../binary/axml.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';
import type { LocaleWish, Resources, ResourceValue } from './resources.ts';

/**
 * Reads attributes of manifest elements as the platform does: by resource id, references resolved through the package's resources.
 * A reference that leads nowhere in the package's own resources is a gap, once per element and attribute.
 */
export class ManifestValues {
  readonly #resources: Pick<Resources, 'resolve'> | null;
  readonly #observations: Observations;
  readonly #root: XmlElement;
  /** Without a resource map in the file no attribute has an id, and names are all there is. */
  readonly #byName: boolean;
  #charactersLeft: number;

  /** @param characters of text that are given out in all: a file of a few kilobytes can name the same long string a million times */
  constructor(
    root: XmlElement,
    resources: Pick<Resources, 'resolve'> | null,
    observations: Observations,
    characters: number = LIMITS.manifestText,
  ) {
    this.#root = root;
    this.#resources = resources;
    this.#observations = observations;
    this.#byName = !hasIds(root);
    this.#charactersLeft = characters;
  }

  /** A reader of the same file with an allowance of its own, so that no part of a manifest can use up that of another. */
  within(characters: number): ManifestValues {
    return new ManifestValues(this.#root, this.#resources, this.#observations, characters);
  }

  attribute(element: XmlElement, name: AndroidAttribute): XmlAttribute | undefined {
    const id = ANDROID_ATTRIBUTES[name];
    return element.attributes.find((attribute) => (this.#byName ? attribute.name === name : attribute.id === id));
  }

  text(element: XmlElement, name: AndroidAttribute, wish: LocaleWish = 'default'): string | null {
    const attribute = this.attribute(element, name);
    if (!attribute) return null;
    const value = this.#resolve(attribute, element, name, wish);
    const text = value ? shown(value) : null;
    return text === null ? null : this.afford(text);
  }

  /** The file or text that a reference leads to, without a gap where it leads nowhere: what is only good to have (an icon). */
  optional(element: XmlElement, name: AndroidAttribute): string | null {
    const attribute = this.attribute(element, name);
    if (!attribute) return null;
    const value = isReference(attribute.type) ? (this.#resources?.resolve(attribute.data, 'default') ?? null) : attribute;
    return value?.text == null ? null : this.afford(value.text.slice(0, LIMITS.text));
  }

  /** The text, if the allowance covers it; else `null`, and a gap. */
  afford(text: string): string | null {
    this.#charactersLeft -= text.length;
    if (this.#charactersLeft >= 0) return text;
    this.#observations.gap('manifest', 'manifest-text-too-long', 'AndroidManifest.xml', {
      zh: '清单中的文本总量超过上限，其余未记录',
      en: 'the texts of the manifest exceed the limit in all; the rest are not recorded',
    });
    return null;
  }

  integer(element: XmlElement, name: AndroidAttribute): number | null {
    const attribute = this.attribute(element, name);
    const value = attribute && this.#resolve(attribute, element, name, 'default');
    if (!value) return null;
    if (value.type >= FIRST_INTEGER && value.type <= LAST_INTEGER) return value.data | 0;
    return value.text !== null && /^-?\d{1,10}$/.test(value.text) ? Number(value.text) : null;
  }

  boolean(element: XmlElement, name: AndroidAttribute): boolean | null {
    const attribute = this.attribute(element, name);
    const value = attribute && this.#resolve(attribute, element, name, 'default');
    if (!value) return null;
    if (value.type >= FIRST_INTEGER && value.type <= LAST_INTEGER) return value.data !== 0;
    return value.text === 'true' ? true : value.text === 'false' ? false : null;
  }

  #resolve(attribute: XmlAttribute, element: XmlElement, name: string, wish: LocaleWish): ResourceValue | null {
    if (attribute.type === VALUE.string && attribute.text === null) this.#unreadable(element, name);
    if (!isReference(attribute.type)) return attribute;
    if (attribute.data === 0) return null;
    const value = this.#resources?.resolve(attribute.data, wish) ?? null;
    // 0x01 is the platform's own package, whose resources are not here; a locale may lack what the default has.
    if (value || attribute.data >>> 24 === 0x01 || wish !== 'default') return value;
    const reference = referenceText(attribute.data);
    this.#observations.gap('resources', 'resource-unresolved', `<${element.name}> ${name} ${reference}`, {
      zh: `<${element.name}> 的 ${name} 引用的资源 ${reference} 找不到`,
      en: `resource ${reference}, which ${name} of <${element.name}> refers to, was not found`,
    });
    return null;
  }

  /** The text is said to be there and is not: a name that is lost this way would otherwise just be missing. */
  #unreadable(element: XmlElement, name: string): void {
    this.#observations.gap('manifest', 'xml-string-unreadable', `<${element.name}> ${name}`, {
      zh: `<${element.name}> 的 ${name} 的文本无法从字符串池读出`,
      en: `the text of ${name} of <${element.name}> is not in the string pool`,
    });
  }
}

function isReference(type: number): boolean {
  return type === VALUE.reference || type === VALUE.dynamicReference;
}

/** `@0x7f0b0001`: a reference that could not be followed, or is a fact by itself. */
export function referenceText(id: number): string {
  return `@0x${id.toString(16).padStart(8, '0')}`;
}

function shown(value: ResourceValue): string | null {
  if (value.text !== null) return value.text.slice(0, LIMITS.text);
  if (value.type === VALUE.boolean) return value.data !== 0 ? 'true' : 'false';
  if (value.type >= FIRST_INTEGER && value.type <= LAST_INTEGER) return String(value.data | 0);
  if (value.type === VALUE.float) return String(Buffer.from(Uint32Array.of(value.data).buffer).readFloatLE(0));
  return value.type === VALUE.reference ? referenceText(value.data) : null;
}

function hasIds(element: XmlElement): boolean {
  return element.attributes.some((attribute) => attribute.id !== 0) || element.children.some(hasIds);
}
