import type { Request, Response } from 'express';
import type { ApiKey } from '../../../shared/platform/database/repositories.ts';
import type { ApiPorts } from '../ports.ts';
import { Problem } from '../problems/problem.ts';
import { rateHeaders } from './rate-headers.ts';

const CHALLENGE = { 'WWW-Authenticate': 'Bearer realm="shelfgate"' };
/** RFC 6750 section 2.1; a key of ours is shorter than 200 characters. */
const BEARER = /^Bearer +([A-Za-z0-9._~+/-]{1,200}=*)$/i;

const refuse = () =>
  new Problem(
    'unauthenticated',
    {
      zh: '需要有效的密钥：Authorization: Bearer sg_…',
      en: 'A valid key is needed: Authorization: Bearer sg_…',
    },
    {},
    CHALLENGE,
  );

const tooMany = (seconds: number) =>
  new Problem(
    'rate-limited',
    { zh: `请求过于频繁，请在${seconds}秒后重试`, en: `Too many requests; try again in ${seconds} seconds` },
    {},
    { 'Retry-After': String(seconds) },
  );

/**
 * Who calls, within the rate that the key allows; `RateLimit` headers are set on the response. Failures are counted by address, so
 * that keys cannot be guessed, and an address over its limit is not even looked up.
 * @throws Problem `unauthenticated`, `rate-limited`
 */
export async function authenticate(ports: ApiPorts, request: Request, response: Response): Promise<ApiKey> {
  const { limiter, configuration, database } = ports;
  const address = `address:${request.ip ?? 'unknown'}`;
  const failureLimit = configuration.rate.unauthenticatedPerMinute;
  const failures = await limiter.peek(address, failureLimit);
  if (!failures.allowed) throw tooMany(failures.resetSeconds);

  const plain = BEARER.exec(request.headers.authorization ?? '')?.[1];
  const key = plain === undefined ? null : await database.stores.authenticate(plain);
  if (key === null) {
    await limiter.take(address, failureLimit);
    throw refuse();
  }
  response.locals.caller = key;
  const rate = await limiter.take(`key:${key.id}`, key.ratePerMinute);
  response.set(rateHeaders(rate));
  if (!rate.allowed) throw tooMany(rate.resetSeconds);
  return key;
}
