import { Readable } from 'node:stream';

/** A body on its way into a store: how many bytes went by, and its own error, apart from those of the store. */
export class CountedBody {
  /** Bytes so far. */
  size = 0;
  /** What the body failed with. */
  failure: unknown = null;
  readonly #chunks: AsyncIterator<Buffer>;
  #first: Buffer | null = null;

  constructor(body: Readable) {
    this.#chunks = body[Symbol.asyncIterator]();
  }

  /**
   * Waits for the first bytes: false when there are none at all.
   * @throws the body's error
   */
  async begins(): Promise<boolean> {
    this.#first = await this.#next();
    return this.#first !== null;
  }

  async #next(): Promise<Buffer | null> {
    try {
      for (;;) {
        const { done, value } = await this.#chunks.next();
        if (done) return null;
        this.size += value.length;
        if (value.length > 0) return value;
      }
    } catch (error) {
      this.failure = error;
      throw error;
    }
  }

  /** The bytes, the first ones included, and a promise that only ever rejects: when the body fails. Destroying the stream ends the body. */
  stream(): { readonly stream: Readable; readonly failed: Promise<never> } {
    const stream = Readable.from(this.#all(), { objectMode: false });
    const failed = new Promise<never>((_resolve, reject) => stream.once('error', reject));
    failed.catch(() => undefined);
    return { stream, failed };
  }

  async *#all(): AsyncGenerator<Buffer> {
    try {
      for (let chunk = this.#first; chunk !== null; chunk = await this.#next()) yield chunk;
    } finally {
      await this.#chunks.return?.();
    }
  }
}
