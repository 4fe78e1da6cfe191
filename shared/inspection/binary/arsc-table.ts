import { BrokenBytes } from '../broken.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';
import { type ResourceConfig, readConfig } from './arsc-config.ts';
import { StringPool } from './string-pool.ts';
import { utf16Text } from './utf16.ts';

export const TABLE = 'resources.arsc';
const CHUNK = { stringPool: 0x0001, table: 0x0002, package: 0x0200, type: 0x0201, library: 0x0203, stagedAlias: 0x0206 } as const;
/** Bytes of a `ResTable_package` header before `typeIdOffset` was added, and where its fields lie. */
const PACKAGE = { id: 8, name: 12, typeStrings: 268, keyStrings: 276, typeIdOffset: 284 } as const;

/** One `ResTable_type`: the entries of a type in one configuration. */
export interface TypeChunk {
  readonly at: number;
  readonly end: number;
  /** Entries that the offset table can hold: as it says, and no more than there is room for. */
  readonly count: number;
  readonly config: ResourceConfig;
  readonly package: TablePackage;
  /** Name of the type (`string`, `layout`); the empty string where it has none. */
  readonly typeName: string;
}

/** One `ResTable_package`. */
export interface TablePackage {
  readonly id: number;
  readonly name: string;
  readonly keys: StringPool | null;
}

/** What the chunks of a resource table hold, not yet looked into. */
export interface TableChunks {
  readonly bytes: Buffer;
  /** The global string pool, in which texts and paths lie. */
  pool: StringPool | null;
  readonly packages: TablePackage[];
  /** By package and type, the upper 16 bits of a resource id. */
  readonly types: Map<number, TypeChunk[]>;
  /** Package names by the ids that dynamic references use (`ResTable_lib_header`). */
  readonly libraries: Map<number, string>;
  /** Final ids of resources that were referred to by staged ones (`ResTable_staged_alias_header`). */
  readonly aliases: Map<number, number>;
}

/** Reads the chunks of a `ResTable` (ResourceTypes.h). What breaks off becomes a gap; what was read before it stays. */
export function readTable(bytes: Buffer, observations: Observations): TableChunks {
  const reader = new TableReader(bytes);
  try {
    reader.run();
  } catch (error) {
    observations.failed('resources', TABLE, error);
  }
  return reader.chunks;
}

class TableReader {
  readonly chunks: TableChunks;
  readonly #bytes: Buffer;
  #typesLeft: number = LIMITS.resourceTypes;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    this.chunks = { bytes, pool: null, packages: [], types: new Map(), libraries: new Map(), aliases: new Map() };
  }

  run(): void {
    const bytes = this.#bytes;
    if (bytes.length < 12 || bytes.readUInt16LE(0) !== CHUNK.table) {
      throw new BrokenBytes('resource-table-missing', TABLE, 0, { zh: '不是资源表', en: 'this is not a resource table' });
    }
    this.#walk(bytes.readUInt16LE(2), bytes.length, (type, at, size) => {
      if (type === CHUNK.stringPool && !this.chunks.pool) this.chunks.pool = new StringPool(bytes, at, size, TABLE);
      else if (type === CHUNK.package) this.#package(at, at + size);
    });
  }

  #package(at: number, end: number): void {
    const bytes = this.#bytes;
    if (at + PACKAGE.name > end) return;
    const headerSize = bytes.readUInt16LE(at + 2);
    const word = (field: number) => (field + 4 <= headerSize && at + field + 4 <= end ? bytes.readUInt32LE(at + field) : 0);
    const poolAt = (offset: number) => (offset === 0 ? null : this.#pool(at + offset, end));
    const typeNames = poolAt(word(PACKAGE.typeStrings));
    const name = utf16Text(bytes, at + PACKAGE.name, Math.min(at + PACKAGE.name + 256, end)).replace(/\0[\s\S]*$/, '');
    const found: TablePackage = { id: word(PACKAGE.id) & 0xff, name, keys: poolAt(word(PACKAGE.keyStrings)) };
    this.chunks.packages.push(found);
    const offset = word(PACKAGE.typeIdOffset);
    this.#walk(at + headerSize, end, (type, chunk, size) => {
      if (type === CHUNK.type && size >= 24) this.#type(chunk, size, found, offset, typeNames);
      else if (type === CHUNK.library)
        this.#pairs(chunk, size, 260, (id, from) => this.chunks.libraries.set(id, this.#utf16(from, 256)));
      else if (type === CHUNK.stagedAlias) {
        this.#pairs(chunk, size, 8, (id, from) => this.chunks.aliases.set(id, bytes.readUInt32LE(from)));
      }
    });
  }

  #type(at: number, size: number, owner: TablePackage, idOffset: number, names: StringPool | null): void {
    const bytes = this.#bytes;
    if (--this.#typesLeft < 0) {
      const what = { zh: '资源类型块过多', en: 'too many type chunks' };
      throw new BrokenBytes('resource-table-too-large', TABLE, at, what);
    }
    const id = bytes[at + 8]!;
    const width = (bytes[at + 9]! & 2) !== 0 ? 2 : 4;
    const room = Math.max(0, Math.floor((size - bytes.readUInt16LE(at + 2)) / width));
    const chunk: TypeChunk = {
      at,
      end: at + size,
      count: Math.min(bytes.readUInt32LE(at + 12), room, 0x10000),
      config: readConfig(bytes, at + 20, at + size),
      package: owner,
      typeName: names?.get(id - 1) ?? '',
    };
    const key = (owner.id << 8) | ((id + idOffset) & 0xff);
    const list = this.chunks.types.get(key);
    if (list) list.push(chunk);
    else this.chunks.types.set(key, [chunk]);
  }

  /** Records that follow a 32-bit count, each an id and something behind it. */
  #pairs(at: number, size: number, stride: number, visit: (id: number, from: number) => void): void {
    const bytes = this.#bytes;
    const first = at + bytes.readUInt16LE(at + 2);
    const count = size >= 12 ? Math.min(bytes.readUInt32LE(at + 8), LIMITS.resourceAliases) : 0;
    for (let i = 0; i < count && first + (i + 1) * stride <= at + size; i++) {
      visit(bytes.readUInt32LE(first + i * stride), first + i * stride + 4);
    }
  }

  #pool(at: number, end: number): StringPool | null {
    const bytes = this.#bytes;
    if (at + 8 > end || bytes.readUInt16LE(at) !== CHUNK.stringPool) return null;
    return new StringPool(bytes, at, Math.min(bytes.readUInt32LE(at + 4), end - at), TABLE);
  }

  #utf16(at: number, length: number): string {
    return utf16Text(this.#bytes, at, at + length).replace(/\0[\s\S]*$/, '');
  }

  #walk(from: number, end: number, visit: (type: number, at: number, size: number) => void): void {
    let at = from;
    while (at + 8 <= end) {
      const size = this.#bytes.readUInt32LE(at + 4);
      if (size < 8 || at + size > end) {
        const what = { zh: `块长度 ${size} 不可能成立`, en: `a chunk cannot have ${size} bytes` };
        throw new BrokenBytes('resource-chunk-size', TABLE, at, what);
      }
      visit(this.#bytes.readUInt16LE(at), at, size);
      at += size;
    }
  }
}
