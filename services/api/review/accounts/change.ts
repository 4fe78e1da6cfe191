import { z } from 'zod';
import { hashPassword, oneTimePassword } from '../../../../shared/platform/passwords.ts';
import { operation } from '../../operation.ts';
import { notFound, Problem } from '../../problems/problem.ts';
import { accountChangeSchema, accountIdSchema, accountSchema, accountWithPasswordSchema } from '../../schemas/review-accounts.ts';

const noAccount = () => notFound({ zh: '账号', en: 'account' });

export const changeAccount = operation({
  id: 'changeAccount',
  method: 'patch',
  path: '/v1/review/accounts/{id}',
  tag: 'review',
  summary: { zh: '修改姓名、角色，停用或启用账号', en: 'Change name or role, disable or enable an account' },
  description: {
    zh: '角色立即生效；停用即结束其全部会话。自己的角色和停用须由另一位管理员操作；最后一位可用的管理员不能停用或改为其他角色。',
    en: 'A role counts at once; disabling ends all sessions. One’s own role is changed by another administrator, and the last active one stays.',
  },
  scope: null,
  right: 'manage-accounts',
  params: z.object({ id: accountIdSchema }),
  body: accountChangeSchema,
  responses: { 200: { description: { zh: '修改后的账号', en: 'The account as it is now' }, schema: accountSchema } },
  problems: ['not-found', 'conflict'],
  async handle({ ports, account, params: { id }, body }) {
    if (id === account.id && ((body.role !== undefined && body.role !== account.role) || body.disabled === true)) {
      throw new Problem('conflict', {
        zh: '不能修改自己的角色，也不能停用自己的账号，请由另一位管理员操作',
        en: 'Nobody changes their own role or disables their own account; another administrator does',
      });
    }
    const changed = await ports.database.accounts.change(id, body, account);
    if (changed === null) throw noAccount();
    return { status: 200, body: changed };
  },
});

export const resetPassword = operation({
  id: 'resetPassword',
  method: 'post',
  path: '/v1/review/accounts/{id}/password',
  tag: 'review',
  summary: { zh: '重置密码；其全部会话随之结束', en: 'Reset a password, which ends all sessions of the account' },
  scope: null,
  right: 'manage-accounts',
  params: z.object({ id: accountIdSchema }),
  responses: { 200: { description: { zh: '一次性密码', en: 'A password for one use' }, schema: accountWithPasswordSchema } },
  problems: ['not-found', 'conflict'],
  async handle({ ports, account, params: { id } }) {
    // Whoever sits at an administrator's open page must not be able to take the account over.
    if (id === account.id) {
      throw new Problem('conflict', {
        zh: '自己的密码请用“修改密码”更换，需要输入现在的密码',
        en: 'Change your own password with the present one instead of resetting it',
      });
    }
    const password = oneTimePassword();
    const changed = await ports.database.accounts.resetPassword(id, await hashPassword(password), account);
    if (changed === null) throw noAccount();
    return { status: 200, body: { account: changed, password } };
  },
});
