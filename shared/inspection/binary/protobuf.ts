import { BinaryReader, WireType } from '@bufbuild/protobuf/wire';
import { BrokenBytes } from '../broken.ts';
import { LIMITS } from '../limits.ts';

/** What the messages of one file share: the reader that stands somewhere in it, and how many fields may still be read. */
interface File {
  readonly bytes: Buffer;
  readonly structure: string;
  readonly reader: BinaryReader;
  readonly allowance: ProtoAllowance;
}

/** How many fields and bytes of text may still be read, of one file or of several that belong together. */
export class ProtoAllowance {
  fields: number = LIMITS.protobufFields;
  text: number = LIMITS.protobufText;
}

/**
 * One message of a protobuf file (protobuf.dev, "Encoding"), read field by field:
 *
 *     while (message.next()) if (message.field === 3) name = message.text();
 *
 * A field that is not taken is stepped over. Nothing is read outside the message, whatever its lengths say; messages within messages
 * and fields are limited. A message must be read to its end, or left, before the one around it goes on.
 * @throws BrokenBytes `protobuf-…` from every method
 */
export class ProtoMessage {
  readonly start: number;
  readonly end: number;
  /** Number of the field that `next` found. */
  field = 0;
  readonly #file: File;
  readonly #depth: number;
  #wire: WireType = WireType.Varint;
  /** Where the value of the current field begins. */
  #value = 0;
  /** Where the next field begins; -1 while the value of the last one has not been taken. */
  #next: number;

  private constructor(file: File, start: number, end: number, depth: number) {
    this.#file = file;
    this.start = start;
    this.end = end;
    this.#next = start;
    this.#depth = depth;
  }

  /** The message that a whole file is. @param structure what the file is, for errors */
  static of(bytes: Buffer, structure: string, allowance: ProtoAllowance = new ProtoAllowance()): ProtoMessage {
    const file = {
      bytes,
      structure,
      reader: new BinaryReader(bytes),
      allowance,
    };
    return new ProtoMessage(file, 0, bytes.length, 0);
  }

  /** The message at a place of the same file that was noted before (`start`, `end`). */
  at(start: number, end: number): ProtoMessage {
    return new ProtoMessage(this.#file, start, end, this.#depth + 1);
  }

  /** The bytes of a short message as a key, equal for messages that are written in the same way; null for a long one. */
  key(): string | null {
    return this.end - this.start > LIMITS.protobufKey ? null : this.#file.bytes.toString('latin1', this.start, this.end);
  }

  /** Steps to the next field; false at the end of the message. */
  next(): boolean {
    const { reader } = this.#file;
    if (this.#next < 0) {
      reader.pos = this.#value;
      this.#guarded(() => reader.skip(this.#wire, this.field));
    }
    if (this.#next === this.end) return false;
    if (--this.#file.allowance.fields < 0) {
      throw this.#broken('protobuf-too-many-fields', { zh: '字段过多', en: 'too many fields' });
    }
    reader.pos = this.#next;
    const tag = this.#guarded(() => reader.uint32());
    this.field = tag >>> 3;
    this.#wire = tag & 7;
    if (this.field === 0 || this.#wire > WireType.Bit32) {
      throw this.#broken('protobuf-tag', { zh: `标签 ${tag} 不存在`, en: `there is no tag ${tag}` });
    }
    this.#value = reader.pos;
    this.#next = -1;
    return true;
  }

  /** `uint32` and enumerations; of a longer number its lower 32 bits, as every decoder has it. */
  uint32(): number {
    return this.#take(WireType.Varint, (reader) => reader.uint32());
  }

  int32(): number {
    return this.#take(WireType.Varint, (reader) => reader.int32());
  }

  bool(): boolean {
    return this.#take(WireType.Varint, (reader) => reader.bool());
  }

  float(): number {
    return this.#take(WireType.Bit32, (reader) => reader.float());
  }

  /** A text in UTF-8, of a very long one its beginning; what is no UTF-8 becomes U+FFFD. */
  text(): string {
    const [start, end] = this.#range();
    const length = Math.min(end - start, LIMITS.protobufString);
    this.#file.allowance.text -= length;
    if (this.#file.allowance.text < 0) {
      throw this.#broken('protobuf-too-much-text', { zh: '文本总量过大', en: 'too much text in all' });
    }
    return this.#file.bytes.toString('utf8', start, start + length);
  }

  message(): ProtoMessage {
    if (this.#depth >= LIMITS.protobufDepth) {
      throw this.#broken('protobuf-too-deep', { zh: '嵌套过深', en: 'nested too deeply' });
    }
    const [start, end] = this.#range();
    return new ProtoMessage(this.#file, start, end, this.#depth + 1);
  }

  #range(): [start: number, end: number] {
    return this.#take(WireType.LengthDelimited, (reader) => {
      const length = reader.uint32();
      const start = reader.pos;
      reader.pos += length;
      return [start, reader.pos];
    });
  }

  #take<T>(wire: WireType, read: (reader: BinaryReader) => T): T {
    if (this.#wire !== wire) {
      const what = { zh: `字段 ${this.field} 的编码类型是 ${this.#wire}`, en: `field ${this.field} has wire type ${this.#wire}` };
      throw this.#broken('protobuf-wire-type', what);
    }
    const { reader } = this.#file;
    reader.pos = this.#value;
    return this.#guarded(() => read(reader));
  }

  /** Runs a read of the library and sees to it that it stayed within this message. */
  #guarded<T>(read: () => T): T {
    const { reader } = this.#file;
    let result: T;
    try {
      result = read();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw this.#broken('protobuf-broken', { zh: `无法解码：${reason}`, en: `cannot be decoded: ${reason}` });
    }
    if (reader.pos > this.end) {
      throw this.#broken('protobuf-length', { zh: '长度超出所在消息', en: 'a length leads outside the message' });
    }
    this.#next = reader.pos;
    return result;
  }

  #broken(code: string, what: { zh: string; en: string }): BrokenBytes {
    return new BrokenBytes(code, this.#file.structure, Math.max(this.#next, this.#value, 0), what);
  }
}
