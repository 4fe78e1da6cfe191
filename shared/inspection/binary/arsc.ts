import { BrokenBytes } from '../broken.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';
import { type LocaleWish, type ResourceConfig, readConfig, suits } from './arsc-config.ts';
import { VALUE } from './axml.ts';
import { StringPool } from './string-pool.ts';

const STRUCTURE = 'resources.arsc';
const CHUNK = { stringPool: 0x0001, table: 0x0002, package: 0x0200, type: 0x0201 } as const;
const FLAG = { sparse: 0x01, offset16: 0x02 } as const;
const ENTRY = { complex: 0x0001, compact: 0x0008 } as const;
const NONE = 0xffffffff;

/** A value at the end of all references. */
export interface ResourceValue {
  readonly type: number;
  readonly data: number;
  readonly text: string | null;
}

/** One `ResTable_type`: the entries of a type in one configuration. */
interface TypeChunk {
  readonly at: number;
  readonly end: number;
  readonly config: ResourceConfig;
}

/** `resources.arsc` (`ResTable`, ResourceTypes.h), read as far as it takes to resolve a reference to a simple value. */
export class ResourceTable {
  readonly #bytes: Buffer;
  readonly #types = new Map<number, TypeChunk[]>();
  readonly #observations: Observations;
  #pool: StringPool | null = null;
  #typesLeft: number = LIMITS.resourceTypes;
  #stepsLeft: number = LIMITS.resourceSteps;

  /** Broken parts become gaps; what was read before them stays. */
  constructor(bytes: Buffer, observations: Observations) {
    this.#bytes = bytes;
    this.#observations = observations;
    try {
      this.#readTable();
    } catch (error) {
      observations.failed('resources', STRUCTURE, error);
    }
  }

  /** The value of a resource for a locale, references followed; `null` when there is none. */
  resolve(id: number, wish: LocaleWish): ResourceValue | null {
    let wanted = id;
    for (let hop = 0; hop < LIMITS.resourceHops; hop++) {
      const value = this.lookup(wanted, wish)?.value;
      if (!value || (value.type !== VALUE.reference && value.type !== VALUE.dynamicReference)) return value ?? null;
      wanted = value.data;
    }
    return null;
  }

  #readTable(): void {
    const bytes = this.#bytes;
    if (bytes.length < 12 || bytes.readUInt16LE(0) !== CHUNK.table) {
      const what = { zh: '不是资源表', en: 'this is not a resource table' };
      throw new BrokenBytes('resource-table-missing', STRUCTURE, 0, what);
    }
    this.#chunks(bytes.readUInt16LE(2), bytes.length, (type, at, size) => {
      if (type === CHUNK.stringPool && !this.#pool) this.#pool = new StringPool(bytes, at, size, STRUCTURE);
      else if (type === CHUNK.package) this.#readPackage(at, at + size);
    });
  }

  #readPackage(at: number, end: number): void {
    const bytes = this.#bytes;
    if (at + 12 > end) return;
    const id = bytes.readUInt32LE(at + 8) & 0xff;
    this.#chunks(at + bytes.readUInt16LE(at + 2), end, (type, chunk, size) => {
      if (type !== CHUNK.type || size < 24) return;
      if (--this.#typesLeft < 0) {
        const what = { zh: '资源类型块过多', en: 'too many type chunks' };
        throw new BrokenBytes('resource-table-too-large', STRUCTURE, chunk, what);
      }
      const key = (id << 8) | bytes[chunk + 8]!;
      const config = readConfig(bytes, chunk + 20, chunk + size);
      const list = this.#types.get(key);
      const found = { at: chunk, end: chunk + size, config };
      if (list) list.push(found);
      else this.#types.set(key, [found]);
    });
  }

  #chunks(from: number, end: number, visit: (type: number, at: number, size: number) => void): void {
    let at = from;
    while (at + 8 <= end) {
      const size = this.#bytes.readUInt32LE(at + 4);
      if (size < 8 || at + size > end) {
        const what = { zh: `块长度 ${size} 不可能成立`, en: `a chunk cannot have ${size} bytes` };
        throw new BrokenBytes('resource-chunk-size', STRUCTURE, at, what);
      }
      visit(this.#bytes.readUInt16LE(at), at, size);
      at += size;
    }
  }

  /** The best value of this table for a locale, references not followed, and how well it suits. */
  lookup(id: number, wish: LocaleWish): { value: ResourceValue; suits: number; specific: number } | null {
    let best: { value: ResourceValue; suits: number; specific: number } | null = null;
    for (const chunk of this.#types.get(id >>> 16) ?? []) {
      if (!this.#affords(1)) return null;
      const rank = suits(chunk.config, wish);
      const { specific } = chunk.config;
      if (rank === 0 || (best && (rank < best.suits || (rank === best.suits && specific >= best.specific)))) continue;
      const at = this.#entryAt(chunk, id & 0xffff);
      const value = at < 0 ? null : this.#value(at, chunk.end);
      if (value) best = { value, suits: rank, specific };
    }
    return best;
  }

  /** A table can be made so that each reference takes long; all together must not. What is given up is a gap. */
  #affords(steps: number): boolean {
    this.#stepsLeft -= steps;
    if (this.#stepsLeft >= 0) return true;
    this.#observations.gap('resources', 'resources-too-costly', STRUCTURE, {
      zh: '资源表的结构使引用的解析耗时过长，其余引用未解析',
      en: 'the table is made so that resolving references takes too long; the rest were not resolved',
    });
    return false;
  }

  /** Offset of an entry, or -1: a table of 32-bit or 16-bit offsets, or sparse pairs of index and offset. */
  #entryAt(chunk: TypeChunk, index: number): number {
    const bytes = this.#bytes;
    const { at, end } = chunk;
    const flags = bytes[at + 9]!;
    const count = bytes.readUInt32LE(at + 12);
    const entries = at + bytes.readUInt32LE(at + 16);
    const table = at + bytes.readUInt16LE(at + 2);
    let offset = -1;
    if ((flags & FLAG.sparse) !== 0) {
      const listed = Math.min(count, Math.max(0, Math.floor((end - table) / 4)));
      for (let i = 0; i < listed && this.#affords(1); i++) {
        if (bytes.readUInt16LE(table + i * 4) === index) offset = bytes.readUInt16LE(table + i * 4 + 2) * 4;
      }
    } else if (index < count && (flags & FLAG.offset16) !== 0) {
      const short = table + index * 2 + 2 <= end ? bytes.readUInt16LE(table + index * 2) : 0xffff;
      if (short !== 0xffff) offset = short * 4;
    } else if (index < count && table + index * 4 + 4 <= end) {
      const word = bytes.readUInt32LE(table + index * 4);
      if (word !== NONE) offset = word;
    }
    return offset < 0 || entries + offset + 8 > end ? -1 : entries + offset;
  }

  /** `ResTable_entry` with a `Res_value`, or a compact entry; a map of values (`complex`) is no simple value. */
  #value(at: number, end: number): ResourceValue | null {
    const bytes = this.#bytes;
    const flags = bytes.readUInt16LE(at + 2);
    if ((flags & ENTRY.compact) !== 0) return this.#make(flags >>> 8, bytes.readUInt32LE(at + 4));
    const value = at + bytes.readUInt16LE(at);
    if ((flags & ENTRY.complex) !== 0 || value + 8 > end) return null;
    return this.#make(bytes[value + 3]!, bytes.readUInt32LE(value + 4));
  }

  #make(type: number, data: number): ResourceValue {
    return { type, data, text: type === VALUE.string ? (this.#pool?.get(data) ?? null) : null };
  }
}
