import { BrokenBytes } from '../broken.ts';
import type { Dex } from './dex.ts';
import { type CodePlace, codePlace } from './dex-code.ts';

/** What is told of each class and method while the definitions are walked, in file order. */
export interface ClassVisitor {
  /** A class definition: its type index and its number among the definitions. */
  class(type: number, definition: number): void;
  /** A method of the class last told, with its flags and the place of its instructions; `length` 0 when it has none. In 16-bit units. */
  method(method: number, start: number, length: number, flags: number): void;
}

/**
 * Walks `class_defs`, each `class_data_item` and the headers of its `code_item`s (DEX format). A class whose lists leave the file is
 * left where it breaks and does not hide those behind it.
 * @returns what the first broken class broke on; null when none did
 * @throws BrokenBytes `dex-overlap` when the same bytes are used over and over
 */
export function walkClasses(dex: Dex, entry: string, visitor: ClassVisitor): BrokenBytes | null {
  const walker = new Walker(dex, entry, visitor);
  let broken: BrokenBytes | null = null;
  for (let definition = 0; definition < dex.classes.count; definition++) {
    visitor.class(dex.classType(definition), definition);
    const at = dex.classData(definition);
    try {
      if (at !== 0) walker.classData(at);
    } catch (error) {
      if (!(error instanceof BrokenBytes) || error.code === 'dex-overlap') throw error;
      broken ??= error;
    }
  }
  return broken;
}

class Walker {
  readonly #dex: Dex;
  readonly #bytes: Buffer;
  readonly #structure: string;
  readonly #visitor: ClassVisitor;
  readonly #code: CodePlace = { start: 0, length: 0 };
  #at = 0;

  constructor(dex: Dex, entry: string, visitor: ClassVisitor) {
    this.#dex = dex;
    this.#bytes = dex.bytes;
    this.#structure = `DEX ${entry}`;
    this.#visitor = visitor;
  }

  classData(at: number): void {
    this.#at = at;
    const fields = this.#uleb128() + this.#uleb128();
    const direct = this.#uleb128();
    const virtual = this.#uleb128();
    this.#skip(fields * 2);
    this.#methods(direct);
    this.#methods(virtual);
    this.#dex.allowance.spend(this.#at - at, at);
  }

  /** Steps over numbers: each ends with the first byte that has no high bit. */
  #skip(numbers: number): void {
    const bytes = this.#bytes;
    let at = this.#at;
    let left = numbers;
    for (; left > 0 && at < bytes.length; at++) if (bytes[at]! < 0x80) left -= 1;
    this.#at = at;
    if (left > 0) throw this.#cutShort();
  }

  #methods(count: number): void {
    const bytes = this.#bytes;
    let method = 0;
    for (let i = 0; i < count; i++) {
      // Most differences are one.
      if (bytes[this.#at]! < 0x80) method += bytes[this.#at++]!;
      else method += this.#uleb128();
      const flags = this.#uleb128();
      const code = this.#uleb128();
      this.#method(method, flags | 0, code);
    }
  }

  #method(method: number, flags: number, code: number): void {
    if (code === 0) {
      this.#visitor.method(method, 0, 0, flags);
      return;
    }
    const place = this.#code;
    if (!codePlace(this.#dex, code, place)) {
      throw this.#broken('dex-code-range', code, { zh: '方法代码超出文件', en: 'the code of a method leaves the file' });
    }
    this.#dex.allowance.spend(place.length, code);
    this.#visitor.method(method, place.start, place.length, flags);
  }

  #uleb128(): number {
    const bytes = this.#bytes;
    let at = this.#at;
    let value = 0;
    for (let shift = 0; shift < 28 && at < bytes.length; shift += 7) {
      const byte = bytes[at++]!;
      value |= (byte & 0x7f) << shift;
      if (byte >= 0x80) continue;
      this.#at = at;
      return value;
    }
    const last = bytes[at];
    if (last === undefined || last >= 0x80) throw this.#cutShort();
    this.#at = at + 1;
    return value + last * 2 ** 28;
  }

  #cutShort(): BrokenBytes {
    // What was read of a list that breaks must count too, or many could share it for nothing.
    this.#dex.allowance.spend(this.#at, this.#at);
    return this.#broken('dex-class-data', this.#at, { zh: '类定义数据不完整', en: 'the data of a class are cut short' });
  }

  #broken(code: string, at: number, what: { zh: string; en: string }): BrokenBytes {
    return new BrokenBytes(code, this.#structure, Math.min(at, this.#dex.bytes.length), what);
  }
}
