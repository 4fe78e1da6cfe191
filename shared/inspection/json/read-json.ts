import { BrokenBytes } from '../broken.ts';
import { LIMITS } from '../limits.ts';

/** A JSON value (RFC 8259). Objects are maps, so that no name in a package means anything to us. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export type JsonObject = ReadonlyMap<string, Json>;

export interface JsonText {
  readonly value: Json;
  /** Names that one object has twice, with their paths (`module/name`); the last value counts, as in every platform's parser. At most 20. */
  readonly duplicates: readonly string[];
  /** What RFC 8259 does not have and some parsers forgive: comments, a comma behind the last member. */
  readonly forgiven: 'comment' | 'comma' | null;
}

const DUPLICATES = 20;

/**
 * Reads JSON in UTF-8, with or without byte order mark, comments forgiven and noted. Depth and number of values are limited.
 * @param structure name of the file, for errors; offsets are those of characters
 * @throws BrokenBytes `json-broken`, `json-too-deep`, `json-too-large`
 */
export function readJson(bytes: Buffer, structure: string): JsonText {
  const reader = new Reader(bytes.toString('utf8').replace(/^\ufeff/, ''), structure);
  const value = reader.value();
  reader.end();
  return { value, duplicates: reader.duplicates, forgiven: reader.forgiven };
}

/** A hundred thousand empty lists and objects need not be as many of ours. */
const NO_MEMBERS: JsonObject = new Map();
const NO_ITEMS: readonly Json[] = [];

const LITERALS: ReadonlyMap<string, null | boolean> = new Map<string, null | boolean>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

const WORD = /[-+.\w]{1,400}/y;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;
const [QUOTE, BACKSLASH, SLASH] = [0x22, 0x5c, 0x2f];

class Reader {
  readonly duplicates: string[] = [];
  forgiven: JsonText['forgiven'] = null;
  readonly #text: string;
  readonly #structure: string;
  #at = 0;
  #values = 0;
  readonly #path: string[] = [];

  constructor(text: string, structure: string) {
    this.#text = text;
    this.#structure = structure;
  }

  value(): Json {
    if (this.#path.length > LIMITS.jsonDepth)
      this.#fail('json-too-deep', `嵌套超过 ${LIMITS.jsonDepth} 层`, 'is nested too deeply');
    this.#values += 1;
    if (this.#values > LIMITS.jsonValues) this.#fail('json-too-large', '取值过多', 'holds too many values');
    const first = this.#peek();
    if (first === '{') return this.#object();
    if (first === '[') return this.#array();
    if (first === '"') return this.#string();
    return this.#plain();
  }

  end(): void {
    if (this.#peek() !== '') this.#fail('json-broken', '末尾有多余内容', 'goes on behind its end');
  }

  #object(): JsonObject {
    const members = new Map<string, Json>();
    this.#at += 1;
    while (this.#peek() !== '}') {
      if (this.#peek() !== '"') this.#fail('json-broken', '此处应为成员名', 'a name was expected');
      const name = this.#string();
      this.#path.push(name.slice(0, LIMITS.fileName));
      if (members.has(name) && this.duplicates.length < DUPLICATES) {
        this.duplicates.push(this.#path.join('/').slice(0, LIMITS.place));
      }
      this.#expect(':');
      members.set(name, this.value());
      this.#path.pop();
      if (!this.#comma('}')) break;
    }
    this.#expect('}');
    return members.size === 0 ? NO_MEMBERS : members;
  }

  #array(): readonly Json[] {
    const items: Json[] = [];
    this.#at += 1;
    while (this.#peek() !== ']') {
      this.#path.push(String(items.length));
      items.push(this.value());
      this.#path.pop();
      if (!this.#comma(']')) break;
    }
    this.#expect(']');
    return items.length === 0 ? NO_ITEMS : items;
  }

  /** Steps over a comma; a comma behind the last member is forgiven. */
  #comma(close: string): boolean {
    if (this.#peek() !== ',') return false;
    this.#at += 1;
    if (this.#peek() === close) this.forgiven ??= 'comma';
    return true;
  }

  #string(): string {
    const text = this.#text;
    const start = this.#at + 1;
    let at = start;
    let plain = true;
    for (; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit === QUOTE) break;
      if (unit >= 0x20 && unit !== BACKSLASH) continue;
      plain = false;
      if (unit === BACKSLASH) at += 1;
    }
    this.#at = at + 1;
    if (plain && at < text.length) return text.slice(start, at);
    try {
      return JSON.parse(text.slice(start - 1, at + 1)) as string;
    } catch {
      this.#at = start - 1;
      return this.#fail('json-broken', '字符串不合法', 'a string is broken');
    }
  }

  #plain(): null | boolean | number {
    WORD.lastIndex = this.#at;
    const word = WORD.exec(this.#text)?.[0] ?? '';
    const literal = LITERALS.get(word);
    if (literal === undefined && !NUMBER.test(word)) this.#fail('json-broken', '取值不合法', 'a value is broken');
    this.#at += word.length;
    return literal === undefined ? Number(word) : literal;
  }

  /** The next character that is neither white space nor part of a comment; the empty string at the end. */
  #peek(): string {
    const text = this.#text;
    let at = this.#at;
    for (;;) {
      const unit = text.charCodeAt(at);
      if (unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09) at += 1;
      else if (unit === SLASH && (text[at + 1] === '/' || text[at + 1] === '*')) at = this.#comment(at);
      else break;
    }
    this.#at = at;
    return text[at] ?? '';
  }

  /** Where a comment ends. */
  #comment(at: number): number {
    this.forgiven = 'comment';
    const block = this.#text[at + 1] === '*';
    const end = this.#text.indexOf(block ? '*/' : '\n', at + 2);
    if (end >= 0) return end + (block ? 2 : 1);
    if (block) this.#fail('json-broken', '注释没有结束', 'a comment has no end');
    return this.#text.length;
  }

  #expect(character: string): void {
    if (this.#peek() !== character) this.#fail('json-broken', `此处应为 ${character}`, `${character} was expected`);
    this.#at += 1;
  }

  #fail(code: string, zh: string, en: string): never {
    throw new BrokenBytes(code, this.#structure, this.#at, { zh: `JSON ${zh}`, en: `the JSON ${en}` });
  }
}
