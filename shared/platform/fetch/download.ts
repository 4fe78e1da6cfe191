import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { InputError, TransientError } from '../../domain/errors.ts';
import { encodingsOf } from './decoded.ts';
import { follow, type Guard } from './exchange.ts';
import { ExchangeError, type Failed, failed } from './failure.ts';

/** Gets a body of any size as a stream. */
export type Download = (
  url: string,
  limits: { readonly maxBytes: number; readonly timeoutMs: number; readonly signal?: AbortSignal },
) => Promise<{ readonly ok: true; readonly status: number; readonly body: Readable } | Failed>;

const tooLarge = (most: number): InputError =>
  new InputError('too-large', { zh: `下载内容超过 ${most} 字节上限`, en: `The download has more than ${most} bytes` });

function bodyError(error: unknown, deadline: AbortSignal): Error {
  if (error instanceof InputError) return error;
  const { failure, detail } = failed(error, deadline);
  const text = { zh: `下载中断（${failure}：${detail}）`, en: `The download broke off (${failure}: ${detail})` };
  return new TransientError('download-broken', text, { cause: error });
}

/**
 * A download with the guard of `guardedFetch`. The deadline and the signal cover the body too; when they end it, or the connection
 * breaks, the body fails with TransientError `download-broken`, and with InputError `too-large` as soon as it exceeds `maxBytes`.
 */
export function guardedDownload(guard: Guard = {}): Download {
  return async (address, { maxBytes, timeoutMs, signal }) => {
    const deadline = AbortSignal.timeout(timeoutMs);
    const stop = signal === undefined ? deadline : AbortSignal.any([deadline, signal]);
    try {
      // A package is compressed already; asking for it as it is keeps its bytes those that were signed.
      const { response } = await follow(address, { accept: '*/*', 'accept-encoding': 'identity' }, guard, stop);
      const refused =
        encodingsOf(response).length > 0
          ? new ExchangeError('bad-encoding', 'encoded although asked not to be')
          : Number(response.headers['content-length'] ?? 0) > maxBytes
            ? new ExchangeError('too-large', `more than ${maxBytes} bytes`)
            : null;
      if (refused !== null) {
        response.destroy();
        throw refused;
      }
      let size = 0;
      const body = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          size += chunk.length;
          if (size > maxBytes) done(tooLarge(maxBytes));
          else done(null, chunk);
        },
        flush(done) {
          done(response.complete ? null : Object.assign(new Error('cut short'), { code: 'ECONNRESET' }));
        },
        destroy(error, done) {
          done(error === null ? null : bodyError(error, deadline));
        },
      });
      pipeline(response, body).catch(() => undefined);
      return { ok: true, status: response.statusCode ?? 0, body };
    } catch (error) {
      return failed(error, deadline);
    }
  };
}
