import { isIP } from 'node:net';
import { ExchangeError } from './failure.ts';
import type { MayReach } from './guarded-lookup.ts';

const MAX_URL = 8_192;

/**
 * Checks where a URL leads, as far as can be told before its name is resolved. The URL parser has by then turned `0x7f.1`,
 * `2130706433` and `0177.0.0.1` into dotted numbers. Any port is allowed: policies and callbacks live on unusual ones.
 * @throws ExchangeError `bad-url`, `private-address`
 */
export function checkTarget(text: string, base: URL | null, mayReach: MayReach): URL {
  if (text.length > MAX_URL || !URL.canParse(text, base?.href)) throw new ExchangeError('bad-url', 'not a URL');
  const url = new URL(text, base?.href);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new ExchangeError('bad-url', 'neither http nor https');
  if (url.username !== '' || url.password !== '') throw new ExchangeError('bad-url', 'contains credentials');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (host === '') throw new ExchangeError('bad-url', 'no host');
  // A number is connected to without being looked up, so it is checked here.
  if (isIP(host) !== 0 && !mayReach(host))
    throw new ExchangeError('private-address', 'the address is not on the public internet');
  return url;
}
