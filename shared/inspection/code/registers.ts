import type { Constant } from './constant.ts';

/** Registers that are looked at where ways meet; methods with more forget all of them. */
const MOST_HELD = 128;
/** What a method can address, and one more for a pair that begins in the last. */
const REGISTERS = 0x10001;

/** How a register's value is held: itself, or as an index that is looked up when the value is asked for; few ever are. */
export const HELD = { value: 0, string: 1, field: 2, type: 3 } as const;

/** What is known of the registers of one method, at one place in it. */
export class Registers {
  /** Offset of the instruction that sets registers. */
  place = 0;
  readonly #lookUp: (kind: number, index: number) => Constant | undefined;
  /** A register is known when its stamp is the current one, so that forgetting all of them takes one step. */
  readonly #stamps = new Int32Array(REGISTERS);
  #now = 0;
  readonly #kinds = new Uint8Array(REGISTERS);
  readonly #indices = new Uint32Array(REGISTERS);
  readonly #values: (Constant | undefined)[] = [];
  /** Where each register was set, and those that were since all were forgotten. */
  readonly #places = new Int32Array(REGISTERS);
  readonly #held: number[] = [];

  /** @param lookUp the value that an index of one of the kinds of `HELD` means */
  constructor(lookUp: (kind: number, index: number) => Constant | undefined) {
    this.#lookUp = lookUp;
  }

  /** The value of a register; undefined where it is not known. */
  get(register: number): Constant | undefined {
    if (this.#stamps[register] !== this.#now) return undefined;
    if (this.#kinds[register] !== HELD.value) {
      this.#values[register] = this.#lookUp(this.#kinds[register]!, this.#indices[register]!);
      this.#kinds[register] = HELD.value;
    }
    return this.#values[register];
  }

  set(register: number, value: Constant | undefined): void {
    if (value !== undefined) {
      this.hold(register, HELD.value, 0);
      this.#values[register] = value;
    } else if (this.#stamps[register] === this.#now) {
      this.#kinds[register] = HELD.value;
      this.#values[register] = undefined;
    }
  }

  /** Sets a register to what an index means. */
  hold(register: number, kind: number, index: number): void {
    if (this.#stamps[register] !== this.#now && this.#held.length <= MOST_HELD) this.#held.push(register);
    this.#stamps[register] = this.#now;
    this.#places[register] = this.place;
    this.#kinds[register] = kind;
    this.#indices[register] = index;
  }

  move(to: number, from: number): void {
    // Other values are objects that both registers share from now on.
    if (this.#stamps[from] === this.#now && this.#kinds[from] === HELD.string) this.hold(to, HELD.string, this.#indices[from]!);
    else this.set(to, this.get(from));
  }

  /** Forgets what was set at a place or behind it. */
  keepBefore(place: number): void {
    if (this.#held.length > MOST_HELD) {
      this.forget();
      return;
    }
    let kept = 0;
    for (const register of this.#held) {
      if (this.#places[register]! < place) this.#held[kept++] = register;
      else this.#stamps[register] = 0;
    }
    this.#held.length = kept;
  }

  forget(): void {
    this.#held.length = 0;
    this.#now += 1;
  }
}
