import type { Fetch } from '../../domain/ports.ts';
import { readAnswer } from './answer.ts';
import { follow, type Guard } from './exchange.ts';
import { failed } from './failure.ts';

export { type Download, guardedDownload } from './download.ts';
export type { Guard } from './exchange.ts';
export { guardedPost, type Post } from './post.ts';
export { guardedQuery, type Query } from './query.ts';

const HEADERS = {
  accept: 'text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5',
  'accept-encoding': 'gzip, deflate, br',
  'accept-language': 'zh-CN,zh;q=0.9,en;q=0.5',
};

/**
 * A `Fetch` for addresses that strangers gave: http and https only, no credentials in the URL, every address checked after it was
 * resolved and on each of at most five redirects, size capped while it is inflated, one deadline for everything. Never throws for
 * what the other side does.
 */
export function guardedFetch(guard: Guard = {}): Fetch {
  return async (address, { maxBytes, timeoutMs }) => {
    const deadline = AbortSignal.timeout(timeoutMs);
    try {
      const { url, response } = await follow(address, HEADERS, guard, deadline);
      return { ok: true, document: await readAnswer(url, response, maxBytes) };
    } catch (error) {
      return failed(error, deadline);
    }
  };
}
