import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'express';
import { cookieOf, setCookie } from '../../access/session-cookie.ts';

/**
 * A browser from which somebody has signed in before keeps a mark that says so. Failed sign-ins of marked browsers are counted by
 * themselves: strangers who keep guessing at a name use up the strangers' tries, and never shut out the person it belongs to. The mark is
 * signed with the kept password, so it needs no key of its own and ends with the password.
 */
const SUFFIX = '-browser';
const DAYS = 400;

const sign = (nonce: string, accountId: string, kept: string): string =>
  createHmac('sha256', kept).update(`browser ${accountId} ${nonce}`).digest('base64url');

/** What tells this marked browser from others; null when it is not marked for this account. */
export function knownBrowser(request: Request, accountId: string, kept: string): string | null {
  const [nonce, signature, ...more] = cookieOf(request, SUFFIX)?.split('.') ?? [];
  if (nonce === undefined || signature === undefined || more.length > 0) return null;
  const wanted = Buffer.from(sign(nonce, accountId, kept));
  const given = Buffer.from(signature);
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? nonce : null;
}

export function markBrowser(request: Request, response: Response, accountId: string, kept: string): void {
  const nonce = randomBytes(16).toString('base64url');
  setCookie(request, response, `${nonce}.${sign(nonce, accountId, kept)}`, SUFFIX, {
    maxAge: DAYS * 86_400_000,
    sameSite: 'strict',
  });
}
