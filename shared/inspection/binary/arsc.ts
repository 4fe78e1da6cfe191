import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';
import { type LocaleWish, suits } from './arsc-config.ts';
import { entryAt, entryBag, entryIndices, entryKey, entryValue, type RawValue } from './arsc-entry.ts';
import { readTable, TABLE, type TableChunks, type TypeChunk } from './arsc-table.ts';
import { VALUE } from './axml.ts';

/** A value at the end of all references. */
export interface ResourceValue {
  readonly type: number;
  readonly data: number;
  readonly text: string | null;
}

/** The chunks of one type in the order in which a wish prefers them; those that cannot answer it are left out. */
interface Ranked {
  readonly chunk: TypeChunk;
  readonly suits: number;
}

const OWN_PACKAGE = 0x7f;

/** `resources.arsc` (`ResTable`, ResourceTypes.h): any reference resolved, styles, names, all texts, all files. */
export class ResourceTable {
  readonly #table: TableChunks;
  readonly #bytes: Buffer;
  readonly #observations: Observations;
  readonly #ranked = { zh: new Map<number, readonly Ranked[]>(), default: new Map<number, readonly Ranked[]>() };
  readonly #steps: { left: number };

  /** Broken parts become gaps; what was read before them stays. @param steps shared with other tables of one app */
  constructor(bytes: Buffer, observations: Observations, steps: { left: number } = { left: LIMITS.resourceSteps }) {
    this.#steps = steps;
    this.#bytes = bytes;
    this.#observations = observations;
    this.#table = readTable(bytes, observations);
  }

  /** The value of a resource for a locale, references followed; `null` when there is none. */
  resolve(id: number, wish: LocaleWish): ResourceValue | null {
    let wanted = id;
    for (let hop = 0; hop < LIMITS.resourceHops; hop++) {
      const value = this.lookup(wanted, wish)?.value;
      if (!value || !isReference(value.type)) return value ?? null;
      wanted = value.data;
    }
    return null;
  }

