import { hashPassword, verifyPassword } from '../../../../shared/platform/passwords.ts';
import { requireSameOrigin } from '../../access/same-origin.ts';
import { requireSafeTransport } from '../../access/session-cookie.ts';
import { operation } from '../../operation.ts';
import { Problem } from '../../problems/problem.ts';
import { sessionSchema, signInSchema } from '../../schemas/review-accounts.ts';
import { takeSignIn } from './allowance.ts';
import { beginSession } from './begin.ts';
import { knownBrowser, markBrowser } from './known-browser.ts';
import { noteRefusal } from './note-refusal.ts';
import { presentSession } from './present.ts';

/** The same for a name that nobody has, a wrong password and a disabled account: nobody learns which names there are. */
const refused = () =>
  new Problem('unauthenticated', {
    zh: '账号名或密码不对，或账号已停用。请检查后重试，或联系管理员',
    en: 'The name or the password is wrong, or the account is disabled. Check both, or ask an administrator',
  });

export const signIn = operation({
  id: 'signIn',
  method: 'post',
  path: '/v1/review/session',
  tag: 'review',
  summary: { zh: '以本地账号登录', en: 'Sign in with a local account' },
  description: {
    zh: '会话令牌放在 Cookie 中；除 GET 外的请求须把 csrfToken 放在 X-Shelfgate-CSRF 头中。失败次数按来源地址和账号名限制。',
    en: 'The session is kept in a cookie; all but GET send csrfToken in X-Shelfgate-CSRF. Failures are limited by address and by name.',
  },
  scope: null,
  body: signInSchema,
  responses: { 200: { description: { zh: '已登录', en: 'Signed in' }, schema: sessionSchema } },
  problems: ['unauthenticated', 'forbidden', 'https-required', 'rate-limited'],
  async handle({ ports, request, response, body }) {
    const { configuration, database } = ports;
    requireSameOrigin(request, configuration.publicUrl);
    requireSafeTransport(request, configuration);
    if (configuration.singleSignOn?.only === true) {
      throw new Problem('forbidden', {
        zh: '本地密码登录已关闭，请使用单点登录',
        en: 'Passwords are off here; use single sign-on',
      });
    }
    const name = body.name.normalize('NFKC').trim().toLowerCase();
    const address = request.ip ?? 'unknown';
    const found = await database.accounts.credentials(name);
    const kept = found?.password ?? null;
    const browser = found === null || kept === null ? null : knownBrowser(request, found.account.id, kept);
    const account = found?.account ?? null;
    const giveBack = await takeSignIn(ports, address, name, browser).catch(async (tooMany: unknown) => {
      await noteRefusal(ports, account, address, 'too-many');
      throw tooMany;
    });

    const { matches, outdated } = await verifyPassword(body.password, kept);
    // An account that was disabled, or whose password was replaced, meanwhile gets no session either.
    const begin = (id: string, was: string) => beginSession(ports, request, response, id, 'password', was);
    let signedWith = kept ?? '';
    let session = matches && account !== null ? await begin(account.id, signedWith) : null;
    if (matches && session === null) {
      // The same one may have been hashed anew by a sign-in at the same moment.
      const now = (await database.accounts.credentials(name))?.password ?? null;
      if (account !== null && now !== null && now !== kept && (await verifyPassword(body.password, now)).matches) {
        signedWith = now;
        session = await begin(account.id, now);
      }
    }
    if (session === null) {
      await noteRefusal(ports, account, address, matches ? 'disabled' : 'wrong');
      throw refused();
    }
    await giveBack();
    if (outdated && signedWith === kept) {
      signedWith = await hashPassword(body.password);
      await database.accounts.rehash(session.account.id, kept, signedWith);
    }
    markBrowser(request, response, session.account.id, signedWith);
    return { status: 200, body: presentSession(session) };
  },
});
