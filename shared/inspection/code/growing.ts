type Numbers = Int32Array | Uint16Array | Uint8Array;

/**
 * A list of numbers that grows: `reserve` makes room for a whole method, and a sweep writes into `array` directly. The room at least
 * doubles, so that every number is moved once on average.
 */
export class Growing<T extends Numbers> {
  array: T;
  length = 0;
  readonly #make: (length: number) => T;

  constructor(make: (length: number) => T, room: number) {
    this.#make = make;
    this.array = make(Math.max(16, room));
  }

  reserve(more: number): void {
    const wanted = this.length + more;
    if (wanted <= this.array.length) return;
    const grown = this.#make(Math.max(wanted, this.array.length * 2));
    grown.set(this.array.subarray(0, this.length));
    this.array = grown;
  }

  /** Begins anew with the room that there is, unless that is more than `most`. */
  reset(most: number): void {
    this.length = 0;
    if (this.array.length > most) this.array = this.#make(1024);
  }

  push(value: number): void {
    if (this.length === this.array.length) this.reserve(1);
    this.array[this.length++] = value;
  }

  /** The numbers, without spare room. */
  finish(): T {
    return this.array.slice(0, this.length) as T;
  }
}

export const ints = (room = 1024): Growing<Int32Array> => new Growing((length) => new Int32Array(length), room);
export const shorts = (room = 1024): Growing<Uint16Array> => new Growing((length) => new Uint16Array(length), room);
export const octets = (room = 1024): Growing<Uint8Array> => new Growing((length) => new Uint8Array(length), room);
