import type { Fetch } from '../../domain/ports.ts';
import { readAnswer } from './answer.ts';
import { type Guard, mayReach, sendOnce } from './exchange.ts';
import { failed } from './failure.ts';
import { checkTarget } from './target.ts';

/** Asks by POST and reads the answer: how the scripts of some pages get their own text. */
export type Query = (
  url: string,
  request: { readonly contentType: string; readonly body: string },
  limits: { readonly maxBytes: number; readonly timeoutMs: number },
) => ReturnType<Fetch>;

/** A `Query` with the guard of `guardedFetch`. Redirects are not followed. */
export function guardedQuery(guard: Guard = {}): Query {
  return async (url, { contentType, body }, { maxBytes, timeoutMs }) => {
    const deadline = AbortSignal.timeout(timeoutMs);
    try {
      const headers = {
        accept: '*/*',
        'accept-encoding': 'gzip, deflate, br',
        'content-type': contentType.replace(/[^\x20-\x7e]/g, '').slice(0, 200),
        'content-length': String(Buffer.byteLength(body)),
      };
      const target = checkTarget(url, null, mayReach(guard));
      const response = await sendOnce(url, { method: 'POST', headers, body }, guard, deadline);
      return { ok: true, document: await readAnswer(target, response, maxBytes) };
    } catch (error) {
      return failed(error, deadline);
    }
  };
}
