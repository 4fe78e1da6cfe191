import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'express';
import { type Account, may, type Right } from '../../../shared/domain/review/account.ts';
import type { OpenSession } from '../../../shared/platform/database/sessions.ts';
import type { ApiPorts } from '../ports.ts';
import { Problem } from '../problems/problem.ts';

/** Over HTTPS; the prefix makes browsers refuse it from anywhere but this host and over anything but HTTPS. */
export const SECURE_COOKIE = '__Host-shelfgate';
/** Over plain HTTP, for a service on one's own machine. */
export const PLAIN_COOKIE = 'shelfgate';
export const CSRF_HEADER = 'x-shelfgate-csrf';

const TOKEN = /^[A-Za-z0-9_-]{20,100}$/;

/** The session's token in the request's cookies; null where there is none that could be one. */
export function tokenOf(request: Request): string | null {
  const wanted = request.secure ? SECURE_COOKIE : PLAIN_COOKIE;
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2);
    if (name === wanted && value !== undefined && TOKEN.test(value)) return value;
  }
  return null;
}

const signIn = () => new Problem('unauthenticated', { zh: '请先登录', en: 'Sign in first' });

/**
 * Who uses the console, and that their role allows this. Everything that changes something must carry the session's CSRF token, which a
 * foreign page cannot know.
 * @throws Problem `unauthenticated`, `forbidden`
 */
export async function authenticateSession(
  ports: ApiPorts,
  request: Request,
  response: Response,
  right: Right,
): Promise<OpenSession> {
  const token = tokenOf(request);
  const session = token === null ? null : await ports.database.sessions.find(token);
  if (session === null) throw signIn();
  response.locals.account = session.account;
  if (request.method !== 'GET' && request.method !== 'HEAD' && !sameToken(request.get(CSRF_HEADER), session.csrfToken)) {
    throw new Problem('forbidden', {
      zh: `缺少或错误的 ${CSRF_HEADER}，请刷新页面后重试`,
      en: `${CSRF_HEADER} is missing or wrong; reload the page and try again`,
    });
  }
  requireRight(session.account, right);
  return session;
}

/** @throws Problem `forbidden` */
export function requireRight(account: Account, right: Right): void {
  if (may(account.role, right)) return;
  throw new Problem('forbidden', {
    zh: `您的角色没有此权限（${right}）`,
    en: `Your role does not allow this (${right})`,
  });
}

function sameToken(given: string | undefined, wanted: string): boolean {
  if (given === undefined) return false;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
