import type { WriteStream } from 'node:tty';
import { excerptForTerminal } from '../escape.ts';
import { padded } from '../present/page.ts';

/** Shows a line for each submission: redrawn in place on a terminal, one line a change elsewhere. */
export class Progress {
  readonly #labels: readonly string[];
  readonly #states: string[];
  readonly #output: WriteStream;
  readonly #started = Date.now();
  #drawn = false;

  constructor(labels: readonly string[], output: WriteStream) {
    this.#labels = labels;
    this.#states = labels.map(() => '');
    this.#output = output;
  }

  /** Sets the state of a line; the same state again draws nothing. */
  set(index: number, state: string): void {
    if (this.#states[index] === state) return;
    this.#states[index] = state;
    if (!this.#output.isTTY) this.#output.write(`${this.#clock()}  ${this.#line(index)}\n`);
    else this.#redraw();
  }

  #clock(): string {
    return `${((Date.now() - this.#started) / 1000).toFixed(1).padStart(5)} s`;
  }

  #line(index: number): string {
    return `${padded(this.#labels[index] ?? '', 26)}${excerptForTerminal(this.#states[index] ?? '', 60)}`;
  }

  #redraw(): void {
    // CSI n A moves the cursor up n lines, CSI 2 K clears a line (ECMA-48 8.3.22, 8.3.41).
    const up = this.#drawn ? `\u001b[${this.#labels.length}A` : '';
    this.#drawn = true;
    this.#output.write(up + this.#labels.map((_, index) => `\u001b[2K  ${this.#line(index)}\n`).join(''));
  }
}
