import { UNATTENDED_HEADER } from '../../access/session.ts';
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
  description: {
    zh: `会话闲置一段时间后结束。页面自行刷新而无人操作时，任何请求都可带 ${UNATTENDED_HEADER}: true，不算作使用。`,
    en: `A session ends when idle. Any request may say ${UNATTENDED_HEADER}: true when the page asks by itself; it then counts as no use.`,
  },
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
