import { modifiedUtf8Text } from './mutf8.ts';

/** A string of an ArkTS bytecode file by where its text lies; `ascii` ones can be read as they are. */
export interface AbcString {
  readonly start: number;
  readonly end: number;
  readonly ascii: boolean;
}

/** Behind the header and its tables. */
const FIRST = 60;

/**
 * Calls for every string of the file, in file order (OpenHarmony, "Ark Bytecode File Format", `String`: length in UTF-16 units and a
 * flag for ASCII as ULEB128, text, NUL). They lie one behind the other, each ended by its NUL, so all that stands between two NULs is a
 * string when its own length fits it to the byte; no table needs to be believed. One pass; nothing is copied.
 * @param most how many are called for
 */
export function sweepAbcStrings(bytes: Buffer, most: number, each: (string: AbcString) => void): void {
  let left = most;
  for (let start = FIRST; start < bytes.length && left > 0; ) {
    const end = bytes.indexOf(0, start);
    if (end < 0) return;
    if (end > start) {
      const found = stringIn(bytes, start, end);
      if (found) {
        left -= 1;
        each(found);
      }
    }
    start = end + 1;
  }
}

/** The text of a string. */
export function abcText(bytes: Buffer, { start, end, ascii }: AbcString): string {
  return ascii ? bytes.toString('latin1', start, end) : modifiedUtf8Text(bytes, start, end);
}

function stringIn(bytes: Buffer, start: number, end: number): AbcString | null {
  let length = 0;
  let at = start;
  for (let shift = 0; shift < 35 && at < end; shift += 7) {
    const byte = bytes[at++]!;
    length += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) break;
  }
  const ascii = length % 2 === 1;
  const units = Math.floor(length / 2);
  if (units === 0 || units > end - at) return null;
  if (ascii) return units === end - at && isAscii(bytes, at, end) ? { start: at, end, ascii } : null;
  return unitsOf(bytes, at, end) === units ? { start: at, end, ascii } : null;
}

function isAscii(bytes: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (bytes[at]! > 0x7f) return false;
  return true;
}

/** UTF-16 units of modified UTF-8; -1 where the bytes are none. */
function unitsOf(bytes: Buffer, start: number, end: number): number {
  let units = 0;
  for (let at = start; at < end; units += 1) {
    const first = bytes[at]!;
    const length = first < 0x80 ? 1 : first >= 0xc0 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : 0;
    if (length === 0) return -1;
    for (let next = at + 1; next < at + length; next += 1) if (((bytes[next] ?? 0) & 0xc0) !== 0x80 || next >= end) return -1;
    at += length;
  }
  return units;
}
