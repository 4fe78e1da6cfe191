import { type Growing, ints } from './growing.ts';
import { InternAllowance } from './intern-allowance.ts';
import { mix } from './scan-names.ts';

/** Gives pairs of numbers numbers in the order in which they first come, equal ones the same. */
export class PairTable {
  readonly first: Growing<Int32Array> = ints();
  readonly second: Growing<Int32Array> = ints();
  readonly #allowance = new InternAllowance();
  #slots = new Int32Array(4096).fill(-1);

  get count(): number {
    return this.first.length;
  }

  /** @throws BrokenBytes `dex-colliding-names` */
  add(first: number, second: number): number {
    if (this.count * 2 >= this.#slots.length) this.#grow();
    this.#allowance.ask();
    const slot = this.#slot(first, second);
    const known = this.#slots[slot]!;
    if (known >= 0) return known;
    this.#slots[slot] = this.count;
    this.first.push(first);
    this.second.push(second);
    return this.count - 1;
  }

  /** -1 where the pair was not added. */
  find(first: number, second: number): number {
    this.#allowance.ask();
    return this.#slots[this.#slot(first, second)]!;
  }

  /** The pair's slot, or the free one where it belongs. */
  #slot(first: number, second: number): number {
    const mask = this.#slots.length - 1;
    let slot = mix(Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca77)) & mask;
    for (let number = this.#slots[slot]!; number >= 0; number = this.#slots[slot]!) {
      if (this.first.array[number] === first && this.second.array[number] === second) return slot;
      this.#allowance.spend(1);
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 2).fill(-1);
    for (let number = 0; number < this.count; number++) {
      this.#slots[this.#slot(this.first.array[number]!, this.second.array[number]!)] = number;
    }
  }
}
