import type { ResourceValue } from '../binary/arsc.ts';
import type { ProtoMessage } from '../binary/protobuf.ts';
import { type ItemNames, readItem, readReference } from '../binary/protobuf-item.ts';

/** A simple value, or a map of values; both null for what has neither (a macro, a value behind a flag). */
export interface ProtoValue {
  readonly item: ResourceValue | null;
  readonly bag: { readonly parent: number; readonly values: Map<number, ResourceValue> } | null;
}

/** `Plural.Arity` as the keys that binary resources have for it (`ResTable_map`, ResourceTypes.h): zero, one, two, few, many, other. */
const ARITY: readonly number[] = [0x01000005, 0x01000006, 0x01000007, 0x01000008, 0x01000009, 0x01000004];

/** `Value` (aapt2's Resources.proto). */
export function readValue(message: ProtoMessage, names: ItemNames): ProtoValue {
  let value: ProtoValue = { item: null, bag: null };
  while (message.next()) {
    if (message.field === 4) value = { item: readItem(message.message(), names), bag: null };
    else if (message.field === 5) value = { item: null, bag: readCompound(message.message(), names) };
  }
  return value;
}

/** `CompoundValue`: styles, arrays and plurals; declarations of attributes and of styleables are no values. */
function readCompound(message: ProtoMessage, names: ItemNames): ProtoValue['bag'] {
  let bag: ProtoValue['bag'] = null;
  while (message.next()) {
    if (message.field === 2) bag = readStyle(message.message(), names);
    else if (message.field === 4) bag = readArray(message.message(), names);
    else if (message.field === 5) bag = readPlural(message.message(), names);
  }
  return bag;
}

function readStyle(message: ProtoMessage, names: ItemNames): ProtoValue['bag'] {
  let parent = 0;
  const values = new Map<number, ResourceValue>();
  while (message.next()) {
    if (message.field === 1) parent = readReference(message.message(), names).data;
    else if (message.field === 3) {
      const { key, value } = readEntry(message.message(), names, (entry) => readReference(entry.message(), names).data, 4);
      if (value && key !== 0) values.set(key, value);
    }
  }
  return { parent, values };
}

/** `Array`: by index. */
function readArray(message: ProtoMessage, names: ItemNames): ProtoValue['bag'] {
  const values = new Map<number, ResourceValue>();
  let index = 0;
  while (message.next()) {
    if (message.field !== 1) continue;
    const { value } = readEntry(message.message(), names, null, 3);
    if (value) values.set(index, value);
    index += 1;
  }
  return { parent: 0, values };
}

function readPlural(message: ProtoMessage, names: ItemNames): ProtoValue['bag'] {
  const values = new Map<number, ResourceValue>();
  while (message.next()) {
    if (message.field !== 1) continue;
    const { key, value } = readEntry(message.message(), names, (entry) => entry.uint32(), 4);
    const arity = ARITY[key];
    if (value && arity !== undefined) values.set(arity, value);
  }
  return { parent: 0, values };
}

/** `Style.Entry`, `Array.Element`, `Plural.Entry`: a key in field 3 for those that have one, and an item in the field after it. */
function readEntry(entry: ProtoMessage, names: ItemNames, readKey: ((entry: ProtoMessage) => number) | null, itemField: number) {
  let key = 0;
  let value: ResourceValue | null = null;
  while (entry.next()) {
    if (entry.field === itemField) value = readItem(entry.message(), names);
    else if (entry.field === 3 && readKey) key = readKey(entry);
  }
  return { key, value };
}
