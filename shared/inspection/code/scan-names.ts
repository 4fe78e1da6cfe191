import type { Dex } from '../binary/dex.ts';
import { LIMITS } from '../limits.ts';
import { type Growing, ints } from './growing.ts';
import type { Names } from './scanned.ts';

/** Hash of bytes: FNV-1a with a last mix, since tables look at the low bits alone. Who makes names collide meets the tables' allowance. */
export function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
  return mix(hash);
}

export function mix(hash: number): number {
  const half = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return half ^ (half >>> 13);
}

/** Gathers the places of names in a file. */
export class NameList {
  /** Names that could not be read: beyond the file, too long, without an end. */
  nameless = 0;
  readonly #dex: Dex;
  readonly #at: Growing<Int32Array>;
  readonly #length: Growing<Int32Array>;
  readonly #hash: Growing<Int32Array>;

  constructor(dex: Dex, room: number) {
    this.#dex = dex;
    this.#at = ints(room);
    this.#length = ints(room);
    this.#hash = ints(room);
  }

  get count(): number {
    return this.#at.length;
  }

  /** Adds the string of that index (DEX format, "string_data_item"). @throws BrokenBytes `dex-overlap` */
  add(string: number): void {
    if (this.#addNamed(string)) return;
    this.nameless += 1;
    this.#push(0, 0, 0);
  }

  #addNamed(string: number): boolean {
    const { bytes } = this.#dex;
    let at = this.#dex.stringAt(string);
    let units = 0;
    let read = 0;
    for (; read < 5 && at < bytes.length; read++) {
      const byte = bytes[at++]!;
      units += (byte & 0x7f) * 2 ** (7 * read);
      if (byte < 0x80) break;
    }
    if (units > LIMITS.dexNameLength || at >= bytes.length) return false;
    const limit = Math.min(bytes.length, at + units * 3 + 1);
    let end = at;
    let hash = 0x811c9dc5;
    for (let byte = bytes[end]; byte !== 0 && end < limit; byte = bytes[end]) {
      hash = Math.imul(hash ^ byte!, 0x01000193);
      end += 1;
    }
    this.#dex.allowance.spend(end - at, at);
    if (end >= limit) return false;
    this.#push(at, end - at, mix(hash));
    return true;
  }

  finish(): Names {
    return { at: this.#at.finish(), length: this.#length.finish(), hash: this.#hash.finish() };
  }

  #push(at: number, length: number, hash: number): void {
    this.#at.push(at);
    this.#length.push(length);
    this.#hash.push(hash);
  }
}
