import { clearCookie } from '../../access/session-cookie.ts';
import { operation } from '../../operation.ts';
import { sessionSchema, signedOutSchema } from '../../schemas/review-accounts.ts';
import { presentSession } from './present.ts';

export const getSession = operation({
  id: 'getSession',
  method: 'get',
  path: '/v1/review/session',
  tag: 'review',
  summary: { zh: '当前会话：账号、权限、CSRF 令牌', en: 'The session: account, rights, CSRF token' },
  scope: null,
  right: 'read',
  beforePasswordChange: true,
  responses: { 200: { description: { zh: '会话', en: 'The session' }, schema: sessionSchema } },
  problems: [],
  async handle({ session }) {
    return { status: 200, body: presentSession(session) };
  },
});

export const signOut = operation({
  id: 'signOut',
  method: 'delete',
  path: '/v1/review/session',
  tag: 'review',
  summary: { zh: '退出登录', en: 'Sign out' },
  scope: null,
  right: 'read',
  beforePasswordChange: true,
  responses: { 200: { description: { zh: '已退出', en: 'Signed out' }, schema: signedOutSchema } },
  problems: [],
  async handle({ ports, account, session, request, response }) {
    await ports.database.sessions.close(session.token, account);
    clearCookie(request, response);
    return { status: 200, body: { signedOut: true } };
  },
});
