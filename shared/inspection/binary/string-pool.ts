import { BrokenBytes } from '../broken.ts';
import { LIMITS } from '../limits.ts';

const UTF8_FLAG = 0x100;
const HEADER = 28;

/**
 * `ResStringPool` (ResourceTypes.h): a chunk of strings in UTF-8 or UTF-16, read one by one when asked for. Counts and offsets that
 * lead outside the chunk give `null`, as the platform does.
 */
export class StringPool {
  readonly count: number;
  readonly #bytes: Buffer;
  readonly #offsets: number;
  readonly #strings: number;
  readonly #end: number;
  readonly #utf8: boolean;
  readonly #cache = new Map<number, string | null>();

  /** @param at offset of the chunk in `bytes`; `size` its bytes. @throws BrokenBytes when the chunk has no room for its header */
  constructor(bytes: Buffer, at: number, size: number, structure: string) {
    this.#bytes = bytes;
    this.#end = Math.min(at + size, bytes.length);
    if (this.#end - at < HEADER) {
      const what = { zh: '字符串池头部不完整', en: 'the header of the string pool is cut short' };
      throw new BrokenBytes('string-pool-short', structure, at, what);
    }
    const headerSize = bytes.readUInt16LE(at + 2);
    this.#offsets = at + Math.max(headerSize, HEADER);
    this.#utf8 = (bytes.readUInt32LE(at + 16) & UTF8_FLAG) !== 0;
    this.#strings = at + bytes.readUInt32LE(at + 20);
    const room = Math.max(0, Math.floor((this.#end - this.#offsets) / 4));
    this.count = Math.min(bytes.readUInt32LE(at + 8), room);
  }

  /** The string at an index, cut at a sane length; `null` where there is none. */
  get(index: number): string | null {
    if (index < 0 || index >= this.count) return null;
    const known = this.#cache.get(index);
    if (known !== undefined) return known;
    const at = this.#strings + this.#bytes.readUInt32LE(this.#offsets + index * 4);
    const text = at >= this.#end ? null : this.#utf8 ? this.#readUtf8(at) : this.#readUtf16(at);
    this.#cache.set(index, text);
    return text;
  }

  /** Length in UTF-16 units, then length in bytes, each in one byte or two (high bit set). */
  #readUtf8(at: number): string | null {
    const bytes = this.#bytes;
    let place = at + ((bytes[at]! & 0x80) !== 0 ? 2 : 1);
    if (place + 1 >= this.#end) return null;
    let length = bytes[place]!;
    place += 1;
    if ((length & 0x80) !== 0) {
      length = ((length & 0x7f) << 8) | bytes[place]!;
      place += 1;
    }
    return bytes.toString('utf8', place, Math.min(place + Math.min(length, LIMITS.text * 4), this.#end));
  }

  /** Length in UTF-16 units in one unit or two (high bit set). */
  #readUtf16(at: number): string | null {
    const bytes = this.#bytes;
    if (at + 2 > this.#end) return null;
    let length = bytes.readUInt16LE(at);
    let place = at + 2;
    if ((length & 0x8000) !== 0) {
      if (place + 2 > this.#end) return null;
      length = ((length & 0x7fff) << 16) | bytes.readUInt16LE(place);
      place += 2;
    }
    return bytes.toString('utf16le', place, Math.min(place + Math.min(length, LIMITS.text) * 2, this.#end));
  }
}
