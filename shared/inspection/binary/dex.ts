import { BrokenBytes } from '../broken.ts';
import { LIMITS } from '../limits.ts';
import { modifiedUtf8 } from './mutf8.ts';

const HEADER = 0x70;
/** Type indices have 16 bits (DEX format, "type_id_item"), and a class needs a type of its own. */
const MOST_TYPES = 0x10000;

/**
 * Tables, names and code may be used more than once (compilers merge equal methods, files in a container share), but not without end: a
 * file made so that everything points to the same long list would be read for hours. Beyond this many times its size it is not read on.
 */
const MOST_REUSE = 16;

/** What may still be spent on reading one entry, shared by all DEX files in it. */
class Allowance {
  readonly #structure: string;
  #left: number;

  constructor(bytes: number, entry: string) {
    this.#structure = `DEX ${entry}`;
    this.#left = bytes * MOST_REUSE;
  }

  /** @throws BrokenBytes `dex-overlap` when there is none left; `at` is where that was noticed */
  spend(amount: number, at: number): void {
    this.#left -= amount;
    if (this.#left >= 0) return;
    const what = { zh: '反复引用同一段数据', en: 'the same data are used over and over' };
    throw new BrokenBytes('dex-overlap', this.#structure, at, what);
  }
}

interface Section {
  readonly count: number;
  readonly at: number;
}

/**
 * One DEX file, versions 035 to 041 (DEX format, "header_item"). Reads on demand over the bytes; nothing is copied but names.
 * In version 041 several of them share one container, and every offset counts from the container's start.
 */
export class Dex {
  readonly version: string;
  readonly bytes: Buffer;
  /** The same bytes as 16-bit units, for instructions. */
  readonly units: Uint16Array;
  readonly strings: Section;
  readonly types: Section;
  readonly methods: Section;
  readonly classes: Section;
  /** Where this file ends in the container: the next header, or the end. */
  readonly end: number;
  readonly allowance: Allowance;
  readonly #entry: string;

  /** @throws BrokenBytes when this is no DEX header or a table leaves the file */
  constructor(bytes: Buffer, entry: string, header = 0, allowance = new Allowance(bytes.length, entry)) {
    this.#entry = entry;
    this.allowance = allowance;
    if (header + HEADER > bytes.length) {
      throw this.#broken('dex-short', header, { zh: '文件头不完整', en: 'the header is cut short' });
    }
    const magic = bytes.toString('latin1', header, header + 8);
    const match = /^dex\n(\d\d\d)\0$/.exec(magic);
    if (!match) {
      const shown = bytes.toString('hex', header, header + 8);
      throw this.#broken('dex-magic', header, { zh: `不是 DEX 文件（${shown}）`, en: `this is not a DEX file (${shown})` });
    }
    this.version = match[1]!;
    this.bytes = bytes;
    this.units = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 1);
    const container = this.version >= '041';
    const declared = bytes.readUInt32LE(header + 32);
    this.end = container && declared >= HEADER ? Math.min(header + declared, bytes.length) : bytes.length;
    this.strings = this.#section(header + 56, 4, 'string_ids');
    this.types = this.#section(header + 64, 4, 'type_ids', MOST_TYPES);
    this.methods = this.#section(header + 88, 8, 'method_ids');
    this.classes = this.#section(header + 96, 32, 'class_defs', MOST_TYPES);
  }

  /** The text of a string; `null` when its index or place is wrong or it is longer than names may be. */
  string(index: number): string | null {
    if (index >= this.strings.count) return null;
    const at = this.bytes.readUInt32LE(this.strings.at + index * 4);
    const text = modifiedUtf8(this.bytes, at, LIMITS.dexNameLength);
    this.allowance.spend(text === null ? LIMITS.dexNameLength : text.length, at);
    return text;
  }

  /** Descriptor of a type, `Lpkg/Cls;`. */
  descriptor(type: number): string | null {
    return type < this.types.count ? this.string(this.bytes.readUInt32LE(this.types.at + type * 4)) : null;
  }

  methodClass(method: number): number {
    return this.bytes.readUInt16LE(this.methods.at + method * 8);
  }

  methodName(method: number): string | null {
    return method < this.methods.count ? this.string(this.bytes.readUInt32LE(this.methods.at + method * 8 + 4)) : null;
  }

  /** Type index and offset of the `class_data_item` (0 for none) of a class definition. */
  classType(definition: number): number {
    return this.bytes.readUInt32LE(this.classes.at + definition * 32);
  }

  classData(definition: number): number {
    return this.bytes.readUInt32LE(this.classes.at + definition * 32 + 24);
  }

  #section(field: number, width: number, name: string, most = Number.MAX_SAFE_INTEGER): Section {
    const count = this.bytes.readUInt32LE(field);
    const at = this.bytes.readUInt32LE(field + 4);
    if (count > 0 && (count > most || at + count * width > this.bytes.length)) {
      const what = { zh: `${name} 声明 ${count} 项，超出文件`, en: `${name} claims ${count} items, more than the file holds` };
      throw this.#broken('dex-section', field, what);
    }
    this.allowance.spend(count * width, field);
    return { count, at };
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
    header = dex.version >= '041' ? dex.end : aligned.length;
  } while (header + HEADER <= aligned.length);
}
