import type { ProtoMessage } from '../binary/protobuf.ts';
import { BrokenBytes } from '../broken.ts';
import { LIMITS } from '../limits.ts';

/** Where an entry of a resource table lies in its file. */
export interface EntryPlace {
  readonly start: number;
  readonly end: number;
}

export interface IndexedType {
  readonly name: string;
  readonly id: number;
  /** By entry id. */
  readonly entries: ReadonlyMap<number, EntryPlace>;
}

/** A type while its entries are still coming. */
export interface OpenType extends IndexedType {
  name: string;
  id: number;
  readonly entries: Map<number, EntryPlace>;
}

/**
 * Finds the entries of a resource table (`ResourceTable`, `Package`, `Type`, `Entry`: aapt2's Resources.proto) without reading their values.
 * @param types filled by package and type id (`0x7f01`), so that what was read before a break stays; of entries with one id the first counts
 * @throws BrokenBytes where the table breaks off
 */
export function indexTable(table: ProtoMessage, types: Map<number, OpenType>): void {
  const budget = { left: LIMITS.resourceEntries, types: LIMITS.protobufTypes };
  while (table.next()) if (table.field === 2) indexPackage(table.message(), types, budget);
}

interface Budget {
  left: number;
  types: number;
}

function tooLarge(message: ProtoMessage): BrokenBytes {
  const what = { zh: '资源类型或条目过多', en: 'too many types or entries' };
  return new BrokenBytes('resource-table-too-large', 'resources.pb', message.start, what);
}

/** A package: its id may stand behind its types. */
function indexPackage(message: ProtoMessage, types: Map<number, OpenType>, budget: Budget): void {
  let id = 0;
  const found: OpenType[] = [];
  try {
    while (message.next()) {
      if (message.field === 1) id = readId(message.message());
      else if (message.field === 3) indexType(message.message(), found, budget);
    }
  } finally {
    for (const type of found) {
      const key = ((id & 0xff) << 8) | (type.id & 0xff);
      const known = types.get(key);
      if (known) for (const [entry, place] of type.entries) addEntry(known.entries, entry, place);
      else types.set(key, type);
    }
  }
}

function indexType(message: ProtoMessage, found: OpenType[], budget: Budget): void {
  if (--budget.types < 0) throw tooLarge(message);
  const type: OpenType = { name: '', id: 0, entries: new Map() };
  found.push(type);
  while (message.next()) {
    if (message.field === 1) type.id = readId(message.message());
    else if (message.field === 2) type.name = message.text();
    else if (message.field === 3) {
      if (--budget.left < 0) throw tooLarge(message);
      const entry = message.message();
      addEntry(type.entries, entryId(entry), { start: entry.start, end: entry.end });
    }
  }
}

function addEntry(entries: Map<number, EntryPlace>, id: number, place: EntryPlace): void {
  if (!entries.has(id)) entries.set(id, place);
}

/** `EntryId` of an entry: its first field as tools write it, so that the rest need not be looked at. */
function entryId(entry: ProtoMessage): number {
  while (entry.next()) if (entry.field === 1) return readId(entry.message()) & 0xffff;
  return 0;
}

/** `PackageId`, `TypeId` and `EntryId` are messages around a number. */
function readId(message: ProtoMessage): number {
  let id = 0;
  while (message.next()) if (message.field === 1) id = message.uint32();
  return id;
}
