import { LIMITS } from '../limits.ts';
import type { TypeChunk } from './arsc-table.ts';

const FLAG = { sparse: 0x01, offset16: 0x02 } as const;
const ENTRY = { complex: 0x0001, compact: 0x0008 } as const;
const NONE = 0xffffffff;

/** A `Res_value` as it stands: type and word. */
export interface RawValue {
  readonly type: number;
  readonly data: number;
}

/** A `ResTable_map_entry`: its parent (0 without) and its values by resource id or index. */
export interface RawBag {
  readonly parent: number;
  readonly values: ReadonlyMap<number, RawValue>;
}

/**
 * Offset of an entry in a type's chunk (`ResTable_type`, ResourceTypes.h), or -1 where it has none: a table of 32-bit or 16-bit
 * offsets, or sparse pairs of index and offset in order of the index.
 * @param afford asked for every pair looked at; `false` ends the search
 */
export function entryAt(bytes: Buffer, chunk: TypeChunk, index: number, afford: () => boolean): number {
  const { at, end, count } = chunk;
  const flags = bytes[at + 9]!;
  const entries = at + bytes.readUInt32LE(at + 16);
  const table = at + bytes.readUInt16LE(at + 2);
  let offset = -1;
  if ((flags & FLAG.sparse) !== 0)
    offset = sparseOffset(bytes, table, Math.min(count, Math.floor((end - table) / 4)), index, afford);
  else if (index < count && (flags & FLAG.offset16) !== 0) {
    const short = table + index * 2 + 2 <= end ? bytes.readUInt16LE(table + index * 2) : 0xffff;
    if (short !== 0xffff) offset = short * 4;
  } else if (index < count && table + index * 4 + 4 <= end) {
    const word = bytes.readUInt32LE(table + index * 4);
    if (word !== NONE) offset = word;
  }
  return offset < 0 || entries + offset + 8 > end ? -1 : entries + offset;
}

/** Halving, as the platform does: what is out of order it does not find either. */
function sparseOffset(bytes: Buffer, table: number, pairs: number, index: number, afford: () => boolean): number {
  let low = 0;
  let high = pairs;
  while (low < high && afford()) {
    const middle = (low + high) >>> 1;
    if (bytes.readUInt16LE(table + middle * 4) < index) low = middle + 1;
    else high = middle;
  }
  return low < pairs && bytes.readUInt16LE(table + low * 4) === index ? bytes.readUInt16LE(table + low * 4 + 2) * 4 : -1;
}

/** Indices that may have an entry, in file order. */
export function* entryIndices(bytes: Buffer, { at, end, count }: TypeChunk): Generator<number> {
  const sparse = (bytes[at + 9]! & FLAG.sparse) !== 0;
  const table = at + bytes.readUInt16LE(at + 2);
  for (let i = 0; i < count; i++) {
    if (!sparse) yield i;
    else if (table + i * 4 + 4 <= end) yield bytes.readUInt16LE(table + i * 4);
  }
}

/** `ResTable_entry` with its `Res_value`, or a compact entry; `null` for a map of values. */
export function entryValue(bytes: Buffer, at: number, end: number): RawValue | null {
  const flags = bytes.readUInt16LE(at + 2);
  if ((flags & ENTRY.compact) !== 0) return { type: flags >>> 8, data: bytes.readUInt32LE(at + 4) };
  const value = at + bytes.readUInt16LE(at);
  if ((flags & ENTRY.complex) !== 0 || value + 8 > end) return null;
  return { type: bytes[value + 3]!, data: bytes.readUInt32LE(value + 4) };
}

/** `ResTable_map_entry` with its `ResTable_map`s; `null` for a simple value. A value said twice counts as said last. */
export function entryBag(bytes: Buffer, at: number, end: number, afford: (steps: number) => boolean): RawBag | null {
  const flags = bytes.readUInt16LE(at + 2);
  if ((flags & ENTRY.compact) !== 0 || (flags & ENTRY.complex) === 0 || at + 16 > end) return null;
  const first = at + Math.max(16, bytes.readUInt16LE(at));
  const room = Math.max(0, Math.floor((end - first) / 12));
  const count = Math.min(bytes.readUInt32LE(at + 12), room, LIMITS.bagValues);
  const values = new Map<number, RawValue>();
  for (let i = 0; i < count && afford(1); i++) {
    const map = first + i * 12;
    values.set(bytes.readUInt32LE(map), { type: bytes[map + 7]!, data: bytes.readUInt32LE(map + 8) });
  }
  return { parent: bytes.readUInt32LE(at + 8), values };
}

/** Index of an entry's name in its package's key strings. */
export function entryKey(bytes: Buffer, at: number): number {
  return (bytes.readUInt16LE(at + 2) & ENTRY.compact) !== 0 ? bytes.readUInt16LE(at) : bytes.readUInt32LE(at + 4);
}
