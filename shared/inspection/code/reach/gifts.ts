import { ints } from '../growing.ts';
import { FAR } from './dispatch.ts';

/**
 * Objects that are given away as a type: one node for each pair of the object's static type and the type of what takes it. A node leads
 * to the offers of every class at or below its type that has objects.
 */
export class Gifts {
  readonly type = ints(64);
  readonly via = ints(64);
  readonly level = ints(64);
  readonly from = ints(64);
  readonly offset = ints(64);
  readonly #next = ints(64);
  readonly #first: Int32Array;
  readonly #numbers = new Map<number, number>();

  constructor(types: number) {
    this.#first = new Int32Array(types).fill(-1);
  }

  reset(): void {
    for (const list of [this.type, this.via, this.level, this.from, this.offset, this.#next]) list.length = 0;
    this.#first.fill(-1);
    this.#numbers.clear();
  }

  /** Answers the node where this call is its nearest so far, else -1. */
  give(type: number, via: number, from: number, offset: number, level: number): number {
    const gift = this.#numberOf(type, via);
    if (level >= this.level.array[gift]!) return -1;
    this.level.array[gift] = level;
    this.from.array[gift] = from;
    this.offset.array[gift] = offset;
    return gift;
  }

  forEachOf(type: number, tell: (gift: number) => void): void {
    for (let gift = this.#first[type]!; gift >= 0; gift = this.#next.array[gift]!) tell(gift);
  }

  #numberOf(type: number, via: number): number {
    const key = type * this.#first.length + via + 1;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const gift = this.type.length;
    this.#numbers.set(key, gift);
    this.type.push(type);
    this.via.push(via);
    this.level.push(FAR);
    this.from.push(-1);
    this.offset.push(0);
    this.#next.push(this.#first[type]!);
    this.#first[type] = gift;
    return gift;
  }
}
