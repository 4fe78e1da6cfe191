/** Values of base64's digits by character code; 64 for every other character. */
const DIGITS = new Uint8Array(128).fill(64);
for (const [value, digit] of [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].entries()) {
  DIGITS[digit.charCodeAt(0)] = value;
}

/** What a byte of a number is worth by its place; five bytes hold 32 bits. */
const SCALES = [1, 2 ** 7, 2 ** 14, 2 ** 21, 2 ** 28];

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
    const digit = DIGITS[text.charCodeAt(at)] ?? 64;
    if (digit === 64) break;
    buffer = ((buffer << 6) | digit) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    const byte = (buffer >>> bits) & 0xff;
    more += (byte & 0x7f) * SCALES[place]!;
    if (byte >= 0x80) {
      place += 1;
      if (place === SCALES.length) break;
      continue;
    }
    print += more;
    if (print > 0xffffffff || (more === 0 && count > 0)) break;
    into[count++] = print;
    more = 0;
    place = 0;
  }
  return count;
}
