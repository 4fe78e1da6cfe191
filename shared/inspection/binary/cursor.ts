import { BrokenBytes } from '../broken.ts';

/** Little-endian reads that check their bounds; an error names the structure and the offset. */
export class Cursor {
  readonly bytes: Buffer;
  readonly structure: string;
  offset: number;
  readonly end: number;

  constructor(bytes: Buffer, structure: string, offset = 0, end = bytes.length) {
    this.bytes = bytes;
    this.structure = structure;
    this.offset = offset;
    this.end = Math.min(end, bytes.length);
  }

  get left(): number {
    return this.end - this.offset;
  }

  u8(): number {
    return this.bytes.readUInt8(this.#take(1));
  }

  u16(): number {
    return this.bytes.readUInt16LE(this.#take(2));
  }

  u32(): number {
    return this.bytes.readUInt32LE(this.#take(4));
  }

  /** A 64-bit number; above 2^53 it cannot be a place or a size in any file. */
  u64(): number {
    const at = this.#take(8);
    const value = this.bytes.readBigUInt64LE(at);
    if (value > BigInt(Number.MAX_SAFE_INTEGER)) {
      const what = { zh: `64 位数值 ${value} 过大`, en: `64-bit value ${value} is too large` };
      throw new BrokenBytes('value-out-of-range', this.structure, at, what);
    }
    return Number(value);
  }

  skip(length: number): this {
    this.#take(length);
    return this;
  }

  /** A view of the next `length` bytes; nothing is copied. */
  take(length: number): Buffer {
    const at = this.#take(length);
    return this.bytes.subarray(at, at + length);
  }

  /** A cursor over the next `length` bytes; this one moves behind them. */
  part(length: number, structure = this.structure): Cursor {
    const at = this.#take(length);
    return new Cursor(this.bytes, structure, at, at + length);
  }

  /** A part preceded by its 32-bit length, as the APK Signing Block nests everything. */
  prefixed(structure = this.structure): Cursor {
    return this.part(this.u32(), structure);
  }

  #take(length: number): number {
    const at = this.offset;
    if (length > this.end - at) {
      const what = {
        zh: `需要 ${length} 字节，只剩 ${this.end - at} 字节`,
        en: `needs ${length} bytes, ${this.end - at} are left`,
      };
      throw new BrokenBytes('truncated', this.structure, at, what);
    }
    this.offset = at + length;
    return at;
  }
}
