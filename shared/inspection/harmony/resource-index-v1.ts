import { Cursor } from '../binary/cursor.ts';
import { BrokenBytes } from '../broken.ts';
import { LIMITS } from '../limits.ts';
import type { IndexEntry, IndexLayout } from './resource-index.ts';
import { offer, readRanks } from './resource-qualifiers.ts';

/** A value with its type and name; `text` is null for a list of texts. */
export interface IndexItem {
  readonly type: number;
  readonly name: string;
  readonly text: string | null;
}

/** Types whose value is a list of texts (resource_management, `IdItem::IsArrayOfType`). */
export const LIST_TYPES: ReadonlySet<number> = new Set([10, 11, 16, 17, 22]);

/**
 * The first layout (resource_management, `HapParserV1`): for each qualifier directory `KEYS`, the offset of its values, the qualifiers;
 * there `IDSS`, a count, pairs of id and offset; there the size, type and id of the item, its value and its name.
 */
export class IndexV1 implements IndexLayout {
  readonly entries = new Map<number, IndexEntry>();
  readonly #bytes: Buffer;
  readonly #structure: string;

  constructor(bytes: Buffer, structure: string) {
    this.#bytes = bytes;
    this.#structure = structure;
  }

  read(cursor: Cursor): void {
    let left: number = LIMITS.indexValues;
    for (let keys = countOf(cursor, LIMITS.indexConfigs); keys > 0; keys -= 1) {
      expectTag(cursor, 'KEYS');
      const values = new Cursor(this.#bytes, this.#structure, cursor.u32());
      const ranks = readRanks(cursor, countOf(cursor, 100));
      expectTag(values, 'IDSS');
      const count = countOf(values, left);
      left -= count;
      for (let index = 0; index < count; index += 1) offer(this.entries, values.u32(), values.u32(), ranks);
    }
  }

  /** An offset may lead anywhere: such an item is none, the others are still there. */
  item(_id: number, at: number): IndexItem | null {
    const cursor = new Cursor(this.#bytes, this.#structure, at);
    if (cursor.left < 16) return null;
    cursor.skip(4);
    const type = cursor.u32();
    cursor.skip(4);
    const value = readShort(cursor);
    const name = value && readShort(cursor);
    if (!value || !name) return null;
    return { type, name: asText(name), text: LIST_TYPES.has(type) ? null : asText(value) };
  }
}

/** Text preceded by its length in bytes, the final NUL included; null where it breaks off. */
export function readShort(cursor: Cursor): Buffer | null {
  if (cursor.left < 2) return null;
  const length = cursor.u16();
  return length <= cursor.left ? cursor.take(length) : null;
}

/** Text without its final NUL, cut where nobody reads on. */
export function asText(bytes: Buffer): string {
  return bytes
    .subarray(0, LIMITS.text * 4)
    .toString('utf8')
    .replace(/\0+$/, '')
    .slice(0, LIMITS.text);
}

/** A number of things that follow. @throws BrokenBytes `resource-index-broken` above the limit */
export function countOf(cursor: Cursor, most: number): number {
  const at = cursor.offset;
  const count = cursor.u32();
  if (count <= most) return count;
  const what = { zh: `数量 ${count} 超过上限 ${most}`, en: `a count of ${count} is above the limit of ${most}` };
  throw new BrokenBytes('resource-index-broken', cursor.structure, at, what);
}

/** Steps over a tag of four letters. @throws BrokenBytes `resource-index-broken` */
export function expectTag(cursor: Cursor, tag: string): void {
  const at = cursor.offset;
  if (cursor.take(4).toString('latin1') === tag) return;
  throw new BrokenBytes('resource-index-broken', cursor.structure, at, { zh: `此处应为 ${tag}`, en: `${tag} was expected` });
}
