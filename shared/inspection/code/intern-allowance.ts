import { BrokenBytes } from '../broken.ts';

/** Steps that a table of well-spread keys takes are some two for each key added or looked up; this leaves room for bad luck. */
const STEPS_PER_KEY = 32;
const STEPS_TO_BEGIN = 100_000;

/**
 * What a table may spend on keys that share a place. Whoever chooses names so that all of them do would make every look-up walk over all
 * the others: then the table gives up instead.
 */
export class InternAllowance {
  #left = STEPS_TO_BEGIN;

  /** A key is asked for. */
  ask(): void {
    this.#left += STEPS_PER_KEY;
  }

  /** @throws BrokenBytes `dex-colliding-names` */
  spend(steps: number): void {
    this.#left -= steps;
    if (this.#left >= 0) return;
    const what = { zh: '名称的散列值大量冲突，疑似蓄意构造', en: 'names collide in masses, as if made for it' };
    throw new BrokenBytes('dex-colliding-names', 'DEX', 0, what);
  }
}
