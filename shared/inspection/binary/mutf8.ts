/**
 * A `string_data_item` of a DEX file (DEX format, "MUTF-8"): length in UTF-16 units as ULEB128, then the text up to a NUL.
 * @returns `null` when it is longer than `most` units or does not end within the bytes
 */
export function modifiedUtf8(bytes: Buffer, at: number, most: number): string | null {
  let place = at;
  let length = 0;
  for (let shift = 0; shift < 35; shift += 7) {
    const byte = bytes[place++];
    if (byte === undefined) return null;
    length += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) break;
  }
  if (length > most) return null;
  const limit = Math.min(bytes.length, place + length * 3 + 1);
  let end = place;
  let ascii = true;
  while (end < limit && bytes[end] !== 0) {
    if (bytes[end]! > 0x7f) ascii = false;
    end += 1;
  }
  if (end >= limit) return null;
  return ascii ? bytes.toString('latin1', place, end) : modifiedUtf8Text(bytes, place, end);
}

/** Bytes of a text in modified UTF-8, as a DEX file has them, without length and end. */
export function modifiedUtf8Bytes(text: string): Uint8Array {
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit !== 0 && unit < 0x80) bytes.push(unit);
    else if (unit < 0x800) bytes.push(0xc0 | (unit >> 6), 0x80 | (unit & 0x3f));
    else bytes.push(0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f));
  }
  return Uint8Array.from(bytes);
}

/** The text of bytes whose end is known. One to three bytes a UTF-16 unit; surrogates stand by themselves and NUL has two bytes, unlike in UTF-8. */
export function modifiedUtf8Text(bytes: Uint8Array, start: number, end: number): string {
  let plain = start;
  while (plain < end && bytes[plain]! < 0x80) plain += 1;
  if (plain === end) {
    const buffer = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    return buffer.toString('latin1', start, end);
  }
  let text = '';
  for (let at = start; at < end; ) {
    const first = bytes[at]!;
    if (first < 0x80) {
      text += String.fromCharCode(first);
      at += 1;
    } else if (first < 0xe0) {
      text += String.fromCharCode(((first & 0x1f) << 6) | ((bytes[at + 1] ?? 0) & 0x3f));
      at += 2;
    } else {
      text += String.fromCharCode(((first & 0x0f) << 12) | (((bytes[at + 1] ?? 0) & 0x3f) << 6) | ((bytes[at + 2] ?? 0) & 0x3f));
      at += 3;
    }
  }
  return text;
}
