import { BrokenBytes } from '../broken.ts';
import { LIMITS } from '../limits.ts';
import { modifiedUtf8Text } from './mutf8.ts';
import { utf16Text } from './utf16.ts';

const UTF8_FLAG = 0x100;
const HEADER = 28;

/**
 * `ResStringPool` (ResourceTypes.h): a chunk of strings in UTF-8 or UTF-16, read one by one when asked for. Counts and offsets that
 * lead outside the chunk give `null`, as the platform does.
 */
export class StringPool {
  readonly count: number;
  /** Whether there is room for as many strings as it says: `impossible` beyond its end, `overlapping` where the strings themselves lie. */
  readonly claims: 'true' | 'overlapping' | 'impossible';
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
    const claimed = bytes.readUInt32LE(at + 8);
    this.count = Math.min(claimed, room);
    const overlaps = claimed > 0 && this.#offsets + claimed * 4 > this.#strings;
    this.claims = claimed > room ? 'impossible' : overlaps ? 'overlapping' : 'true';
  }

  /** The string at an index, cut at a sane length; `null` where there is none. */
  get(index: number): string | null {
    if (index < 0 || index >= this.count) return null;
    const known = this.#cache.get(index);
    if (known !== undefined) return known;
    const text = this.#read(index);
    this.#cache.set(index, text);
    return text;
  }

  /** The bytes of a UTF-8 string as they lie in the pool, for a look without decoding; `null` in a UTF-16 pool. */
  range(index: number): readonly [from: number, end: number] | null {
    if (!this.#utf8 || index < 0 || index >= this.count) return null;
    return this.#utf8Range(this.#strings + this.#bytes.readUInt32LE(this.#offsets + index * 4));
  }

  #read(index: number): string | null {
    const at = this.#strings + this.#bytes.readUInt32LE(this.#offsets + index * 4);
    if (at >= this.#end) return null;
    if (!this.#utf8) return this.#readUtf16(at);
    const range = this.#utf8Range(at);
    return range && decodeUtf8(this.#bytes, range[0], range[1]);
  }

  /** Length in UTF-16 units, then length in bytes, each in one byte or two (high bit set). */
  #utf8Range(at: number): [from: number, end: number] | null {
    const bytes = this.#bytes;
    if (at >= this.#end) return null;
    let place = at + ((bytes[at]! & 0x80) !== 0 ? 2 : 1);
    if (place + 1 >= this.#end) return null;
    let length = bytes[place]!;
    place += 1;
    if ((length & 0x80) !== 0) {
      length = ((length & 0x7f) << 8) | bytes[place]!;
      place += 1;
    }
    return [place, Math.min(place + Math.min(length, LIMITS.text * 4), this.#end)];
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
    return utf16Text(bytes, place, Math.min(place + Math.min(length, LIMITS.text) * 2, this.#end));
  }
}

/** UTF-8, in which aapt2 writes characters beyond the 16-bit plane as two surrogates of three bytes each (modified UTF-8). */
function decodeUtf8(bytes: Buffer, from: number, end: number): string {
  const text = bytes.toString('utf8', from, end);
  if (!text.includes('\ufffd')) return text;
  for (let at = from; at + 1 < end; at++) {
    if (bytes[at] === 0xed && bytes[at + 1]! >= 0xa0) return modifiedUtf8Text(bytes, from, end);
  }
  return text;
}
