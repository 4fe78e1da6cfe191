import { BrokenBytes } from '../broken.ts';
import type { Dex } from './dex.ts';

/** What is told of each class and method while the definitions are walked, in file order. */
export interface ClassVisitor {
  /** A class definition, by type index. */
  class(type: number): void;
  /** A method of the class last told, with the place of its instructions; `length` 0 when it has none. Both in 16-bit units. */
  method(method: number, start: number, length: number): void;
}

const CODE_HEADER = 16;
/**
 * Definitions may share code (compilers merge equal methods), but not without end: a file made so that every class points to the same
 * long list would be walked for hours. Beyond this many times the file's size it is not walked further.
 */
const MOST_REUSE = 8;

/**
 * Walks `class_defs`, each `class_data_item` and the headers of its `code_item`s (DEX format).
 * @throws BrokenBytes when a list leaves the file, or the same bytes are used over and over
 */
export function walkClasses(dex: Dex, entry: string, visitor: ClassVisitor): void {
  const walker = new Walker(dex, entry, visitor);
  for (let definition = 0; definition < dex.classes.count; definition++) {
    visitor.class(dex.classType(definition));
    const at = dex.classData(definition);
    if (at !== 0) walker.classData(at);
  }
}

class Walker {
  readonly #dex: Dex;
  readonly #bytes: Buffer;
  readonly #structure: string;
  readonly #visitor: ClassVisitor;
  #at = 0;
  #budget: number;

  constructor(dex: Dex, entry: string, visitor: ClassVisitor) {
    this.#dex = dex;
    this.#bytes = dex.bytes;
    this.#structure = `DEX ${entry}`;
    this.#visitor = visitor;
    this.#budget = dex.bytes.length * MOST_REUSE;
  }

  classData(at: number): void {
    this.#at = at;
    const fields = this.#uleb128() + this.#uleb128();
    const direct = this.#uleb128();
    const virtual = this.#uleb128();
    for (let i = 0; i < fields; i++) {
      this.#uleb128();
      this.#uleb128();
    }
    this.#methods(direct);
    this.#methods(virtual);
  }

  #methods(count: number): void {
    let method = 0;
    for (let i = 0; i < count; i++) {
      method += this.#uleb128();
      this.#uleb128();
      const code = this.#uleb128();
      this.#method(method, code);
    }
  }

  #method(method: number, code: number): void {
    if (code === 0) {
      this.#visitor.method(method, 0, 0);
      return;
    }
    const start = code + CODE_HEADER;
    const length = start <= this.#bytes.length ? this.#bytes.readUInt32LE(code + 12) : 0;
    // ART demands four-byte alignment of code; an odd offset could not even be addressed in units.
    if (start + length * 2 > this.#bytes.length || length === 0 || code % 2 !== 0) {
      throw this.#broken('dex-code-range', code, { zh: '方法代码超出文件', en: 'the code of a method leaves the file' });
    }
    this.#spend(length);
    this.#visitor.method(method, start >>> 1, length);
  }

  #uleb128(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      if (this.#at >= this.#bytes.length) break;
      const byte = this.#bytes[this.#at++]!;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) {
        this.#spend(1);
        return value;
      }
    }
    throw this.#broken('dex-class-data', this.#at, { zh: '类定义数据不完整', en: 'the data of a class are cut short' });
  }

  #spend(amount: number): void {
    this.#budget -= amount;
    if (this.#budget >= 0) return;
    const what = { zh: '类定义反复引用同一段数据', en: 'classes use the same data over and over' };
    throw this.#broken('dex-overlap', this.#at, what);
  }

  #broken(code: string, at: number, what: { zh: string; en: string }): BrokenBytes {
    return new BrokenBytes(code, this.#structure, Math.min(at, this.#dex.bytes.length), what);
  }
}
