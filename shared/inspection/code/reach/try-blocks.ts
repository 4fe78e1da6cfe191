/** Units `[from, to)` whose exceptions are caught at `handler`, all in units from the method's start. */
export interface Handler {
  readonly from: number;
  readonly to: number;
  readonly handler: number;
}

const TRY_ITEM = 8;
const MOST_TRIES = 1000;
const MOST_HANDLERS = 100;

/**
 * The handlers of a method (DEX format, "code_item", "try_item" and "encoded_catch_handler_list"): they stand behind its instructions.
 * What leads nowhere is left out.
 * @param start where its instructions begin, and how many there are: in units
 */
export function handlersOf(bytes: Buffer, start: number, length: number): readonly Handler[] {
  const header = start * 2 - 16;
  if (header < 0) return [];
  const tries = Math.min(bytes.readUInt16LE(header + 6), MOST_TRIES);
  const items = (start + length + (length % 2)) * 2;
  const list = items + bytes.readUInt16LE(header + 6) * TRY_ITEM;
  if (tries === 0 || list >= bytes.length) return [];
  const found: Handler[] = [];
  const reader = new Leb128(bytes);
  for (let i = 0; i < tries; i++) {
    const item = items + i * TRY_ITEM;
    const from = bytes.readUInt32LE(item);
    const to = from + bytes.readUInt16LE(item + 4);
    reader.at = list + bytes.readUInt16LE(item + 6);
    if (to > length) continue;
    for (const handler of reader.handlers()) if (handler < length) found.push({ from, to, handler });
  }
  return found;
}

class Leb128 {
  at = 0;
  readonly #bytes: Buffer;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** `encoded_catch_handler`: a count, negative where a handler of everything follows; pairs of type and address. */
  handlers(): number[] {
    const count = (this.#number() << (32 - this.#read * 7)) >> (32 - this.#read * 7);
    const handlers: number[] = [];
    for (let i = 0; i < Math.min(Math.abs(count), MOST_HANDLERS); i++) {
      this.#number();
      handlers.push(this.#number());
    }
    if (count <= 0) handlers.push(this.#number());
    return handlers;
  }

  /** Bytes of the number read last. */
  #read = 0;

  #number(): number {
    let value = 0;
    for (this.#read = 0; this.#read < 4; ) {
      const byte = this.#bytes[this.at++] ?? 0;
      value |= (byte & 0x7f) << (7 * this.#read++);
      if (byte < 0x80) break;
    }
    return value;
  }
}
