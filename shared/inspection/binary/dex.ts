import { BrokenBytes } from '../broken.ts';
import { LIMITS } from '../limits.ts';
import { Allowance } from './dex-allowance.ts';
import { modifiedUtf8 } from './mutf8.ts';

const HEADER = 0x70;
/** Type and prototype indices have 16 bits (DEX format, "type_id_item"), and a class needs a type of its own. */
const MOST_TYPES = 0x10000;

export interface Section {
  readonly count: number;
  readonly at: number;
}

/**
 * One DEX file, versions 035 to 041 (DEX format, "header_item"), or a compact one (ART, `CompactDexFile::Header`: the same fields, then
 * its own). Reads on demand over the bytes; nothing is copied but names. In version 041 several files share one container, and every
 * offset counts from the container's start.
 */
export class Dex {
  /** `035` … `041`; `cdex001` for a compact file. */
  readonly version: string;
  readonly compact: boolean;
  readonly bytes: Buffer;
  /** The same bytes as 16-bit units, for instructions. */
  readonly units: Uint16Array;
  readonly strings: Section;
  readonly types: Section;
  readonly protos: Section;
  readonly fields: Section;
  readonly methods: Section;
  readonly classes: Section;
  /** Where the header begins. */
  readonly header: number;
  /** What offsets of items (not of tables) count from: the data section of a compact file, else the start of the bytes. */
  readonly base: number;
  /** Where this file ends in the container: the next header, or the end. */
  readonly end: number;
  readonly allowance: Allowance;
  /** A table that leaves the file although the rest can be read without it; `null` when there is none. */
  broken: BrokenBytes | null = null;
  readonly #entry: string;

