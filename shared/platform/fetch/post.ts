import { type Guard, sendOnce } from './exchange.ts';
import { type Failed, failed } from './failure.ts';

/** Posts a body and tells the status of the answer. */
export type Post = (
  url: string,
  request: { readonly headers: Readonly<Record<string, string>>; readonly body: string; readonly timeoutMs: number },
) => Promise<{ readonly ok: true; readonly status: number } | Failed>;

/**
 * A `Post` with the guard of `guardedFetch`. Redirects are not followed: the address that was given is the one that is told.
 * The body of the answer is not read.
 */
export function guardedPost(guard: Guard = {}): Post {
  return async (url, { headers, body, timeoutMs }) => {
    const deadline = AbortSignal.timeout(timeoutMs);
    try {
      const length = { 'content-length': String(Buffer.byteLength(body)) };
      const response = await sendOnce(url, { method: 'POST', headers: { ...headers, ...length }, body }, guard, deadline);
      response.on('error', () => undefined);
      response.destroy();
      return { ok: true, status: response.statusCode ?? 0 };
    } catch (error) {
      return failed(error, deadline);
    }
  };
}
