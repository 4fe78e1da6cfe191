/**
 * Text of UTF-16 units, little-endian, between two byte offsets; an odd byte at the end is none. `Buffer.toString` must not be given one:
 * where the bytes lie at an odd address, Node.js 24 (seen in 24.21) copies it behind the end of the memory that it took for whole units.
 */
export function utf16Text(bytes: Buffer, from: number, end: number): string {
  const last = Math.min(end, bytes.length);
  return bytes.toString('utf16le', from, last - ((last - from) & 1));
}
