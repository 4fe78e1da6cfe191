import { operation } from '../../operation.ts';
import { accountsSchema, colleaguesSchema } from '../../schemas/review-accounts.ts';

export const listAccounts = operation({
  id: 'listAccounts',
  method: 'get',
  path: '/v1/review/accounts',
  tag: 'review',
  summary: { zh: '全部账号', en: 'All accounts' },
  scope: null,
  right: 'manage-accounts',
  responses: { 200: { description: { zh: '账号', en: 'The accounts' }, schema: accountsSchema } },
  problems: [],
  async handle({ ports }) {
    return { status: 200, body: { accounts: await ports.database.accounts.list() } };
  },
});

export const listColleagues = operation({
  id: 'listColleagues',
  method: 'get',
  path: '/v1/review/colleagues',
  tag: 'review',
  summary: {
    zh: '可用账号的姓名和角色，用于指派与筛选',
    en: 'Names and roles of those who may sign in, to assign and filter by',
  },
  scope: null,
  right: 'read',
  responses: { 200: { description: { zh: '同事', en: 'The colleagues' }, schema: colleaguesSchema } },
  problems: [],
  async handle({ ports }) {
    const active = (await ports.database.accounts.list()).filter(({ disabledAt }) => disabledAt === null);
    return { status: 200, body: active.map(({ id, displayName, role }) => ({ id, displayName, role })) };
  },
});
