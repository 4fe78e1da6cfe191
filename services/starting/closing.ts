/** Something that was opened and must be closed. */
export interface Closable {
  readonly name: string;
  close(): Promise<unknown>;
}

/**
 * What a process has opened so far, closed in reverse: what was opened last leans on what was opened first. One that fails or hangs
 * does not keep the others open.
 */
export class Closing {
  readonly #opened: Closable[] = [];
  readonly #complain: (name: string, error: unknown) => void;

  /** @param complain told what could not be closed */
  constructor(complain: (name: string, error: unknown) => void) {
    this.#complain = complain;
  }

  add(name: string, close: () => Promise<unknown>): void {
    this.#opened.push({ name, close });
  }

  /** @param limitMs for each */
  async closeAll(limitMs: number): Promise<void> {
    for (const { name, close } of this.#opened.splice(0).reverse()) {
      try {
        await within(close(), limitMs);
      } catch (error) {
        this.#complain(name, error);
      }
    }
  }
}

async function within(work: Promise<unknown>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`did not close within ${milliseconds} ms`)), milliseconds);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
