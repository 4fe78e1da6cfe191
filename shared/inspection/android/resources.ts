import type { LocalText } from '../../domain/facts/manifest.ts';
import type { ResourceValue } from '../binary/arsc.ts';
import type { LocaleWish } from '../binary/arsc-config.ts';
import type { XmlElement } from '../binary/axml.ts';

export type { ResourceValue } from '../binary/arsc.ts';
export type { LocaleWish } from '../binary/arsc-config.ts';

/** A style, array or plural: values by the resource id of the attribute (styles) or by index or quantity id. */
export interface ResourceBag {
  /** Resource id of the style that it builds on; 0 without. */
  readonly parent: number;
  readonly values: ReadonlyMap<number, ResourceValue>;
}

/** One text of the resources in both forms; `zh` is what a user in mainland China sees, so the default where there is no Chinese. */
export interface StringResource {
  readonly id: number;
  /** Entry name without its type, `app_name`; the empty string where names were taken away. */
  readonly name: string;
  readonly text: LocalText;
}

/** A file that a resource stands for: one of each configuration. */
export interface FileResource {
  readonly id: number;
  readonly name: string;
  /** Entry of the package, `res/layout/activity_main.xml` or `res/a1.xml`. */
  readonly path: string;
}

/** A value as one table has it, references not followed, and how well its configuration suits: what several tables choose by. */
export interface RankedValue {
  readonly value: ResourceValue;
  /** As `suits` (binary/arsc-config.ts) ranks the locale; never 0. */
  readonly suits: number;
  /** How many other words of the configuration are set: the fewer, the more general. */
  readonly specific: number;
}

/** A resource table, as manifest, styles and layouts need it, whatever it is encoded in. Ids are 32 bits: package, type, entry. */
export interface Resources {
  /** The simple value of a resource for a locale, references followed; `null` when there is none. */
  resolve(id: number, wish: LocaleWish): ResourceValue | null;
  /** The best value of this table alone, references not followed, so that the tables of a set of splits can be read as one. */
  lookup(id: number, wish: LocaleWish): RankedValue | null;
  /** The values of a style, array or plural, its own alone (parents are not merged in), references to it followed. */
  bag(id: number): ResourceBag | null;
  /** `string/app_name`; `null` when the table has no such resource. */
  name(id: number): string | null;
  /** Every string resource that has a simple text. */
  strings(): Iterable<StringResource>;
  /** Every resource of a type by name (`id`), where the table can tell: what controls of a layout are called. */
  named?(type: string): Iterable<{ readonly id: number; readonly name: string }>;
  /** What resources are called, all types, each name once or more, where the table can tell. */
  names?(): Iterable<{ readonly type: string; readonly name: string }>;
  /** Every file of resources of a type, `layout`; one for each configuration, each path once. */
  files(type: string): Iterable<FileResource>;
}

/** The XML files of a package beside its manifest. */
export interface XmlFiles {
  /** Bytes of the entries that are there and could be read, in an order that is cheap to read; a broken one is a gap. */
  read(paths: readonly string[]): AsyncIterable<{ readonly path: string; readonly bytes: Buffer }>;
  /** The tree of a file. @throws BrokenBytes when it is none */
  parse(bytes: Buffer, path: string): XmlElement;
  /**
   * Whether a file may refer to one of the resources or hold a text for which `speaks` is true: a cheap look before it is parsed. May be
   * wrong in saying yes, never in saying no.
   */
  mayMention(bytes: Buffer, ids: ReadonlySet<number>, speaks: (text: string) => boolean): boolean;
}
