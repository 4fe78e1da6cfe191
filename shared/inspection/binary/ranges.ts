import type { ByteSource } from '../../domain/ports.ts';
import { BrokenBytes } from '../broken.ts';
import { SourceFailure } from '../observations.ts';

const WINDOW = 64 << 10;
const WINDOWS = 4;
/** A source of up to so many bytes is fetched whole: its parts lie in each other's windows, and each exchange costs more than the bytes. */
const SMALL = 256 << 10;

/**
 * Reads ranges of a source. Small reads fetch a window of 64 KiB and the last few windows are kept, so that walking over neighbouring
 * small structures costs one exchange; a large read fetches exactly what it was asked for. A small source is fetched once.
 */
export class Ranges {
  readonly size: number;
  /** Bytes fetched from the source so far. */
  fetched = 0;
  readonly #source: ByteSource;
  #whole: Promise<Buffer> | null = null;
  readonly #windows: { readonly offset: number; readonly bytes: Buffer }[] = [];

  constructor(source: ByteSource) {
    this.#source = source;
    this.size = source.size;
  }

  /** The bytes from `offset`, fewer than `length` only at the end of the source. @throws BrokenBytes when it begins beyond the end */
  async read(offset: number, length: number, structure: string): Promise<Buffer> {
    if (offset < 0 || offset > this.size) {
      const what = { zh: `超出文件末尾（共 ${this.size} 字节）`, en: `is beyond the end of the file (${this.size} bytes)` };
      throw new BrokenBytes('beyond-end', structure, Math.max(offset, 0), what);
    }
    const wanted = Math.min(length, this.size - offset);
    if (this.size <= SMALL) {
      this.#whole ??= this.#fetch(0, this.size);
      return (await this.#whole).subarray(offset, offset + wanted);
    }
    for (const { offset: start, bytes } of this.#windows) {
      if (offset >= start && offset + wanted <= start + bytes.length)
        return bytes.subarray(offset - start, offset - start + wanted);
    }
    if (wanted >= WINDOW) return this.#fetch(offset, wanted);
    const bytes = await this.#fetch(offset, Math.min(WINDOW, this.size - offset));
    this.#windows.unshift({ offset, bytes });
    this.#windows.length = Math.min(this.#windows.length, WINDOWS);
    return bytes.subarray(0, wanted);
  }

  /** Keeps bytes at hand that later reads will touch again. */
  remember(offset: number, bytes: Buffer): void {
    this.#windows.unshift({ offset, bytes });
    this.#windows.length = Math.min(this.#windows.length, WINDOWS);
  }

  async #fetch(offset: number, length: number): Promise<Buffer> {
    this.fetched += length;
    let bytes: Uint8Array;
    try {
      bytes = await this.#source.read(offset, length);
    } catch (error) {
      // The source of an archive within an archive is the outer one's ranges, which have said already what went wrong.
      if (error instanceof SourceFailure || error instanceof BrokenBytes) throw error;
      throw new SourceFailure('the source of the package failed', { cause: error });
    }
    if (bytes.length !== length) {
      const what = {
        zh: `来源只给出 ${bytes.length} 字节，应为 ${length} 字节`,
        en: `the source gave ${bytes.length} bytes instead of ${length}`,
      };
      throw new BrokenBytes('source-short', 'source', offset, what);
    }
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  }
}
