import type { ResourceValue } from './arsc.ts';
import { VALUE } from './axml.ts';
import type { ProtoMessage } from './protobuf.ts';

/** What the names in an item stand for. */
export interface ItemNames {
  /** The id of a resource by its name (`string/app_name`, `com.example:string/app_name`); 0 where nobody knows it. */
  id(name: string): number;
  /** The entry of the package that a file (`res/layout/main.xml`) is. */
  file(path: string): string;
}

/** Names that nobody knows, and files that lie where they say. */
export const NO_NAMES: ItemNames = { id: () => 0, file: (path) => path };

const NULL = 0x00;
const DIMENSION = 0x05;
const FRACTION = 0x06;
const DECIMAL = 0x10;
const HEXADECIMAL = 0x11;
/** `Primitive` (aapt2's Resources.proto): field of the number, and the `Res_value` type that it is in binary resources. */
const WORDS: Readonly<Record<number, number>> = {
  7: HEXADECIMAL,
  9: 0x1c,
  10: 0x1d,
  11: 0x1e,
  12: 0x1f,
  13: DIMENSION,
  14: FRACTION,
};

/**
 * `Item` (aapt2's Resources.proto) as the `Res_value` that it becomes in binary resources; the last of its values counts. `null` for one
 * without a value, or with one of the two that old tools wrote without a unit.
 */
export function readItem(item: ProtoMessage, names: ItemNames): ResourceValue | null {
  let value: ResourceValue | null = null;
  while (item.next()) {
    if (item.field === 1) value = readReference(item.message(), names);
    else if (item.field >= 2 && item.field <= 4) value = { type: VALUE.string, data: 0, text: readText(item.message()) };
    else if (item.field === 5) value = { type: VALUE.string, data: 0, text: names.file(readText(item.message())) };
    else if (item.field === 6) value = { type: VALUE.boolean, data: 0, text: null };
    else if (item.field === 7) value = readPrimitive(item.message());
  }
  return value;
}

/** `Reference`: by id, or by name alone where the tool left the id out. */
export function readReference(reference: ProtoMessage, names: ItemNames): ResourceValue {
  let id = 0;
  let name = '';
  let attribute = false;
  while (reference.next()) {
    if (reference.field === 1) attribute = reference.uint32() === 1;
    else if (reference.field === 2) id = reference.uint32();
    else if (reference.field === 3) name = reference.text();
  }
  if (id === 0 && name !== '') id = names.id(name);
  return { type: attribute ? VALUE.attribute : VALUE.reference, data: id, text: null };
}

/** `String`, `RawString`, `StyledString` and `FileReference` have their text first; spans of style and kinds of file are left out. */
function readText(message: ProtoMessage): string {
  let text = '';
  while (message.next()) if (message.field === 1) text = message.text();
  return text;
}

function readPrimitive(primitive: ProtoMessage): ResourceValue | null {
  let value: ResourceValue | null = null;
  const make = (type: number, data: number): ResourceValue => ({ type, data: data >>> 0, text: null });
  while (primitive.next()) {
    const { field } = primitive;
    const word = WORDS[field];
    if (word !== undefined) value = make(word, primitive.uint32());
    else if (field === 1 || field === 2) value = make(NULL, field - 1);
    else if (field === 3) value = make(VALUE.float, floatBits(primitive.float()));
    else if (field === 6) value = make(DECIMAL, primitive.int32());
    else if (field === 8) value = make(VALUE.boolean, primitive.bool() ? 0xffffffff : 0);
    else if (field === 4 || field === 5) value = null;
  }
  return value;
}

function floatBits(value: number): number {
  return new Uint32Array(Float32Array.of(value).buffer)[0]!;
}
