import type { Random } from './random.ts';

/** Changes an input into another one in a way that knows its structure; `null` where it cannot. */
export type Mutator = (input: Buffer, random: Random) => Buffer | null;

/** Something that reads bytes, and what it must never do. */
export interface Target {
  readonly name: string;
  /** What the search begins with, real and built. */
  seeds(): Promise<readonly Buffer[]>;
  /** Reads one input. @throws anything: that is a finding */
  run(input: Buffer): Promise<void>;
  /** The same with all that takes longer: done for every input that reaches something new. @throws anything: that is a finding */
  examine(input: Buffer): Promise<void>;
  readonly mutators?: readonly Mutator[];
  /** Magics and names of the format, beside the literals of the code. */
  readonly tokens?: readonly (string | Buffer)[];
  /** Bytes of the largest input that is made. */
  readonly largest?: number;
}

/** What an oracle found wrong. */
export class Finding extends Error {
  /** Names the oracle: findings of one kind at one place are one. */
  readonly kind: string;

  constructor(kind: string, detail: string) {
    super(`${kind}: ${detail}`);
    this.kind = kind;
  }
}
