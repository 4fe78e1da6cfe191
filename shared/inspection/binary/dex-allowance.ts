import { BrokenBytes } from '../broken.ts';

/**
 * Tables, names and code may be used more than once (compilers merge equal methods, files in a container share), but not without end: a
 * file made so that everything points to the same long list would be read for hours. Beyond this many times its size it is not read on.
 */
const MOST_REUSE = 16;

/** What may still be spent on reading one entry, in bytes or units looked at; shared by all DEX files in it. */
export class Allowance {
  readonly #structure: string;
  #left: number;

  constructor(bytes: number, entry: string) {
    this.#structure = `DEX ${entry}`;
    this.#left = bytes * MOST_REUSE;
  }

  /** @throws BrokenBytes `dex-overlap` when there is none left; `at` is where that was noticed */
  spend(amount: number, at: number): void {
    this.#left -= amount;
    if (this.#left >= 0) return;
    const what = { zh: '反复引用同一段数据', en: 'the same data are used over and over' };
    throw new BrokenBytes('dex-overlap', this.#structure, at, what);
  }
}
