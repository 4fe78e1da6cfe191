import type {
  FileResource,
  LocaleWish,
  RankedValue,
  ResourceBag,
  Resources,
  ResourceValue,
  StringResource,
  XmlFiles,
} from '../android/resources.ts';
import { archiveXml } from '../android/xml-files.ts';
import { VALUE } from '../binary/axml.ts';
import type { Part } from '../formats/part.ts';
import type { Observations } from '../observations.ts';

/** The resource table of one APK of a set: a file is said to lie where it does, `base.apk!res/layout/main.xml`. */
export class PlacedResources implements Resources {
  readonly #table: Resources;
  readonly #part: Part;

  constructor(table: Resources, part: Part) {
    this.#table = table;
    this.#part = part;
  }

  resolve(id: number, wish: LocaleWish): ResourceValue | null {
    const value = this.#table.resolve(id, wish);
    return value && this.#placed(value);
  }

  lookup(id: number, wish: LocaleWish): RankedValue | null {
    const found = this.#table.lookup(id, wish);
    return found && { ...found, value: this.#placed(found.value) };
  }

  bag(id: number): ResourceBag | null {
    return this.#table.bag(id);
  }

  name(id: number): string | null {
    return this.#table.name(id);
  }

  strings(): Iterable<StringResource> {
    return this.#table.strings();
  }

  named(type: string): Iterable<{ id: number; name: string }> {
    return this.#table.named?.(type) ?? [];
  }

  names(): Iterable<{ type: string; name: string }> {
    return this.#table.names?.() ?? [];
  }

  *files(type: string): Iterable<FileResource> {
    for (const file of this.#table.files(type)) yield { ...file, path: this.#part.place + file.path };
  }

  #placed(value: ResourceValue): ResourceValue {
    if (value.type !== VALUE.string || value.text === null || !this.#part.entries.has(value.text)) return value;
    return { ...value, text: this.#part.place + value.text };
  }
}

/** The XML files of the APKs of a set, by their places in it. */
export function setXml(parts: readonly Part[], observations: Observations): XmlFiles {
  const own = parts.map((part) => ({ place: part.place, files: archiveXml(part.archive, observations.within(part.place)) }));
  const ownerOf = (path: string) => own.find(({ place }) => path.startsWith(place));
  async function* read(paths: readonly string[]) {
    for (const { place, files } of own) {
      const inside = paths.filter((path) => path.startsWith(place)).map((path) => path.slice(place.length));
      for await (const { path, bytes } of files.read(inside)) yield { path: place + path, bytes };
    }
  }
  return {
    read,
    parse: (bytes, path) => {
      const owner = ownerOf(path) ?? own[0]!;
      return owner.files.parse(bytes, path.slice(path.startsWith(owner.place) ? owner.place.length : 0));
    },
    mayMention: (bytes, ids, speaks) => own[0]!.files.mayMention(bytes, ids, speaks),
  };
}
