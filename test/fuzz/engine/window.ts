import { createHash } from 'node:crypto';
import type { SavedFinding } from './findings.ts';
import type { Searched } from './search.ts';

/** What a searching thread is given. */
export interface ThreadTask {
  readonly target: string;
  readonly seconds: number;
  readonly runs: number;
  readonly seed: number;
  readonly corpus: string;
  readonly findings: string;
  /** Names (`contentName`) of inputs that ended a thread before. */
  readonly skip: readonly string[];
  readonly window: SharedArrayBuffer;
}

export type ThreadMessage =
  | { readonly kind: 'finding'; readonly finding: SavedFinding }
  | { readonly kind: 'slowest'; readonly seconds: number; readonly bytes: number; readonly file: string }
  | { readonly kind: 'done'; readonly searched: Searched };

/** Names an input by its content. */
export function contentName(input: Uint8Array): string {
  return createHash('sha1').update(input).digest('hex');
}

const HEAD = 8;

/** Memory that two threads share: the input that is being read, so that it can be told when its reader never comes back. */
export class Window {
  readonly memory: SharedArrayBuffer;
  readonly #head: Int32Array;
  readonly #body: Uint8Array;

  constructor(memory: SharedArrayBuffer = new SharedArrayBuffer(HEAD + (8 << 20))) {
    this.memory = memory;
    this.#head = new Int32Array(memory, 0, 2);
    this.#body = new Uint8Array(memory, HEAD);
  }

  put(input: Uint8Array): void {
    const shown = input.subarray(0, this.#body.length);
    this.#body.set(shown);
    this.#head[1] = shown.length;
    Atomics.add(this.#head, 0, 1);
  }

  /** How many inputs were put so far. */
  get count(): number {
    return Atomics.load(this.#head, 0);
  }

  get input(): Buffer {
    return Buffer.from(this.#body.slice(0, this.#head[1]!));
  }
}
