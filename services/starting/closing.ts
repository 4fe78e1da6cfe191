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

  /** @param limitMs for all together, so that a process ends in time even when every server it leans on has frozen */
  async closeAll(limitMs: number): Promise<void> {
    const began = performance.now();
    for (const { name, close } of this.#opened.splice(0).reverse()) {
      try {
        await within(close(), shareOf(limitMs, performance.now() - began), limitMs);
      } catch (error) {
        this.#complain(name, error);
      }
    }
  }
}

/** What is closed when the time is up already still gets this long: a database server, closed last, must at least be told. */
const LAST_CHANCE_MS = 1_000;

/** How long the next one may take, in milliseconds. */
export function shareOf(limitMs: number, elapsedMs: number): number {
  return Math.max(limitMs - elapsedMs, Math.min(limitMs, LAST_CHANCE_MS));
}

async function within(work: Promise<unknown>, milliseconds: number, limitMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`did not close within ${limitMs} ms`)), milliseconds);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
