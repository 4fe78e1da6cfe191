import { BrokenBytes } from '../broken.ts';
import { utf16Text } from './utf16.ts';

/** First eight bytes of Hermes bytecode: "Hermes" in Greek, in the words of its header file. */
const MAGIC = Buffer.from('c61fbc03c103191f', 'hex');
const HEADER = 128;
const UTF16 = 1;
const OVERFLOWED = 0xff;
/** Bytes of a function header, by the generation of the format: the common one first. */
const FUNCTION_HEADERS = [16, 12, 20, 24];

/** Whether bytes begin as Hermes bytecode does. */
export function isHermes(head: Buffer): boolean {
  return head.subarray(0, MAGIC.length).equals(MAGIC);
}

/**
 * The strings of a Hermes bytecode file (`BytecodeFileFormat.h`: header, function headers, string kinds, identifier hashes, small string
 * table, overflow string table, string storage), one a line. They lie one over the other in the file, without separators, so that only
 * the tables tell where one ends.
 * @param maxLength characters at most; the rest is left out
 * @throws BrokenBytes when the tables fit no generation of the format
 */
export function hermesStrings(bytes: Buffer, name: string, maxLength: number): string {
  const tables = findTables(bytes);
  if (!tables) {
    const what = { zh: 'Hermes 字节码的字符串表无法定位', en: 'the string tables of the Hermes bytecode cannot be found' };
    throw new BrokenBytes('hermes-tables', name, 0, what);
  }
  const lines: string[] = [];
  let left = maxLength;
  for (let index = 0; index < tables.count && left > 0; index++) {
    const text = readString(bytes, tables, index).slice(0, left);
    left -= text.length + 1;
    lines.push(text);
  }
  return lines.join('\n');
}

interface Tables {
  readonly count: number;
  readonly overflowCount: number;
  readonly small: number;
  readonly overflow: number;
  readonly storage: number;
  readonly storageSize: number;
}

function findTables(bytes: Buffer): Tables | null {
  if (!isHermes(bytes) || bytes.length < HEADER) return null;
  const field = (index: number) => bytes.readUInt32LE(40 + index * 4);
  const [functions, kinds, identifiers, count, overflowCount, storageSize] = [0, 1, 2, 3, 4, 5].map(field) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  for (const functionHeader of FUNCTION_HEADERS) {
    const kindsAt = HEADER + functions * functionHeader;
    const small = kindsAt + (kinds + identifiers) * 4;
    const overflow = small + count * 4;
    const storage = overflow + overflowCount * 8;
    const tables = { count, overflowCount, small, overflow, storage, storageSize };
    const inside = storage + storageSize <= bytes.length;
    if (inside && kindsCover(bytes, kindsAt, kinds, count) && fits(bytes, tables)) return tables;
  }
  return null;
}

/** String kinds are runs: the lengths of all of them (the low bits of each) make up the number of strings. */
function kindsCover(bytes: Buffer, at: number, kinds: number, count: number): boolean {
  let sum = 0;
  for (let index = 0; index < kinds && sum <= count; index++) sum += bytes.readUInt32LE(at + index * 4) & 0x3fffffff;
  return sum === count;
}

/** Every place in the tables must lie in the storage: with a wrong guess hardly one does. */
function fits(bytes: Buffer, tables: Tables): boolean {
  for (let index = 0; index < Math.min(tables.count, 10_000); index++) if (!placeOf(bytes, tables, index)) return false;
  return true;
}

function placeOf(bytes: Buffer, tables: Tables, index: number): { start: number; end: number; wide: boolean } | null {
  const entry = bytes.readUInt32LE(tables.small + index * 4);
  const wide = (entry & UTF16) !== 0;
  let offset = (entry >>> 1) & 0x7fffff;
  let length = entry >>> 24;
  if (length === OVERFLOWED) {
    if (offset >= tables.overflowCount) return null;
    length = bytes.readUInt32LE(tables.overflow + offset * 8 + 4);
    offset = bytes.readUInt32LE(tables.overflow + offset * 8);
  }
  const end = offset + (wide ? length * 2 : length);
  return end > tables.storageSize ? null : { start: tables.storage + offset, end: tables.storage + end, wide };
}

function readString(bytes: Buffer, tables: Tables, index: number): string {
  const place = placeOf(bytes, tables, index);
  if (!place) return '';
  return place.wide ? utf16Text(bytes, place.start, place.end) : bytes.toString('latin1', place.start, place.end);
}
