import { Cursor } from '../binary/cursor.ts';
import { LIMITS } from '../limits.ts';
import type { IndexEntry, IndexLayout } from './resource-index.ts';
import { asText, countOf, expectTag, type IndexItem, LIST_TYPES, readShort } from './resource-index-v1.ts';
import { offer, type Ranks, readRanks } from './resource-qualifiers.ts';

/** A value of a directory that the index does not have: better than none. */
const UNKNOWN: Ranks = { zh: -1000, base: -1000 };

/**
 * The second layout (resource_tool, `ResourceTable::SaveToNewResouorceIndex`; resource_management, `HapParserV2`): `KEYS` with an id and
 * the qualifiers for each directory; `IDSS` with the names by type; for each id an offset to its values: pairs of directory and offset.
 */
export class IndexV2 implements IndexLayout {
  readonly entries = new Map<number, IndexEntry>();
  readonly #bytes: Buffer;
  readonly #structure: string;
  readonly #configs = new Map<number, Ranks>();
  readonly #named = new Map<number, { readonly type: number; readonly name: string }>();
  #allowance: number = LIMITS.indexValues;

  constructor(bytes: Buffer, structure: string) {
    this.#bytes = bytes;
    this.#structure = structure;
  }

  read(cursor: Cursor): void {
    const keys = countOf(cursor, LIMITS.indexConfigs);
    cursor.skip(4);
    for (let left = keys; left > 0; left -= 1) {
      expectTag(cursor, 'KEYS');
      const id = cursor.u32();
      this.#configs.set(id, readRanks(cursor, countOf(cursor, 100)));
    }
    expectTag(cursor, 'IDSS');
    cursor.skip(4);
    const types = countOf(cursor, 1000);
    cursor.skip(4);
    for (let left = types; left > 0; left -= 1) this.#readType(cursor);
  }

  item(id: number, at: number): IndexItem | null {
    const text = readShort(new Cursor(this.#bytes, this.#structure, at));
    const known = this.#named.get(id);
    return text && known ? { ...known, text: LIST_TYPES.has(known.type) ? null : asText(text) } : null;
  }

  #readType(cursor: Cursor): void {
    const type = cursor.u32();
    cursor.skip(4);
    for (let left = countOf(cursor, LIMITS.indexValues); left > 0; left -= 1) {
      const id = cursor.u32();
      const at = cursor.u32();
      const name = cursor.take(cursor.u32());
      if (this.#named.size < LIMITS.indexIds) this.#named.set(id, { type, name: asText(name) });
      this.#readValues(new Cursor(this.#bytes, this.#structure, at), id);
    }
  }

  /** The values of one id, if they are where they should be. */
  #readValues(cursor: Cursor, id: number): void {
    if (cursor.left < 12 || cursor.u32() !== id) return;
    cursor.skip(4);
    const count = Math.min(cursor.u32(), Math.floor(cursor.left / 8), this.#allowance);
    this.#allowance -= count;
    for (let left = count; left > 0; left -= 1) {
      const ranks = this.#configs.get(cursor.u32()) ?? UNKNOWN;
      offer(this.entries, id, cursor.u32(), ranks);
    }
  }
}
