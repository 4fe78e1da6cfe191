import { modifiedUtf8Bytes, modifiedUtf8Text } from '../binary/mutf8.ts';
import { type Growing, ints } from './growing.ts';
import { InternAllowance } from './intern-allowance.ts';
import { hashBytes } from './scan-names.ts';
import type { Names } from './scanned.ts';

/** Gives texts of several files numbers in the order in which they first come, equal ones the same. Texts stay where they lie. */
export class TextTable {
  readonly #files: Buffer[] = [];
  readonly #file: Growing<Int32Array> = ints();
  readonly #at: Growing<Int32Array> = ints();
  readonly #length: Growing<Int32Array> = ints();
  readonly #hash: Growing<Int32Array> = ints();
  readonly #texts = new Map<number, string>();
  readonly #allowance = new InternAllowance();
  #slots = new Int32Array(4096).fill(-1);

  get count(): number {
    return this.#at.length;
  }

  /** Numbers of all names of a file. @throws BrokenBytes `dex-colliding-names` */
  addAll(bytes: Uint8Array, names: Names): Int32Array {
    const file = this.#files.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)) - 1;
    const numbers = new Int32Array(names.at.length);
    for (let i = 0; i < numbers.length; i++) {
      numbers[i] = this.#add(file, names.at[i]!, names.length[i]!, names.hash[i]!);
    }
    return numbers;
  }

  /** Number of a text, -1 where there is none. */
  find(text: string): number {
    const bytes = modifiedUtf8Bytes(text);
    const hash = hashBytes(bytes, 0, bytes.length);
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const number = this.#slots[slot]!;
      if (number < 0) return -1;
      if (this.#hash.array[number] === hash && this.#isEqual(number, bytes, 0, bytes.length)) return number;
    }
  }

  text(number: number): string {
    const known = this.#texts.get(number);
    if (known !== undefined) return known;
    const at = this.#at.array[number] ?? 0;
    const bytes = this.#files[this.#file.array[number] ?? 0];
    const text = bytes ? modifiedUtf8Text(bytes, at, at + (this.#length.array[number] ?? 0)) : '';
    this.#texts.set(number, text);
    return text;
  }

  #add(file: number, at: number, length: number, hash: number): number {
    if (this.count * 2 >= this.#slots.length) this.#grow();
    this.#allowance.ask();
    const mask = this.#slots.length - 1;
    const bytes = this.#files[file]!;
    let slot = hash & mask;
    for (let number = this.#slots[slot]!; number >= 0; number = this.#slots[slot]!) {
      if (this.#hash.array[number] === hash && this.#isEqual(number, bytes, at, length)) return number;
      this.#allowance.spend(1 + (this.#hash.array[number] === hash ? length >>> 4 : 0));
      slot = (slot + 1) & mask;
    }
    this.#slots[slot] = this.count;
    this.#file.push(file);
    this.#at.push(at);
    this.#length.push(length);
    this.#hash.push(hash);
    return this.count - 1;
  }

  #isEqual(number: number, bytes: Uint8Array, at: number, length: number): boolean {
    if (this.#length.array[number] !== length) return false;
    const other = this.#files[this.#file.array[number]!]!;
    const from = this.#at.array[number]!;
    for (let i = 0; i < length; i++) if (other[from + i] !== bytes[at + i]) return false;
    return true;
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let number = 0; number < this.count; number++) {
      let slot = this.#hash.array[number]! & mask;
      while (slots[slot]! >= 0) {
        slot = (slot + 1) & mask;
        this.#allowance.spend(1);
      }
      slots[slot] = number;
    }
    this.#slots = slots;
  }
}
