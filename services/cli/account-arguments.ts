import { STAFF_ROLES } from '../../shared/domain/review/account.ts';
import type { AccountCommand } from './command.ts';
import { stringOf, usage, type Values } from './option-values.ts';

export const ACCOUNT_ACTIONS = ['create', 'list', 'disable', 'enable', 'reset-password', 'role'] as const;

/** What the API takes, too. */
const NAME = /^[a-z0-9][a-z0-9._@+-]{0,63}$/;

function roleOf(text: string | null): AccountCommand['role'] {
  const role = STAFF_ROLES.find((known) => known === text);
  if (role !== undefined) return role;
  const known = STAFF_ROLES.join(', ');
  throw usage(`角色只能是：${known}`, `the role must be one of: ${known}`, '--role');
}

/** Reads `shelfgate account …`. @throws InputError `usage` */
export function parseAccount(values: Values, positionals: readonly string[]): AccountCommand {
  const [actionText, given, roleText = null] = positionals;
  const action = ACCOUNT_ACTIONS.find((known) => known === actionText);
  const all = ACCOUNT_ACTIONS.join(', ');
  if (action === undefined) throw usage(`account 之后应为：${all}`, `account must be followed by one of: ${all}`, 'account');
  const most = { list: 1, role: 3 }[action as string] ?? 2;
  if (positionals.length > most) throw usage('多余的参数', 'there is an argument too many', positionals[most]);
  const account = given?.trim().toLowerCase() ?? null;
  if (action !== 'list') {
    if (account === null) throw usage(`account ${action} 需要账号名`, `account ${action} needs the name of an account`, 'NAME');
    if (!NAME.test(account)) {
      throw usage(
        '账号名由小写字母、数字和 . _ @ + - 组成，至多64个字符',
        'a name is made of letters a to z, digits and . _ @ + -, 64 at most',
        'NAME',
      );
    }
  }
  const role = action === 'create' ? stringOf(values, 'role') : roleText;
  return {
    name: 'account',
    action,
    account,
    displayName: stringOf(values, 'display-name')?.trim() || null,
    role: action === 'create' || action === 'role' ? roleOf(role) : null,
    json: values.json === true,
  };
}