  /** @throws BrokenBytes when this is no DEX header or a table that nothing can be read without leaves the file */
  constructor(bytes: Buffer, entry: string, header = 0, allowance = new Allowance(bytes.length, entry)) {
    this.#entry = entry;
    this.allowance = allowance;
    this.header = header;
    if (header + HEADER > bytes.length) {
      throw this.#broken('dex-short', header, { zh: '文件头不完整', en: 'the header is cut short' });
    }
    const magic = bytes.toString('latin1', header, header + 8);
    const match = /^(?:dex\n(\d\d\d)|(cdex001))\0$/.exec(magic);
    if (!match) {
      const shown = bytes.toString('hex', header, header + 8);
      throw this.#broken('dex-magic', header, { zh: `不是 DEX 文件（${shown}）`, en: `this is not a DEX file (${shown})` });
    }
    this.compact = match[2] !== undefined;
    this.version = match[1] ?? match[2]!;
    this.bytes = bytes;
    this.units = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 1);
    const container = this.version >= '041' && !this.compact;
    const declared = bytes.readUInt32LE(header + 32);
    this.end = container && declared >= HEADER ? Math.min(header + declared, bytes.length) : bytes.length;
    this.base = this.compact ? this.#dataSection() : 0;
    this.strings = this.#section(header + 56, 4, 'string_ids');
    this.types = this.#section(header + 64, 4, 'type_ids', MOST_TYPES);
    this.methods = this.#section(header + 88, 8, 'method_ids');
    this.classes = this.#section(header + 96, 32, 'class_defs', MOST_TYPES);
    this.protos = this.#dispensable(header + 72, 12, 'proto_ids', MOST_TYPES);
    this.fields = this.#dispensable(header + 80, 8, 'field_ids');
  }

  /** Where the `string_data_item` of a string lies; beyond the end when its index is wrong. */
  stringAt(index: number): number {
    return index < this.strings.count ? this.base + this.bytes.readUInt32LE(this.strings.at + index * 4) : this.bytes.length;
  }

  /** The text of a string; `null` when its index or place is wrong or it is longer than names may be. */
  string(index: number): string | null {
    if (index >= this.strings.count) return null;
    const at = this.stringAt(index);
    const text = modifiedUtf8(this.bytes, at, LIMITS.dexNameLength);
    this.allowance.spend(text === null ? LIMITS.dexNameLength : text.length, at);
    return text;
  }

  /** Index of the string that is a type's descriptor. */
  typeString(type: number): number {
    return type < this.types.count ? this.bytes.readUInt32LE(this.types.at + type * 4) : this.strings.count;
  }

  /** Descriptor of a type, `Lpkg/Cls;`. */
  descriptor(type: number): string | null {
    return type < this.types.count ? this.string(this.typeString(type)) : null;
  }

  methodClass(method: number): number {
    return this.bytes.readUInt16LE(this.methods.at + method * 8);
  }

  methodProto(method: number): number {
    return this.bytes.readUInt16LE(this.methods.at + method * 8 + 2);
  }

  /** Index of the string that is a method's name. */
  methodString(method: number): number {
    return this.bytes.readUInt32LE(this.methods.at + method * 8 + 4);
  }

  methodName(method: number): string | null {
    return method < this.methods.count ? this.string(this.methodString(method)) : null;
  }

  /** Type index of a class definition. */
  classType(definition: number): number {
    return this.bytes.readUInt32LE(this.classes.at + definition * 32);
  }

  /** A field of a `class_def_item` by its byte offset in it: 4 access flags, 8 superclass, 12 interfaces, 28 static values. */
  classField(definition: number, field: 4 | 8 | 12 | 28): number {
    return this.bytes.readUInt32LE(this.classes.at + definition * 32 + field);
  }

  /** Offset of the `class_data_item`, 0 for none. */
  classData(definition: number): number {
    const at = this.bytes.readUInt32LE(this.classes.at + definition * 32 + 24);
    return at === 0 ? 0 : this.base + at;
  }

  /** A `type_list` (DEX format): how many type indices of 16 bits and where they begin; `null` when it leaves the file. */
  typeList(offset: number): Section | null {
    const at = this.base + offset;
    if (at + 4 > this.bytes.length) return null;
    const count = this.bytes.readUInt32LE(at);
    return at + 4 + count * 2 > this.bytes.length ? null : { count, at: at + 4 };
  }

  #section(field: number, width: number, name: string, most = Number.MAX_SAFE_INTEGER): Section {
    const count = this.bytes.readUInt32LE(field);
    const at = this.header * Number(this.compact) + this.bytes.readUInt32LE(field + 4);
    if (count > 0 && (count > most || at + count * width > this.bytes.length)) {
      const what = { zh: `${name} 声明 ${count} 项，超出文件`, en: `${name} claims ${count} items, more than the file holds` };
      throw this.#broken('dex-section', field, what);
    }
    this.allowance.spend(count * width, field);
    return { count, at };
  }

  #dispensable(field: number, width: number, name: string, most?: number): Section {
    try {
      return this.#section(field, width, name, most);
    } catch (error) {
      if (!(error instanceof BrokenBytes) || error.code === 'dex-overlap') throw error;
      this.broken ??= error;
      return { count: 0, at: 0 };
    }
  }

  /** Items of a compact file lie in its data section, which several files of a vdex share (ART, `CompactDexFile::DataBegin`). */
  #dataSection(): number {
    const at = this.header + this.bytes.readUInt32LE(this.header + 108);
    if (at <= this.bytes.length) return at;
    throw this.#broken('dex-section', this.header + 108, { zh: '数据段超出文件', en: 'the data section leaves the file' });
  }

  #broken(code: string, at: number, what: { zh: string; en: string }): BrokenBytes {
    return new BrokenBytes(code, `DEX ${this.#entry}`, at, what);
  }
}

/** The DEX files in one entry: one, or for version 041 all in the container (DEX format, "Container format"). @throws BrokenBytes */
export function* openDexFiles(bytes: Buffer, entry: string): Generator<Dex> {
  const aligned = bytes.byteOffset % 2 === 0 ? bytes : Buffer.from(Uint8Array.from(bytes).buffer);
  const allowance = new Allowance(aligned.length, entry);
  let header = 0;
  do {
    const dex = new Dex(aligned, entry, header, allowance);
    yield dex;
    header = dex.version >= '041' && !dex.compact ? dex.end : aligned.length;
  } while (header + HEADER <= aligned.length);
}
