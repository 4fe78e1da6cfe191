import type { LocalText } from '../../domain/facts/manifest.ts';
import { Cursor } from '../binary/cursor.ts';
import { LIMITS } from '../limits.ts';
import { type IndexItem, IndexV1 } from './resource-index-v1.ts';
import { IndexV2 } from './resource-index-v2.ts';

/** Resource types (resource_tool, `ResType`) that are looked up by name, as they are written in references. */
const RESOURCE_TYPES = { string: 9, media: 19, profile: 20 } as const;
export type ResourceType = keyof typeof RESOURCE_TYPES;

/** What an index has of a resource: the value for mainland China, and the default one; equal where there is only one. */
export interface IndexEntry {
  zh: { readonly rank: number; readonly at: number };
  base: { readonly rank: number; readonly at: number };
}

/**
 * `resources.index` of a HarmonyOS package, as the tool `restool` writes it: in its first layout or, where the version begins with
 * `RestoolV2`, in the second. Answers with the values that a user in mainland China sees, and the default ones.
 */
export interface ResourceIndex {
  byId(id: number): LocalText | null;
  byName(type: ResourceType, name: string): LocalText | null;
  /** All strings of the app, each once; for texts of its pages. */
  strings(): Iterable<{ readonly name: string; readonly text: LocalText }>;
}

/** A layout of the index, filled while it is read, so that one that breaks off gives what stood before. */
export interface IndexLayout {
  /** Values by resource id. */
  readonly entries: ReadonlyMap<number, IndexEntry>;
  /** Reads all tables; the cursor stands behind the length in the header. @throws BrokenBytes */
  read(cursor: Cursor): void;
  item(id: number, at: number): IndexItem | null;
}

/** `version`, `length`, `keyCount` (resource_management, `ResHeader`). */
const VERSION_BYTES = 128;

/**
 * @param structure name of the entry, for errors
 * @param broken is told where a table does not fit; what was read before is there all the same
 * @throws BrokenBytes when there is no header
 */
export function readResourceIndex(bytes: Buffer, structure: string, broken: (error: unknown) => void): ResourceIndex {
  const cursor = new Cursor(bytes, structure);
  const version = cursor.take(VERSION_BYTES).toString('latin1').replace(/\0.*$/s, '');
  cursor.u32();
  const layout = /^\s*RestoolV2/.test(version) ? new IndexV2(bytes, structure) : new IndexV1(bytes, structure);
  try {
    layout.read(cursor);
  } catch (error) {
    broken(error);
  }
  return new Lookup(layout);
}

class Lookup implements ResourceIndex {
  readonly #layout: IndexLayout;
  #names: Map<string, number> | null = null;
  /** Texts can overlap, so that a small index could hold gigabytes of them. */
  #allowance: number = LIMITS.indexText;

  constructor(layout: IndexLayout) {
    this.#layout = layout;
  }

  byId(id: number): LocalText | null {
    return this.#resolve(id, 0);
  }

  byName(type: ResourceType, name: string): LocalText | null {
    const id = this.#byName().get(`${RESOURCE_TYPES[type]}:${name}`);
    return id === undefined ? null : this.#resolve(id, 0);
  }

  *strings(): Iterable<{ readonly name: string; readonly text: LocalText }> {
    for (const [key, id] of this.#byName()) {
      if (!key.startsWith(`${RESOURCE_TYPES.string}:`)) continue;
      const text = this.#resolve(id, 0);
      if (text) yield { name: key.slice(key.indexOf(':') + 1), text };
    }
  }

  #resolve(id: number, hops: number): LocalText | null {
    const entry = this.#layout.entries.get(id);
    if (!entry) return null;
    const zh = this.#text(id, entry.zh.at, hops, 'zh');
    const base = entry.base.at === entry.zh.at ? zh : this.#text(id, entry.base.at, hops, 'default');
    return { zh: zh ?? base, default: base };
  }

  /** A value can name another resource, `$string:16777225` (resource_management, `IdItem::IsRef`). */
  #text(id: number, at: number, hops: number, language: keyof LocalText): string | null {
    const text = this.#item(id, at)?.text ?? null;
    const reference = text === null ? null : /^\$\w+:(\d{1,10})$/.exec(text);
    if (!reference) return text;
    return hops < LIMITS.resourceHops ? (this.#resolve(Number(reference[1]), hops + 1)?.[language] ?? null) : null;
  }

  #item(id: number, at: number): IndexItem | null {
    if (this.#allowance <= 0) return null;
    const item = this.#layout.item(id, at);
    this.#allowance -= 32 + (item ? item.name.length + (item.text?.length ?? 0) : 0);
    return item;
  }

  #byName(): Map<string, number> {
    if (this.#names) return this.#names;
    this.#names = new Map();
    for (const [id, { base }] of this.#layout.entries) {
      const item = this.#item(id, base.at);
      if (item && !this.#names.has(`${item.type}:${item.name}`)) this.#names.set(`${item.type}:${item.name}`, id);
    }
    return this.#names;
  }
}
