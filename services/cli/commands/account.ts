import { InputError } from '../../../shared/domain/errors.ts';
import type { Account } from '../../../shared/domain/review/account.ts';
import type { Accounts } from '../../../shared/platform/database/accounts.ts';
import { hashPassword, oneTimePassword } from '../../../shared/platform/passwords.ts';
import type { AccountCommand } from '../command.ts';
import type { Console } from '../console.ts';
import { escapeForTerminal } from '../escape.ts';
import { withDatabase } from '../with-database.ts';

/** Who works at the command line is nobody of the platform: the audit log has them as nobody. */
const NOBODY = null;

async function accountNamed(accounts: Accounts, name: string): Promise<Account> {
  const account = await accounts.findByName(name);
  if (account !== null) return account;
  throw new InputError('unknown-account', { zh: `没有账号“${name}”`, en: `there is no account "${name}"` }, 'NAME');
}

function statusOf({ disabledAt, mustChangePassword, origin }: Account): string {
  if (disabledAt !== null) return '已停用 disabled';
  if (origin === 'oidc') return '单点登录 single sign-on';
  return mustChangePassword ? '待设置密码 password to be chosen' : '有效 active';
}

function print(console: Console, command: AccountCommand, account: Account, password?: string): void {
  if (command.json) {
    console.out(JSON.stringify(password === undefined ? account : { ...account, password }, null, 2));
    return;
  }
  const { name, role, displayName } = account;
  console.out(`${escapeForTerminal(name)}  ${role}  ${statusOf(account)}  ${escapeForTerminal(displayName)}`);
  if (password === undefined) return;
  console.out(`一次性密码（仅显示这一次，登录后须更换） Password for one use, shown only now:\n  ${password}`);
}

type Action = (accounts: Accounts, command: AccountCommand, console: Console) => Promise<void>;

const create: Action = async (accounts, command, console) => {
  const name = command.account!;
  const password = oneTimePassword();
  const account = await accounts.create(
    { name, displayName: command.displayName ?? name, role: command.role!, password: await hashPassword(password) },
    NOBODY,
  );
  print(console, command, account, password);
};

const list: Action = async (accounts, command, console) => {
  const all = await accounts.list();
  if (command.json) console.out(JSON.stringify(all, null, 2));
  else if (all.length === 0) console.out('没有账号 no accounts');
  else for (const account of all) print(console, command, account);
};

const resetPassword: Action = async (accounts, command, console) => {
  const { id } = await accountNamed(accounts, command.account!);
  const password = oneTimePassword();
  const account = await accounts.resetPassword(id, await hashPassword(password), NOBODY);
  print(console, command, account!, password);
};

/** The change that an action stands for. */
const changing =
  (change: (command: AccountCommand) => Parameters<Accounts['change']>[1]): Action =>
  async (accounts, command, console) => {
    const { id } = await accountNamed(accounts, command.account!);
    print(console, command, (await accounts.change(id, change(command), NOBODY))!);
  };

const ACTIONS: Readonly<Record<AccountCommand['action'], Action>> = {
  create,
  list,
  disable: changing(() => ({ disabled: true })),
  enable: changing(() => ({ disabled: false })),
  'reset-password': resetPassword,
  role: changing(({ role }) => ({ role: role! })),
};

/** Makes, lists and changes accounts of the console in the database of the configuration: also the way back in when nobody can sign in. */
export async function runAccount(command: AccountCommand, console: Console): Promise<number> {
  await withDatabase(console.env, ({ accounts }) => ACTIONS[command.action](accounts, command, console));
  return 0;
}
