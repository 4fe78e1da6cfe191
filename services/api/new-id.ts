import { randomBytes } from 'node:crypto';

/** Crockford's base 32 in lower case: no letters that a person confuses, and safe in paths, job ids and object keys. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** A random id of 100 bits with a prefix that says of what: `sub_…`, `up_…`. */
export function newId(prefix: string): string {
  const letters = Array.from(randomBytes(20), (byte) => ALPHABET[byte & 31]);
  return `${prefix}_${letters.join('')}`;
}
