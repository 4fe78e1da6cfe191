const BITS = 20;
const GRAM = 6;
const SHORT_GRAM = 4;
/** A text of at most so many bytes may be one of the short labels. */
const SHORT_TEXT = 8;

/**
 * A sieve over bytes: of every cue one run of six bytes (UTF-8, lower case) is kept in a bitmap of hashes, and a text that has none of
 * them can hold no cue. Two multiplications and one look a byte. Labels shorter than that are looked for in short texts alone.
 */
export class TopicGrams {
  readonly #bitmap = new Uint32Array((1 << BITS) / 32);
  readonly #short = new Uint32Array((1 << BITS) / 32);

  constructor(cues: readonly string[]) {
    const encoded = cues.map((cue) => Buffer.from(cue, 'utf8'));
    const long = encoded.filter((bytes) => bytes.length >= GRAM);
    const uses = new Map<string, number>();
    for (const bytes of long) for (const gram of new Set(gramsOf(bytes))) uses.set(gram, (uses.get(gram) ?? 0) + 1);
    // The run that most cues share keeps the sieve fine, and one with a space is rare among the names that code is full of.
    const worth = (gram: string) => (uses.get(gram) ?? 0) + (gram.includes(' ') ? cues.length : 0);
    for (const bytes of long) {
      const best = Buffer.from(
        gramsOf(bytes).reduce((a, b) => (worth(b) > worth(a) ? b : a)),
        'latin1',
      );
      mark(this.#bitmap, hash(best.readInt32BE(2), best.readUInt16BE(0)));
    }
    for (const bytes of encoded) {
      if (bytes.length >= GRAM) continue;
      if (bytes.length < SHORT_GRAM) throw new RangeError(`a cue of fewer than ${SHORT_GRAM} bytes: ${bytes.toString()}`);
      mark(this.#short, hash(bytes.readInt32BE(0), 0));
    }
  }

  /** Whether any cue may stand in `bytes[from, end)`. */
  mayMatch(bytes: Uint8Array, from: number, end: number): boolean {
    const bitmap = this.#bitmap;
    const short = end - from <= SHORT_TEXT;
    let window = 0;
    let before = 0;
    for (let at = from; at < end; at++) {
      const byte = bytes[at]!;
      before = (before << 8) | (window >>> 24);
      window = (window << 8) | (byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte);
      const slot = hash(window, before & 0xffff);
      if ((bitmap[slot >>> 5]! & (1 << (slot & 31))) !== 0 && at - from >= GRAM - 1) return true;
      if (short && at - from >= SHORT_GRAM - 1 && isMarked(this.#short, hash(window, 0))) return true;
    }
    return false;
  }
}

function hash(window: number, before: number): number {
  return (Math.imul(window, 0x9e3779b1) ^ Math.imul(before, 0x85ebca6b)) >>> (32 - BITS);
}

function mark(bitmap: Uint32Array, slot: number): void {
  bitmap[slot >>> 5]! |= 1 << (slot & 31);
}

function isMarked(bitmap: Uint32Array, slot: number): boolean {
  return (bitmap[slot >>> 5]! & (1 << (slot & 31))) !== 0;
}

/** Every run of six bytes. */
function gramsOf(bytes: Buffer): string[] {
  return Array.from({ length: bytes.length - GRAM + 1 }, (_, at) => bytes.toString('latin1', at, at + GRAM));
}
