import type { Dex } from '../binary/dex.ts';
import { LIMITS } from '../limits.ts';
import { ints } from './growing.ts';
import { KEY_PREFIXES } from './keys.ts';
import type { ScanWish } from './scanned.ts';

/** UTF-8's first bytes of U+4E00 … U+9FFF, the ideographs (Unicode, "CJK Unified Ideographs"), and of what surrounds them. */
const HAN_FIRST = 0xe4;
const HAN_LAST = 0xe9;

/** What a string is to a scan, as bits; `unread` until a class first uses it. */
export const MARK = { wanted: 1, unread: 2, print: 4, version: 8 } as const;

/**
 * Looks through the strings of a file: which are wanted, which hold Chinese, which look like a key. Strings are sorted (DEX format,
 * "string_ids"; the platform refuses a file where they are not), so wanted ones are found by halving; only the search for Chinese
 * looks at every byte, once.
 * @returns `marks` by string index: wanted or not, and all of them unread
 */
export function markStrings(dex: Dex, wish: ScanWish): { marks: Uint8Array; texts: Int32Array; keys: Int32Array } {
  const marks = new Uint8Array(dex.strings.count).fill(MARK.unread);
  for (const text of wish.strings) {
    const place = findString(dex, text);
    if (place >= 0) marks[place]! |= MARK.wanted;
  }
  for (const prefix of wish.prefixes) {
    const bytes = Buffer.from(prefix);
    for (let i = lowerBound(dex, bytes); i < dex.strings.count && compareStart(dex, i, bytes) === 0; i++) {
      marks[i]! |= MARK.wanted;
    }
  }
  const keys = ints(16);
  for (const prefix of KEY_PREFIXES) {
    const bytes = Buffer.from(prefix);
    for (let i = lowerBound(dex, bytes); i < dex.strings.count && compareStart(dex, i, bytes) === 0; i++) {
      marks[i]! |= MARK.wanted;
      if (keys.length < LIMITS.dexUses) keys.push(i);
    }
  }
  return { marks, texts: chineseStrings(dex), keys: keys.finish() };
}

function chineseStrings(dex: Dex): Int32Array {
  const { bytes } = dex;
  const texts = ints(64);
  for (let string = 0; string < dex.strings.count && texts.length < LIMITS.dexUses; string++) {
    const from = textStart(dex, string);
    let at = from;
    for (let byte = bytes[at]; byte !== 0 && byte !== undefined; byte = bytes[++at]) {
      if (byte < HAN_FIRST || byte > HAN_LAST) continue;
      texts.push(string);
      break;
    }
    dex.allowance.spend(at - from, from);
  }
  return texts.finish();
}

/** Where the text of a string begins, behind its length. */
export function textStart(dex: Dex, string: number): number {
  let at = dex.stringAt(string);
  for (let i = 0; i < 4 && dex.bytes[at]! >= 0x80; i++) at += 1;
  return at + 1;
}

/** The first string that does not come before `text`. All searched texts are ASCII, where order by bytes is the file's. */
function lowerBound(dex: Dex, text: Buffer): number {
  let low = 0;
  let high = dex.strings.count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareStart(dex, middle, text) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Compares as much of a string as `text` has with it: 0 where the string begins with it. */
function compareStart(dex: Dex, string: number, text: Buffer): number {
  if (string >= dex.strings.count) return 1;
  const from = textStart(dex, string);
  for (let i = 0; i < text.length; i++) {
    const difference = (dex.bytes[from + i] ?? 0) - text[i]!;
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Index of the string that is an ASCII text; -1 where there is none. */
export function findString(dex: Dex, text: string): number {
  const bytes = Buffer.from(text);
  const place = lowerBound(dex, bytes);
  return compareStart(dex, place, bytes) === 0 && dex.bytes[textStart(dex, place) + bytes.length] === 0 ? place : -1;
}
