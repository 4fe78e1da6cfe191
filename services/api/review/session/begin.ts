import type { Request, Response } from 'express';
import type { NewSession } from '../../../../shared/platform/database/sessions.ts';
import { cookieOf, setCookie } from '../../access/session-cookie.ts';
import type { ApiPorts } from '../../ports.ts';

/**
 * Begins a session and gives the browser its cookie; a session that the browser had before ends. Null when the account may not sign in.
 * Its token is always new, so nobody can know it beforehand.
 * @param kept the password as it was kept when it was compared; replaced since, it opens nothing
 */
export async function beginSession(
  ports: ApiPorts,
  request: Request,
  response: Response,
  accountId: string,
  how: 'password' | 'single-sign-on',
  kept?: string,
): Promise<NewSession | null> {
  const { sessions } = ports.database;
  const { hours, idleMinutes } = ports.configuration.session;
  const session = await sessions.open(accountId, hours, how, kept);
  if (session === null) return null;
  const before = cookieOf(request);
  const earlier = before === null ? null : await sessions.find(before, { idleMinutes, passive: true });
  if (before !== null && earlier !== null) await sessions.close(before, earlier.account);
  setCookie(request, response, session.token, '', { maxAge: hours * 3_600_000 });
  return session;
}
