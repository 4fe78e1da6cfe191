import { LIMITS } from '../limits.ts';
import { Cursor } from './cursor.ts';
import { modifiedUtf8 } from './mutf8.ts';

/** An ArkTS bytecode file, as far as names tell what it is made of. */
export interface AbcFile {
  /** `12.0.6.0`. */
  readonly version: string;
  /** Bytes that the header says the file has. */
  readonly declaredBytes: number;
  /** Classes that it defines, each of which stands for a source file, and what their modules request. */
  readonly records: readonly AbcRecord[];
}

export interface AbcRecord {
  /** Name without the type's `L`, `_` and `;`: `entry/src/main/ets/pages/Index`. */
  readonly name: string;
  /** Modules that it imports, as the compiler writes them: `@ohos:geoLocationManager`, `@normalized:N&&&@scope/name/index&1.0.0`. */
  readonly requests: readonly string[];
}

const MAGIC = 'PANDA\0\0\0';
const HEADER = 60;
/** Value of a header field that the version does not use. */
const UNUSED = 0xffffffff;
/** The field of a record that holds where its module's imports and exports stand. */
const MODULE_FIELD = 'moduleRecordIdx';

/** Whether bytes begin as an ArkTS bytecode file. */
export function isAbc(bytes: Buffer): boolean {
  return bytes.toString('latin1', 0, MAGIC.length) === MAGIC;
}

/**
 * Reads the header and the class index (OpenHarmony, "Ark Bytecode File Format"; versions 9 to 13 have the same header, the later ones
 * without the table of literal arrays). What breaks off is told to `broken`, and what was read before is there all the same.
 * @throws BrokenBytes when there is no whole header
 */
export function readAbc(bytes: Buffer, structure: string, broken: (error: unknown) => void): AbcFile {
  const header = new Cursor(bytes, structure).skip(12);
  const version = [...header.take(4)].join('.');
  const declaredBytes = header.u32();
  const foreignStart = header.u32();
  const foreignEnd = foreignStart + header.u32();
  const classes = header.u32();
  const classIndex = header.u32();
  header.skip(8);
  const literals = { count: header.u32(), at: header.u32() };
  const records: AbcRecord[] = [];
  const reader = new RecordReader(bytes, structure, literals);
  try {
    const index = new Cursor(bytes, structure, classIndex);
    for (let left = Math.min(classes, LIMITS.abcClasses); left > 0; left -= 1) {
      const at = index.u32();
      if (at >= foreignStart && at < foreignEnd) continue;
      const record = reader.read(at);
      if (record) records.push(record);
    }
  } catch (error) {
    broken(error);
  }
  return { version, declaredBytes, records };
}

class RecordReader {
  readonly #bytes: Buffer;
  readonly #structure: string;
  readonly #literals: { readonly count: number; readonly at: number };
  /** Records can overlap and modules be shared, so that a small file could stand for a large one. */
  #steps: number = LIMITS.abcRequests;
  readonly #seen = new Set<number>();
  #text: number = LIMITS.abcText;

  constructor(bytes: Buffer, structure: string, literals: { readonly count: number; readonly at: number }) {
    this.#bytes = bytes;
    this.#structure = structure;
    this.#literals = literals;
  }

  /** `Class`: name, a reserved word, flags, numbers of fields and methods, tagged values, fields, methods. Null where it was read before. */
  read(at: number): AbcRecord | null {
    if (at < HEADER || this.#seen.has(at) || this.#steps <= 0) return null;
    this.#seen.add(at);
    const name = this.#string(at) ?? '';
    const cursor = new Cursor(this.#bytes, this.#structure, at);
    const length = uleb(cursor) >>> 1;
    cursor.skip(endOfText(this.#bytes, cursor.offset, length) - cursor.offset);
    cursor.skip(4);
    uleb(cursor);
    const fields = uleb(cursor);
    uleb(cursor);
    skipTags(cursor, CLASS_TAGS);
    const requests: string[] = [];
    for (let left = fields; left > 0 && this.#steps > 0; left -= 1) {
      this.#steps -= 1;
      cursor.skip(4);
      const fieldName = this.#string(cursor.u32());
      uleb(cursor);
      const value = skipTags(cursor, FIELD_TAGS);
      if (fieldName === MODULE_FIELD && value !== null) requests.push(...this.#requests(value));
    }
    return { name: name.replace(/^L_?/, '').replace(/;$/, ''), requests };
  }

  /** A module's literal array: a count, then how many modules it requests, and the offsets of their names. */
  #requests(value: number): string[] {
    const { count, at } = this.#literals;
    const tabled = count !== UNUSED && value < count && value < HEADER;
    const start = tabled ? new Cursor(this.#bytes, this.#structure, at + value * 4).u32() : value;
    if (start < HEADER || start + 8 > this.#bytes.length || this.#seen.has(start)) return [];
    this.#seen.add(start);
    const cursor = new Cursor(this.#bytes, this.#structure, start).skip(4);
    const number = Math.min(cursor.u32(), Math.floor(cursor.left / 4), this.#steps);
    this.#steps -= number;
    const names: string[] = [];
    for (let left = number; left > 0; left -= 1) {
      const name = this.#string(cursor.u32());
      if (name) names.push(name);
    }
    return names;
  }

  /** `String`: length in UTF-16 units with a flag for ASCII in its lowest bit, modified UTF-8, NUL. */
  #string(at: number): string | null {
    if (at < HEADER || at >= this.#bytes.length || this.#text <= 0) return null;
    const text = modifiedUtf8(this.#bytes, at, LIMITS.text * 2);
    this.#text -= 16 + (text?.length ?? 0);
    return text;
  }
}

/** What follows a tag: bytes, a number in LEB128, or a list of 16-bit indices behind its length. */
type TagBody = 1 | 4 | 'leb' | 'indices';
const CLASS_TAGS: readonly (TagBody | undefined)[] = [undefined, 'indices', 1, 4, 4, 4, 4, 4];
const FIELD_TAGS: readonly (TagBody | undefined)[] = [undefined, 'leb', 4, 4, 4, 4, 4];

/** Steps over tagged values up to the tag 0; answers with the value of an integer or an id among them (tags 1 and 2 of a field). */
function skipTags(cursor: Cursor, bodies: readonly (TagBody | undefined)[]): number | null {
  let value: number | null = null;
  for (let tag = cursor.u8(); tag !== 0; tag = cursor.u8()) {
    const body = bodies[tag];
    if (body === undefined) return null;
    if (body === 'indices') cursor.skip(uleb(cursor) * 2);
    else if (body === 'leb') value = uleb(cursor);
    else if (body === 4 && tag === 2) value = cursor.u32();
    else cursor.skip(body);
  }
  return value;
}

/** An unsigned number in LEB128, of at most five bytes; offsets are positive, so that a signed one reads the same. */
function uleb(cursor: Cursor): number {
  let value = 0;
  for (let shift = 0; shift < 35; shift += 7) {
    const byte = cursor.u8();
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) break;
  }
  return value;
}

/** Behind the NUL of a text of `length` UTF-16 units. */
function endOfText(bytes: Buffer, at: number, length: number): number {
  const end = bytes.indexOf(0, at);
  return end < 0 || end - at > length * 3 ? bytes.length : end + 1;
}
