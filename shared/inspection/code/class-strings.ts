import type { Dex } from '../binary/dex.ts';
import { staticFields, staticStrings } from '../binary/dex-static-values.ts';
import { modifiedUtf8Text } from '../binary/mutf8.ts';
import { LIMITS } from '../limits.ts';
import { isVersion, mayBeStoreVersion, mayBeVersion } from '../third-party/version-text.ts';
import { stringPrint } from './prints/telling-strings.ts';
import type { ScanLists } from './scan-lists.ts';
import { MARK, textStart } from './scan-strings.ts';
import { VERSION_PLACE } from './scanned.ts';

/** Instructions that take a loaded string on (Dalvik bytecode): an object returned, and put into a field. */
const [RETURN_OBJECT, IPUT_OBJECT, SPUT_OBJECT, JUMBO] = [0x11, 0x5b, 0x69, 0x1b];

/** Takes down what the strings of classes say, while the definitions are walked: uses of wanted ones, prints, versions. */
export class ClassStrings {
  readonly #dex: Dex;
  readonly #marks: Uint8Array;
  /** By string, its print where it is marked to have one. */
  readonly #prints: Uint32Array;
  readonly #lists: ScanLists;
  /** By string, the definition, plus one, that last had its print. */
  readonly #printedIn: Int32Array;
  #definitions = 0;
  #type = -1;

  /** @param marks by string index; what has none any more once it was read says nothing here */
  constructor(dex: Dex, marks: Uint8Array, lists: ScanLists) {
    this.#dex = dex;
    this.#marks = marks;
    this.#prints = new Uint32Array(dex.strings.count);
    this.#lists = lists;
    this.#printedIn = new Int32Array(dex.strings.count);
  }

  /** A class definition begins; the initial values of its fields are its own. @throws BrokenBytes `dex-overlap` */
  class(type: number, definition: number): void {
    this.#definitions += 1;
    this.#type = type;
    this.#lists.printStart.push(this.#lists.prints.length);
    const versions: { ordinal: number; string: number }[] = [];
    for (const value of staticStrings(this.#dex, definition)) {
      const mark = this.#read(value.string);
      if ((mark & MARK.print) !== 0) this.#print(value.string);
      if ((mark & MARK.version) !== 0) versions.push(value);
    }
    if (versions.length === 0) return;
    const fields = staticFields(this.#dex, definition, versions.at(-1)!.ordinal + 1);
    for (const { ordinal, string } of versions) this.#field(fields[ordinal] ?? -1, string);
  }

  /**
   * Loads of marked strings in a method of the class last told.
   * @param pairs of a string and the offset of the load, as the sweep finds them
   * @param method number among the defined ones
   */
  loads(pairs: readonly number[], method: number, start: number, length: number): void {
    const { stringUses } = this.#lists;
    for (let i = 0; i < pairs.length; i += 2) {
      const string = pairs[i]!;
      const mark = this.#read(string);
      if ((mark & MARK.wanted) !== 0 && stringUses.length < LIMITS.dexUses * 3) {
        stringUses.push(method);
        stringUses.push(string);
        stringUses.push(pairs[i + 1]!);
      }
      if ((mark & MARK.print) !== 0) this.#print(string);
      if ((mark & MARK.version) !== 0) this.#version(string, method, start + pairs[i + 1]!, start + length);
    }
  }

  /** The marks of a string, which is looked at when it is used for the first time; 0 for one that is not there. */
  #read(string: number): number {
    const mark = this.#marks[string] ?? 0;
    return (mark & MARK.unread) === 0 ? mark : this.#readFirst(string, mark & ~MARK.unread);
  }

  #readFirst(string: number, known: number): number {
    const { bytes, allowance } = this.#dex;
    const from = textStart(this.#dex, string);
    const end = textEnd(bytes, from);
    allowance.spend(end - from, from);
    const print = stringPrint(bytes, from, end);
    this.#prints[string] = print;
    const isClue = mayBeVersion(bytes, from, end) && isVersion(modifiedUtf8Text(bytes, from, end));
    if (mayBeStoreVersion(bytes, from, end)) this.#note(VERSION_PLACE.itself, this.#type, string, string);
    const mark = known | (print === 0 ? 0 : MARK.print) | (isClue ? MARK.version : 0);
    this.#marks[string] = mark;
    return mark;
  }

  #print(string: number): void {
    if (this.#printedIn[string] === this.#definitions) return;
    this.#printedIn[string] = this.#definitions;
    if (this.#lists.prints.length < LIMITS.dexPrints) this.#lists.prints.push(this.#prints[string]! | 0);
  }

  /** A version that is returned, or put into a field, by the next instruction. */
  #version(string: number, method: number, at: number, end: number): void {
    const { units } = this.#dex;
    const next = at + ((units[at]! & 0xff) === JUMBO ? 3 : 2);
    if (next >= end) return;
    const opcode = units[next]! & 0xff;
    if (opcode === RETURN_OBJECT) {
      this.#note(VERSION_PLACE.method, this.#type, this.#dex.methodString(this.#lists.methods.array[method]!), string);
    } else if ((opcode === SPUT_OBJECT || opcode === IPUT_OBJECT) && next + 1 < end) this.#field(units[next + 1]!, string);
  }

  /** `field_id_item` (DEX format): class, type, name. */
  #field(field: number, string: number): void {
    const { fields, bytes } = this.#dex;
    if (field < 0 || field >= fields.count) return;
    const at = fields.at + field * 8;
    this.#note(VERSION_PLACE.field, bytes.readUInt16LE(at), bytes.readUInt32LE(at + 4), string);
  }

  #note(place: number, type: number, name: number, value: number): void {
    const { versions } = this.#lists;
    if (versions.length >= LIMITS.dexUses * 4) return;
    versions.push(place);
    versions.push(type);
    versions.push(name);
    versions.push(value);
  }
}

/** Bytes of the longest text that tells anything, and one more: longer ones need not be read to their end. */
const LONGEST = 601;

function textEnd(bytes: Buffer, from: number): number {
  const limit = Math.min(bytes.length, from + LONGEST);
  let end = from;
  while (end < limit && bytes[end] !== 0) end += 1;
  return end;
}
