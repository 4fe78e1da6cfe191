import type { Dex } from './dex.ts';

/** Kinds of `encoded_value` (DEX format, "Value formats") whose place behind the first byte is not told by that byte's upper bits alone. */
const VALUE = { string: 0x17, array: 0x1c, annotation: 0x1d, null: 0x1e, boolean: 0x1f } as const;

/**
 * The strings among the initial values of a class's static fields (`class_def_item.static_values_off`, an `encoded_array`): the field's
 * number among the class's static fields and the string's index. Ends at what is no plain value or leaves the file.
 * @throws BrokenBytes `dex-overlap`
 */
export function* staticStrings(dex: Dex, definition: number): Generator<{ readonly ordinal: number; readonly string: number }> {
  const offset = dex.classField(definition, 28);
  if (offset === 0) return;
  const { bytes } = dex;
  const from = dex.base + offset;
  const reader = new Uleb(bytes, from);
  const count = reader.next();
  let { at } = reader;
  for (let ordinal = 0; ordinal < count && at < bytes.length; ordinal++) {
    const first = bytes[at]!;
    const kind = first & 0x1f;
    if (kind === VALUE.array || kind === VALUE.annotation) break;
    const length = kind === VALUE.null || kind === VALUE.boolean ? 0 : (first >>> 5) + 1;
    if (kind === VALUE.string && length <= 4 && at + length < bytes.length) {
      yield { ordinal, string: bytes.readUIntLE(at + 1, length) };
    }
    at += 1 + length;
  }
  dex.allowance.spend(Math.max(0, at - from), from);
}

/**
 * Indices of a class's static fields in their order, as far as asked for (`class_data_item`, "encoded_field").
 * @throws BrokenBytes `dex-overlap`
 */
export function staticFields(dex: Dex, definition: number, most: number): number[] {
  const from = dex.classData(definition);
  if (from === 0) return [];
  const reader = new Uleb(dex.bytes, from);
  const count = Math.min(reader.next(), most);
  // Counts of instance fields, direct and virtual methods.
  for (let i = 0; i < 3; i++) reader.next();
  const fields: number[] = [];
  let field = 0;
  for (let i = 0; i < count && reader.at < dex.bytes.length; i++) {
    field += reader.next();
    // Access flags.
    reader.next();
    fields.push(field);
  }
  dex.allowance.spend(reader.at - from, from);
  return fields;
}

/** Numbers in ULEB128, one after the other; beyond the end they are 0. */
class Uleb {
  at: number;
  readonly #bytes: Buffer;

  constructor(bytes: Buffer, at: number) {
    this.#bytes = bytes;
    this.at = at;
  }

  next(): number {
    let value = 0;
    for (let scale = 1; scale <= 2 ** 28; scale *= 0x80) {
      const byte = this.#bytes[this.at++] ?? 0;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) break;
    }
    return value;
  }
}
