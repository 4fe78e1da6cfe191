import type { Readable } from 'node:stream';

/** Where bytes lie: a folder (`file:`) or an S3-compatible store (`s3:`). The same contract test runs against both. */
export interface ObjectStore {
  /**
   * Streams an object into place; it is visible only when whole. Memory does not grow with the object.
   * @param size bytes, when known beforehand
   * @throws TransientError when the store cannot be reached; the error of `body` when that fails (nothing is left behind)
   */
  put(
    key: string,
    body: Readable,
    options?: { readonly size?: number; readonly contentType?: string },
  ): Promise<{ readonly size: number }>;
  /** @throws PermanentError `object-missing` */
  get(key: string): Promise<Readable>;
  /** Exactly `length` bytes from `offset`, fewer only at the object's end. @throws PermanentError `object-missing` */
  read(key: string, offset: number, length: number): Promise<Buffer>;
  stat(key: string): Promise<{ readonly size: number } | null>;
  /** Removing what is not there is no error. */
  remove(key: string): Promise<void>;
  /** Keys under a prefix with their time of last change; for sweeping up what no row owns. */
  list(prefix: string): AsyncIterable<{ readonly key: string; readonly size: number; readonly modified: Date }>;
  /** Throws when the store cannot be used; for health checks. */
  check(): Promise<void>;
  close(): Promise<void>;
}