  /** The best value of this table for a locale, references not followed, and how well it suits. */
  lookup(id: number, wish: LocaleWish): { value: ResourceValue; suits: number; specific: number } | null {
    for (const { chunk, suits: rank } of this.#chunks(id, wish)) {
      if (!this.#affords(1)) return null;
      const at = this.#entry(chunk, id & 0xffff);
      const raw = at < 0 ? null : entryValue(this.#bytes, at, chunk.end);
      if (raw) return { value: this.#withText(raw), suits: rank, specific: chunk.config.specific };
    }
    return null;
  }

  /** The values of a style, array or plural as a user in mainland China has them; references to it followed, parents not merged in. */
  bag(id: number): { parent: number; values: ReadonlyMap<number, ResourceValue> } | null {
    let wanted = id;
    for (let hop = 0; hop < LIMITS.resourceHops; hop++) {
      const found = this.#firstEntry(wanted, 'zh');
      if (!found) return null;
      const bag = entryBag(this.#bytes, found.at, found.chunk.end, (steps) => this.#affords(steps));
      if (bag) {
        return { parent: bag.parent, values: new Map([...bag.values].map(([name, raw]) => [name, this.#withText(raw)])) };
      }
      const value = entryValue(this.#bytes, found.at, found.chunk.end);
      if (!value || !isReference(value.type)) return null;
      wanted = value.data;
    }
    return null;
  }

  /** `string/app_name`; `null` when the table has no such resource. */
  name(id: number): string | null {
    const found = this.#firstEntry(id, 'zh') ?? this.#firstEntry(id, 'default');
    return found && `${found.chunk.typeName}/${this.#key(found.chunk, found.at)}`;
  }

  /** Every string resource that has a simple text; `zh` is what a user in mainland China sees. */
  *strings(): Generator<{ id: number; name: string; text: { zh: string | null; default: string | null } }> {
    for (const { id, chunk, at } of this.#entries('string')) {
      const text = { zh: this.resolve(id, 'zh')?.text ?? null, default: this.resolve(id, 'default')?.text ?? null };
      if (text.zh !== null || text.default !== null) yield { id, name: this.#key(chunk, at), text };
    }
  }

  /** Every resource of a type by name. */
  *named(type: string): Generator<{ id: number; name: string }> {
    for (const { id, chunk, at } of this.#entries(type)) yield { id, name: this.#key(chunk, at) };
  }

  /** What resources are called, each name of a type once. */
  *names(): Generator<{ type: string; name: string }> {
    for (const chunks of this.#table.types.values()) {
      const seen = new Set<number>();
      const entries = new Uint8Array(0x10000);
      for (const chunk of chunks) {
        for (const index of entryIndices(this.#bytes, chunk)) {
          if (entries[index]) continue;
          if (!this.#affords(1)) return;
          const at = this.#entry(chunk, index);
          if (at < 0) continue;
          entries[index] = 1;
          const key = entryKey(this.#bytes, at);
          if (seen.has(key)) continue;
          seen.add(key);
          yield { type: chunk.typeName, name: chunk.package.keys?.get(key) ?? '' };
        }
      }
    }
  }

  /** Every file of resources of a type, in all configurations, each path once. */
  *files(type: string): Generator<{ id: number; name: string; path: string }> {
    const seen = new Set<string>();
    for (const [key, chunks] of this.#table.types) {
      for (const chunk of chunks) {
        if (chunk.typeName !== type) continue;
        for (const index of entryIndices(this.#bytes, chunk)) {
          if (!this.#affords(1)) return;
          const at = this.#entry(chunk, index);
          const raw = at < 0 ? null : entryValue(this.#bytes, at, chunk.end);
          const path = raw?.type === VALUE.string ? (this.#table.pool?.get(raw.data) ?? null) : null;
          if (path === null || seen.has(path)) continue;
          seen.add(path);
          yield { id: ((key << 16) | index) >>> 0, name: this.#key(chunk, at), path };
        }
      }
    }
  }

  /** Every resource of a type once, at the first chunk that has it. */
  *#entries(type: string): Generator<{ id: number; chunk: TypeChunk; at: number }> {
    for (const [key, all] of this.#table.types) {
      const chunks = all.filter(({ typeName }) => typeName === type);
      if (chunks.length === 0) continue;
      const seen = new Uint8Array(0x10000);
      for (const chunk of chunks) {
        for (const index of entryIndices(this.#bytes, chunk)) {
          if (seen[index]) continue;
          if (!this.#affords(1)) return;
          const at = this.#entry(chunk, index);
          if (at < 0) continue;
          seen[index] = 1;
          yield { id: ((key << 16) | index) >>> 0, chunk, at };
        }
      }
    }
  }

  #firstEntry(id: number, wish: LocaleWish): { chunk: TypeChunk; at: number } | null {
    for (const { chunk } of this.#chunks(id, wish)) {
      if (!this.#affords(1)) return null;
      const at = this.#entry(chunk, id & 0xffff);
      if (at >= 0) return { chunk, at };
    }
    return null;
  }

  /** Chunks that may hold a resource. Package 0 is the table's own; other ids may stand for a library of another number. */
  #chunks(id: number, wish: LocaleWish): readonly Ranked[] {
    const { types, aliases, libraries, packages } = this.#table;
    const final = aliases.get(id) ?? id;
    let key = final >>> 16;
    if (!types.has(key)) {
      const owner = packages.find(({ name }) => name === libraries.get(final >>> 24)) ?? packages[0];
      const own = final >>> 24 === 0 ? (packages.length === 1 ? packages[0]!.id : OWN_PACKAGE) : undefined;
      key = ((own ?? owner?.id ?? 0) << 8) | ((final >>> 16) & 0xff);
      if (own === undefined && !libraries.has(final >>> 24)) return [];
    }
    const ranked = this.#ranked[wish];
    const known = ranked.get(key);
    if (known) return known;
    const order = (types.get(key) ?? [])
      .map((chunk): Ranked => ({ chunk, suits: suits(chunk.config, wish) }))
      .filter((each) => each.suits > 0)
      .sort((a, b) => b.suits - a.suits || a.chunk.config.specific - b.chunk.config.specific);
    ranked.set(key, order);
    return order;
  }

  #entry(chunk: TypeChunk, index: number): number {
    return entryAt(this.#bytes, chunk, index, () => this.#affords(1));
  }

  #key(chunk: TypeChunk, at: number): string {
    return chunk.package.keys?.get(entryKey(this.#bytes, at)) ?? '';
  }

  #withText({ type, data }: RawValue): ResourceValue {
    return { type, data, text: type === VALUE.string ? (this.#table.pool?.get(data) ?? null) : null };
  }

  /** A table can be made so that each reference takes long; all together must not. What is given up is a gap. */
  #affords(steps: number): boolean {
    this.#steps.left -= steps;
    if (this.#steps.left >= 0) return true;
    this.#observations.gap('resources', 'resources-too-costly', TABLE, {
      zh: '资源表的结构使引用的解析耗时过长，其余引用未解析',
      en: 'the table is made so that resolving references takes too long; the rest were not resolved',
    });
    return false;
  }
}

function isReference(type: number): boolean {
  return type === VALUE.reference || type === VALUE.dynamicReference;
}
