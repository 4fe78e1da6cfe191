import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'express';
import { type Account, may, type Right } from '../../../shared/domain/review/account.ts';
import type { OpenSession } from '../../../shared/platform/database/sessions.ts';
import type { ApiPorts } from '../ports.ts';
import { Problem } from '../problems/problem.ts';
import { cookieOf } from './session-cookie.ts';

export const CSRF_HEADER = 'x-shelfgate-csrf';
/** `true`: nobody has touched the page for a while, which asks by itself. */
export const UNATTENDED_HEADER = 'x-shelfgate-unattended';

/** What an operation for people asks of a session. */
export interface SessionDemand {
  readonly right: Right;
  /** The page asks by itself: no sign of a person. */
  readonly passive?: boolean;
  /** Also for those who must choose a password first. */
  readonly beforePasswordChange?: boolean;
}

const signIn = () => new Problem('unauthenticated', { zh: '请先登录', en: 'Sign in first' });

/**
 * Who uses the console, and that their role allows this. Everything that changes something must carry the session's CSRF token, which a
 * foreign page cannot know.
 * @throws Problem `unauthenticated`, `forbidden`, `password-change-required`
 */
export async function authenticateSession(
  ports: ApiPorts,
  request: Request,
  response: Response,
  { right, passive = false, beforePasswordChange = false }: SessionDemand,
): Promise<OpenSession & { readonly token: string }> {
  const token = cookieOf(request);
  const { idleMinutes } = ports.configuration.session;
  const asksByItself = passive || request.get(UNATTENDED_HEADER) === 'true';
  const session = token === null ? null : await ports.database.sessions.find(token, { idleMinutes, passive: asksByItself });
  if (token === null || session === null) throw signIn();
  response.locals.account = session.account;
  if (request.method !== 'GET' && request.method !== 'HEAD' && !sameToken(request.get(CSRF_HEADER), session.csrfToken)) {
    throw new Problem('forbidden', {
      zh: `缺少或错误的 ${CSRF_HEADER}，请刷新页面后重试`,
      en: `${CSRF_HEADER} is missing or wrong; reload the page and try again`,
    });
  }
  if (session.account.mustChangePassword && !beforePasswordChange) {
    throw new Problem('password-change-required', {
      zh: '请先在登录页设置自己的密码，之后才能使用工作台',
      en: 'Choose a password of your own on the sign-in page first; everything else comes after that',
    });
  }
  requireRight(session.account, right);
  return { ...session, token };
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
