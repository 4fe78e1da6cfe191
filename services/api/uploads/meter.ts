import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';
import { ContentDigester, type ContentDigests } from '../../../shared/inspection/signing/content-digests.ts';

/** A stream that lets bytes through while it counts and hashes them. */
export interface Meter {
  readonly stream: Transform;
  /** Bytes so far. */
  size(): number;
  /** Lower-case hex of all bytes; only after the stream has ended, and only once. */
  sha256(): string;
  /** Digests of the content by chunks; as `sha256`. */
  digests(): ContentDigests;
}

/**
 * Makes a meter.
 * @param limit bytes; one more and the stream fails with what `tooLarge` makes
 */
export function meter(limit: number, tooLarge: () => Error): Meter {
  const hash = createHash('sha256');
  const digester = new ContentDigester();
  let size = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > limit) return done(tooLarge());
      hash.update(chunk);
      digester.update(chunk);
      done(null, chunk);
    },
  });
  return { stream, size: () => size, sha256: () => hash.digest('hex'), digests: () => digester.finish() };
}
