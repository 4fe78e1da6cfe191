import type { Prints } from '../../../domain/facts/third-party.ts';

/**
 * How prints are hashed and written down. Stored facts and the fingerprints of SDKs hold these numbers, so that none of this may change
 * without a new scheme.
 */
export const PRINT_SCHEME = 1;

/** A feature is kept where its hash is a multiple of this: the same quarter of all features in every package. */
export const PRINT_DIVISOR = 4;

/**
 * What a feature is. `s`: a string constant that code loads or a class holds. `m`: methods of the platform that one
 * method calls in a row. `c`: shape
 * of a class, by the platform's types and methods in it. `r`: type and name of a resource.
 */
export type PrintKind = 's' | 'm' | 'c' | 'r';

/** How many prints a list may hold that is decoded; more than any package has (`LIMITS.prints`), and what ends a hostile list. */
const MOST_PRINTS = 100_000;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/**
 * MurmurHash3 (x86, 32 bits, seed 0) over a sequence of 32-bit words: `beginPrint`, `addToPrint` for each word, `finishPrint` with the
 * number of words. The first word is the code of the kind's letter.
 */
export function beginPrint(kind: PrintKind): number {
  return addToPrint(0, kind.charCodeAt(0));
}

export function addToPrint(hash: number, word: number): number {
  let k = Math.imul(word, 0xcc9e2d51);
  k = Math.imul((k << 15) | (k >>> 17), 0x1b873593);
  const h = hash ^ k;
  return (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0;
}

/** @param words added, the kind's letter not counted; @returns the print, 0 … 2³² − 1 */
export function finishPrint(hash: number, words: number): number {
  let h = hash ^ ((words + 1) * 4);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Print of a text: one word for each of its UTF-16 units. */
export function printOfText(kind: PrintKind, text: string): number {
  let hash = beginPrint(kind);
  for (let i = 0; i < text.length; i++) hash = addToPrint(hash, text.charCodeAt(i));
  return finishPrint(hash, text.length);
}

/** Print of numbers of 32 bits, in their order. */
export function printOfNumbers(kind: PrintKind, numbers: ArrayLike<number>): number {
  let hash = beginPrint(kind);
  for (let i = 0; i < numbers.length; i++) hash = addToPrint(hash, numbers[i]!);
  return finishPrint(hash, numbers.length);
}

/** Whether a print is among those that are kept. */
export function isKept(print: number): boolean {
  return print % PRINT_DIVISOR === 0;
}

/** Prints as facts hold them: sorted, each once, whatever order they are given in. */
export function encodePrints(hashes: Iterable<number>): Prints {
  const sorted = Uint32Array.from(hashes).sort();
  const bytes: number[] = [];
  let before = -1;
  for (const print of sorted) {
    if (print === before) continue;
    let left = before < 0 ? print : print - before;
    for (; left > 0x7f; left = Math.floor(left / 0x80)) bytes.push((left & 0x7f) | 0x80);
    bytes.push(left);
    before = print;
  }
  return Buffer.from(bytes).toString('base64');
}

/**
 * The prints of a list, in rising order. A text that `encodePrints` would not write (no base64, a number beyond 32 bits or cut short, a
 * print twice) ends where it goes wrong: what stands before counts.
 */
export function decodePrints(text: string): Uint32Array {
  if (text.length % 4 !== 0 || !BASE64.test(text)) return new Uint32Array(0);
  const bytes = Buffer.from(text, 'base64');
  const prints = new Uint32Array(Math.min(bytes.length, MOST_PRINTS));
  let count = 0;
  let before = 0;
  for (let at = 0; at < bytes.length && count < MOST_PRINTS; ) {
    let more = 0;
    let scale = 1;
    let byte = 0x80;
    for (; byte >= 0x80 && scale <= 2 ** 28; scale *= 0x80) {
      byte = bytes[at++] ?? 0xff;
      more += (byte & 0x7f) * scale;
    }
    const print = before + more;
    if (byte >= 0x80 || print > 0xffffffff || (more === 0 && count > 0)) break;
    prints[count++] = print;
    before = print;
  }
  return prints.slice(0, count);
}
