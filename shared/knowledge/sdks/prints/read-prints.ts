/** Values of base64's digits by UTF-16 unit; 64 for every other one. */
const DIGITS = new Uint8Array(2 ** 16).fill(64);
for (const [value, digit] of [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].entries()) {
  DIGITS[digit.charCodeAt(0)] = value;
}

/** Place of the last byte of a number; five bytes hold 32 bits. */
const LAST = 4;

/**
 * As `decodePrints`, into room that is there already: an app has thousands of lists, and they are compared in less time than it takes to make
 * room for them. A text that ends wrongly ends the list; so does the room.
 * @returns how many prints were written, from index 0 on, in rising order
 */
export function readPrints(text: string, into: Uint32Array): number {
  let count = 0;
  let print = 0;
  let more = 0;
  let place = 0;
  let buffer = 0;
  let bits = 0;
  for (let at = 0; at < text.length && count < into.length; at++) {
    const digit = DIGITS[text.charCodeAt(at)]!;
    if (digit === 64) break;
    buffer = ((buffer << 6) | digit) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    const byte = (buffer >>> bits) & 0xff;
    if (byte >= 0x80) {
      if (place === LAST) break;
      more += (byte & 0x7f) << (7 * place);
      place += 1;
      continue;
    }
    more += place === LAST ? byte * 2 ** 28 : byte << (7 * place);
    print += more;
    if (print > 0xffffffff || (more === 0 && count > 0)) break;
    into[count++] = print;
    more = 0;
    place = 0;
  }
  return count;
}
