import { hashPassword, oneTimePassword } from '../../../../shared/platform/passwords.ts';
import { operation } from '../../operation.ts';
import { accountWithPasswordSchema, newAccountSchema } from '../../schemas/review-accounts.ts';

export const createAccount = operation({
  id: 'createAccount',
  method: 'post',
  path: '/v1/review/accounts',
  tag: 'review',
  summary: { zh: '新建本地账号', en: 'Make a local account' },
  description: {
    zh: '一次性密码只在此答复中给出；首次登录后须设置自己的密码。',
    en: 'The password for one use is in this answer only; its owner chooses another at the first sign-in.',
  },
  scope: null,
  right: 'manage-accounts',
  body: newAccountSchema,
  responses: { 201: { description: { zh: '已新建', en: 'Made' }, schema: accountWithPasswordSchema } },
  problems: ['conflict'],
  async handle({ ports, account, body }) {
    const password = oneTimePassword();
    const made = await ports.database.accounts.create({ ...body, password: await hashPassword(password) }, account);
    return { status: 201, body: { account: made, password } };
  },
});
