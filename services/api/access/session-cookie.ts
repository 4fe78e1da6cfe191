import type { CookieOptions, Request, Response } from 'express';
import { isLocalHost } from '../../../shared/platform/local-host.ts';
import type { ApiConfiguration } from '../ports.ts';
import { Problem } from '../problems/problem.ts';

/** Over HTTPS; the prefix makes browsers refuse it from anywhere but this host and over anything but HTTPS. */
export const SECURE_COOKIE = '__Host-shelfgate';
/** Over plain HTTP, for a service on one's own machine. */
export const PLAIN_COOKIE = 'shelfgate';

const VALUE = /^[A-Za-z0-9_.-]{20,200}$/;

/** Cookies of ours: the session's, and others whose names begin with its name. */
const nameOf = (request: Request, suffix: string): string => (request.secure ? SECURE_COOKIE : PLAIN_COOKIE) + suffix;

/** A cookie of ours; null where there is none that could be one. @param suffix of its name, empty for the session's */
export function cookieOf(request: Request, suffix = ''): string | null {
  const wanted = nameOf(request, suffix);
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2);
    if (name === wanted && value !== undefined && VALUE.test(value)) return value;
  }
  return null;
}

const options = (request: Request, more: CookieOptions): CookieOptions => ({
  httpOnly: true,
  secure: request.secure,
  // Links from mail open the console signed in; what changes something needs the CSRF token besides.
  sameSite: 'lax',
  path: '/',
  ...more,
});

export function setCookie(request: Request, response: Response, value: string, suffix = '', more: CookieOptions = {}): void {
  response.cookie(nameOf(request, suffix), value, options(request, more));
}

export function clearCookie(request: Request, response: Response, suffix = ''): void {
  response.clearCookie(nameOf(request, suffix), options(request, {}));
}

/**
 * Whether cookies may be given to this browser: over HTTPS, on its own machine, or where the configuration allows it.
 * @throws Problem `https-required`
 */
export function requireSafeTransport(request: Request, { session }: Pick<ApiConfiguration, 'session'>): void {
  if (request.secure || session.overHttp || isLocalHost(request.hostname ?? '')) return;
  throw new Problem('https-required', {
    zh: '请通过 HTTPS 登录。若 HTTPS 由前面的反向代理提供，请运维设置 TRUST_PROXY；内网确需不加密登录时设置 SIGN_IN_OVER_HTTP',
    en: 'Sign in over HTTPS. Where a proxy in front provides it, operations sets TRUST_PROXY; SIGN_IN_OVER_HTTP allows signing in without it',
  });
}
