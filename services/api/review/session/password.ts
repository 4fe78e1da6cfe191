import { passwordFault } from '../../../../shared/domain/review/password-rule.ts';
import { hashPassword, verifyPassword } from '../../../../shared/platform/passwords.ts';
import { operation } from '../../operation.ts';
import { invalidRequest, Problem } from '../../problems/problem.ts';
import { passwordChangeSchema, sessionSchema } from '../../schemas/review-accounts.ts';
import { takePasswordChange } from './allowance.ts';
import { markBrowser } from './known-browser.ts';
import { presentSession } from './present.ts';

const wrong = (pointer: string, code: string, zh: string, en: string) => invalidRequest([{ pointer, code, text: { zh, en } }]);

export const changePassword = operation({
  id: 'changePassword',
  method: 'post',
  path: '/v1/review/session/password',
  tag: 'review',
  summary: { zh: '修改自己的密码；其他会话随之结束', en: 'Change one’s own password, which ends one’s other sessions' },
  scope: null,
  right: 'read',
  beforePasswordChange: true,
  body: passwordChangeSchema,
  responses: { 200: { description: { zh: '已修改', en: 'Changed' }, schema: sessionSchema } },
  problems: ['conflict'],
  async handle({ ports, account, session, request, response, body }) {
    const { accounts } = ports.database;
    const kept = (await accounts.credentials(account.name))?.password ?? null;
    if (kept === null) {
      throw new Problem('conflict', {
        zh: '此账号通过单点登录使用，在本系统没有密码',
        en: 'This account signs in elsewhere and has no password here',
      });
    }
    const fault = passwordFault(body.next, account.name);
    if (fault !== null) throw invalidRequest([{ pointer: '/next', code: 'weak-password', text: fault }]);
    const giveBack = await takePasswordChange(ports, account.id);
    const { matches } = await verifyPassword(body.current, kept);
    if (!matches) throw wrong('/current', 'wrong-password', '现在的密码不对', 'is not the present password');
    await giveBack();
    if (body.next.normalize('NFKC') === body.current.normalize('NFKC')) {
      throw wrong('/next', 'same-password', '新密码须与现在的不同', 'must differ from the present password');
    }
    const hashed = await hashPassword(body.next);
    // An administrator who has reset it meanwhile has the last word.
    if (!(await accounts.choosePassword(account, hashed, session.token, kept)))
      throw wrong('/current', 'wrong-password', '现在的密码不对', 'is not the present password');
    markBrowser(request, response, account.id, hashed);
    return { status: 200, body: presentSession({ ...session, account: { ...account, mustChangePassword: false } }) };
  },
});
