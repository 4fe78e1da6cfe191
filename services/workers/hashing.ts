import { createHash } from 'node:crypto';
import { pipeline, type Readable, Transform } from 'node:stream';
import { InputError } from '../../shared/domain/errors.ts';
import { ContentDigester, type ContentDigests } from '../../shared/inspection/signing/content-digests.ts';

/** What is known of a stream when all of it has passed. */
export interface Passed {
  readonly sha256: string;
  readonly bytes: number;
  readonly digests: ContentDigests;
}

/**
 * Passes a stream on while it is hashed and measured; memory does not grow with it.
 * @param maxBytes beyond which the stream fails with InputError `payload-too-large`
 */
export function hashing(body: Readable, maxBytes: number): { readonly stream: Readable; result(): Passed } {
  const hash = createHash('sha256');
  const digester = new ContentDigester();
  let bytes = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > maxBytes) {
        done(tooLarge(maxBytes));
        return;
      }
      hash.update(chunk);
      digester.update(chunk);
      done(null, chunk);
    },
  });
  // Ends each side with the error of the other; whoever reads the stream sees it there.
  pipeline(body, stream, () => undefined);
  return { stream, result: () => ({ sha256: hash.digest('hex'), bytes, digests: digester.finish() }) };
}

function tooLarge(maxBytes: number): InputError {
  return new InputError(
    'payload-too-large',
    { zh: `安装包超过大小上限 ${maxBytes} 字节`, en: `The package is larger than the limit of ${maxBytes} bytes` },
    'package',
  );
}
