/** Random numbers that a seed repeats (xoshiro128**, Blackman and Vigna 2018). */
export class Random {
  readonly #state = new Uint32Array(4);

  constructor(seed: number) {
    let mixed = seed >>> 0;
    for (let i = 0; i < 4; i++) {
      // SplitMix32 spreads a small seed over the state.
      mixed = (mixed + 0x9e3779b9) >>> 0;
      let z = mixed;
      z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
      z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
      this.#state[i] = z ^ (z >>> 15);
    }
  }

  /** 32 bits. */
  bits(): number {
    const s = this.#state;
    const [a, b, c, d] = s as unknown as [number, number, number, number];
    const product = Math.imul(b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
    const mixed = c ^ a;
    const last = d ^ b;
    s[1] = b ^ mixed;
    s[0] = a ^ last;
    s[2] = mixed ^ (b << 9);
    s[3] = (last << 11) | (last >>> 21);
    return result;
  }

  /** 0 … count - 1; 0 where there is nothing to choose from. */
  below(count: number): number {
    return count <= 1 ? 0 : Math.floor((this.bits() / 2 ** 32) * count);
  }

  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }

  /** True once in `count` times. */
  once(count: number): boolean {
    return this.below(count) === 0;
  }

  /** Small numbers often, large ones rarely: 1 … most, each doubling half as likely. */
  small(most: number): number {
    const reach = 2 ** this.below(Math.max(1, Math.ceil(Math.log2(most + 1))));
    return Math.min(most, 1 + this.below(reach));
  }
}
