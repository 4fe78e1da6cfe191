/** A prefix with what it stands for. */
export interface Covering<Value> {
  readonly prefix: string;
  readonly value: Value;
}

/**
 * Where a prefix may end: `.` before a dot or at the end (dotted names), `/` after a slash or at the end (entries), `` anywhere. `type`: before a
 * slash or semicolon (`com/vendor/Core;`). `host`: names are read from their end, and a suffix may begin after a dot or at the start.
 */
type Boundary = '.' | '/' | '' | 'type' | 'host';

const DOT = 46;
const SLASH = 47;
const SEMICOLON = 59;

/**
 * Prefixes of names, looked up without making a single string: an app has thousands of packages, and every one of them is asked about. FNV-1a
 * over the units of the name, an open table of hashes, and a comparison of texts only where a hash is found. Of two equal prefixes the last
 * one counts.
 */
export class PrefixTable<Value> {
  readonly #coverings: Covering<Value>[] = [];
  readonly #hashes: Int32Array;
  /** Index of the covering plus one; 0 for an empty place. */
  readonly #places: Int32Array;
  readonly #mask: number;
  readonly #boundary: Boundary;
  readonly #longest: number;

  constructor(entries: Iterable<readonly [prefix: string, value: Value]>, boundary: Boundary = '.') {
    const all = [...new Map(entries)].filter(([prefix]) => prefix !== '');
    const size = 2 ** Math.ceil(Math.log2(Math.max(8, all.length * 4)));
    this.#hashes = new Int32Array(size);
    this.#places = new Int32Array(size);
    this.#mask = size - 1;
    this.#boundary = boundary;
    this.#longest = Math.max(0, ...all.map(([prefix]) => prefix.length));
    for (const [prefix, value] of all) this.#add(prefix, value);
  }

  /**
   * The longest prefix that covers the name; null where none does.
   * @param start where in the name to begin, hosts aside
   */
  longest(name: string, start = 0): Covering<Value> | null {
    const boundary = this.#boundary;
    const end = Math.min(name.length - start, this.#longest);
    let hash = 0;
    let found: Covering<Value> | null = null;
    for (let length = 1; length <= end; length++) {
      const unit = boundary === 'host' ? name.charCodeAt(name.length - length) : name.charCodeAt(start + length - 1);
      hash = Math.imul(hash ^ unit, 0x01000193);
      const isWhole = length === name.length - start;
      const next = isWhole
        ? 0
        : boundary === 'host'
          ? name.charCodeAt(name.length - length - 1)
          : name.charCodeAt(start + length);
      if (!(isWhole || endsAt(boundary, unit, next))) continue;
      found = this.#at(name, start, length, hash) ?? found;
    }
    return found;
  }

  #at(name: string, start: number, length: number, hash: number): Covering<Value> | null {
    for (let place = spread(hash) & this.#mask; this.#places[place] !== 0; place = (place + 1) & this.#mask) {
      if (this.#hashes[place] !== hash) continue;
      const covering = this.#coverings[this.#places[place]! - 1]!;
      if (covering.prefix.length !== length) continue;
      const at = this.#boundary === 'host' ? name.length - length : start;
      if (name.startsWith(covering.prefix, at)) return covering;
    }
    return null;
  }

  #add(prefix: string, value: Value): void {
    let hash = 0;
    for (let length = 1; length <= prefix.length; length++) {
      const at = this.#boundary === 'host' ? prefix.length - length : length - 1;
      hash = Math.imul(hash ^ prefix.charCodeAt(at), 0x01000193);
    }
    let place = spread(hash) & this.#mask;
    while (this.#places[place] !== 0) place = (place + 1) & this.#mask;
    this.#coverings.push({ prefix, value });
    this.#places[place] = this.#coverings.length;
    this.#hashes[place] = hash;
  }
}

function endsAt(boundary: Boundary, unit: number, next: number): boolean {
  if (boundary === '.' || boundary === 'host') return next === DOT;
  if (boundary === 'type') return next === SLASH || next === SEMICOLON;
  return boundary === '' || unit === SLASH;
}

/** FNV leaves its last unit in the low bits. */
function spread(hash: number): number {
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 8;
}
