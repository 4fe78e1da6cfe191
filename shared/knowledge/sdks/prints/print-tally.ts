import type { FingerprintIndex } from './fingerprint-index.ts';

/** Counts prints by SDK (its index), in one package and in all; a print that several packages have counts once in all. */
export class PrintTally {
  /** In the package that was looked at last. */
  readonly counts: Int32Array;
  /** SDKs with any in it. */
  readonly touched: number[] = [];
  /** In all packages that were kept. */
  readonly distinct: Int32Array;
  readonly #index: FingerprintIndex;
  /** By place, the app in which the print was last counted. */
  readonly #marks: Int32Array;
  readonly #places: number[] = [];
  #app = 1;

  constructor(index: FingerprintIndex) {
    this.#index = index;
    this.counts = new Int32Array(index.sdks.length);
    this.distinct = new Int32Array(index.sdks.length);
    this.#marks = new Int32Array(index.owners.length);
  }

  /** Counts the first prints of a list. @returns how many are of SDKs */
  look(prints: Uint32Array, length: number): number {
    const { owners } = this.#index;
    this.#places.length = 0;
    for (let at = 0; at < length; at++) {
      const place = this.#index.place(prints[at]!);
      if (place < 0) continue;
      const sdk = owners[place]!;
      if (this.counts[sdk]!++ === 0) this.touched.push(sdk);
      this.#places.push(place);
    }
    return this.#places.length;
  }

  /** Adds what was looked at to the whole, for the SDKs that have so many in it, and forgets it. */
  keep(least: number): void {
    for (const place of this.#places) {
      const sdk = this.#index.owners[place]!;
      if (this.counts[sdk]! < least || this.#marks[place] === this.#app) continue;
      this.#marks[place] = this.#app;
      this.distinct[sdk]! += 1;
    }
    for (const sdk of this.touched) this.counts[sdk] = 0;
    this.touched.length = 0;
  }

  /** Begins with another app. */
  forget(): void {
    this.distinct.fill(0);
    this.#app += 1;
  }
}

const tallies = new WeakMap<FingerprintIndex, PrintTally>();

/** The one tally of an index: it is as large as the index, and looking through an app is never interrupted. */
export function tallyOf(index: FingerprintIndex): PrintTally {
  const known = tallies.get(index) ?? new PrintTally(index);
  tallies.set(index, known);
  // A look that ended with an error left its counts behind.
  known.keep(Number.POSITIVE_INFINITY);
  known.forget();
  return known;
}
