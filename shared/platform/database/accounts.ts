import { randomBytes } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import { InputError } from '../../domain/errors.ts';
import type { Account, AccountName, StaffRole } from '../../domain/review/account.ts';
import { accountOf } from './account-row.ts';
import { writeDown } from './audit-log.ts';
import { plain } from './plain-text.ts';
import type { Db, Tables } from './tables.ts';
import { hashOf } from './token.ts';

/** An account that signs in with a password of ours. */
export interface NewAccount {
  /** Lower case. */
  readonly name: string;
  readonly displayName: string;
  readonly role: StaffRole;
  /** As `hashPassword` made it. */
  readonly password: string;
  /** For one use, unless told otherwise. */
  readonly mustChangePassword?: boolean;
}

export interface AccountChange {
  readonly displayName?: string;
  readonly role?: StaffRole;
  readonly disabled?: boolean;
}

export interface Accounts {
  /** @throws InputError `conflict` for a name that is taken */
  create(account: NewAccount, by: AccountName | null): Promise<Account>;
  find(id: string): Promise<Account | null>;
  findByName(name: string): Promise<Account | null>;
  /** All of them, those that may sign in first, by name. */
  list(): Promise<readonly Account[]>;
  /** What signing in is checked against; the password is null for accounts of a provider. */
  credentials(name: string): Promise<{ readonly account: Account; readonly password: string | null } | null>;
  /**
   * Changes what administrators may change; disabling ends the account's sessions. Null for no such account.
   * @throws InputError `conflict` when nobody who may manage accounts would be left, or for the role of a provider's account
   */
  change(id: string, change: AccountChange, by: AccountName | null): Promise<Account | null>;
  /** Gives a password for one use and ends all sessions. Null for no such account. @throws InputError `conflict` without a password here */
  resetPassword(id: string, password: string, by: AccountName | null): Promise<Account | null>;
  /**
   * The person's own change: ends their other sessions. False when their password has been replaced meanwhile.
   * @param keep token of the session that made it
   * @param was their password as it was kept when they proved that they know it
   */
  choosePassword(account: Account, password: string, keep: string, was: string): Promise<boolean>;
  /** The same password, hashed anew; nothing when it was changed meanwhile. */
  rehash(id: string, from: string, to: string): Promise<void>;
}

export const newAccountId = (): string => `acc_${randomBytes(12).toString('hex')}`;

/** What the audit log keeps of an account. */
export const recorded = ({ name, displayName, role, origin, disabledAt }: Account) => ({
  name,
  displayName,
  role,
  origin,
  disabled: disabledAt !== null,
});

/** An account, locked until the transaction ends together with all administrators, so that two of them cannot remove each other. */
export async function lockAccount(trx: Transaction<Tables>, id: string): Promise<{ account: Account; lastOne: boolean } | null> {
  const rows = await trx
    .selectFrom('accounts')
    .selectAll()
    .where((where) =>
      where.or([where('id', '=', plain(id)), where.and([where('role', '=', 'administrator'), where('disabled_at', 'is', null)])]),
    )
    .orderBy('id')
    // Rows that refer to accounts need not wait.
    .forNoKeyUpdate()
    .execute();
  const found = rows.find((row) => row.id === id);
  if (found === undefined) return null;
  const active = rows.filter((row) => row.role === 'administrator' && row.disabled_at === null);
  return { account: accountOf(found), lastOne: active.length === 1 && active[0] === found };
}

const conflict = (zh: string, en: string, place: string): InputError => new InputError('conflict', { zh, en }, place);

/** Whoever manages accounts must not be able to lock everybody out. */
export const lastAdministrator = (): InputError =>
  conflict(
    '这是最后一个可用的管理员账号，不能停用或改为其他角色；请先设置另一位管理员',
    'This is the last active administrator, who cannot be disabled or given another role; make another administrator first',
    'role',
  );

async function change(db: Db, id: string, asked: AccountChange, by: AccountName | null): Promise<Account | null> {
  return db.transaction().execute(async (trx) => {
    const locked = await lockAccount(trx, id);
    if (locked === null) return null;
    const { account: before, lastOne } = locked;
    const role = asked.role ?? before.role;
    const disable = asked.disabled ?? before.disabledAt !== null;
    if (role !== before.role && before.origin === 'oidc') {
      throw conflict(
        '此账号通过单点登录使用，角色由登录服务决定',
        'This account signs in elsewhere; its role comes from there',
        'role',
      );
    }
    if (lastOne && (disable || role !== 'administrator')) throw lastAdministrator();
    const row = await trx
      .updateTable('accounts')
      .set({
        display_name: plain(asked.displayName ?? before.displayName),
        role,
        disabled_at: disable ? sql<Date>`coalesce(disabled_at, clock_timestamp())` : null,
      })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    const after = accountOf(row);
    if (disable) await trx.deleteFrom('sessions').where('account_id', '=', id).execute();
    await writeChange(trx, before, after, by);
    return after;
  });
}

/** One entry for what was switched and one for what was changed; none where nothing was. */
export async function writeChange(
  trx: Transaction<Tables>,
  before: Account,
  after: Account,
  by: AccountName | null,
): Promise<void> {
  const entry = { by, subject: { kind: 'account', id: after.id }, before: recorded(before), after: recorded(after) };
  if (before.role !== after.role || before.displayName !== after.displayName) {
    await writeDown(trx, { action: 'account.changed', ...entry });
  }
  if ((before.disabledAt === null) === (after.disabledAt === null)) return;
  await writeDown(trx, { action: after.disabledAt === null ? 'account.enabled' : 'account.disabled', ...entry });
}

async function create(db: Db, account: NewAccount, by: AccountName | null): Promise<Account> {
  return db.transaction().execute(async (trx) => {
    const row = await trx
      .insertInto('accounts')
      .values({
        id: newAccountId(),
        name: plain(account.name),
        display_name: plain(account.displayName),
        role: account.role,
        origin: 'local',
        password: account.password,
        must_change_password: account.mustChangePassword ?? true,
      })
      .onConflict((taken) => taken.column('name').doNothing())
      .returningAll()
      .executeTakeFirst();
    if (row === undefined) {
      throw conflict(`已有名为“${account.name}”的账号`, `There is an account “${account.name}” already`, 'name');
    }
    const made = accountOf(row);
    await writeDown(trx, { action: 'account.created', by, subject: { kind: 'account', id: made.id }, after: recorded(made) });
    return made;
  });
}

async function resetPassword(db: Db, id: string, password: string, by: AccountName | null): Promise<Account | null> {
  return db.transaction().execute(async (trx) => {
    const row = await trx.selectFrom('accounts').selectAll().where('id', '=', plain(id)).forNoKeyUpdate().executeTakeFirst();
    if (row === undefined) return null;
    if (row.origin !== 'local') {
      throw conflict(
        '此账号通过单点登录使用，在本系统没有密码',
        'This account signs in elsewhere and has no password here',
        'password',
      );
    }
    const changed = await trx
      .updateTable('accounts')
      .set({ password, must_change_password: true })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await trx.deleteFrom('sessions').where('account_id', '=', id).execute();
    await writeDown(trx, { action: 'account.password-reset', by, subject: { kind: 'account', id } });
    return accountOf(changed);
  });
}

async function choosePassword(db: Db, account: Account, password: string, keep: Buffer, was: string): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('accounts')
      .set({ password, must_change_password: false })
      .where('id', '=', account.id)
      .where('password', '=', was)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    await trx.deleteFrom('sessions').where('account_id', '=', account.id).where('token_hash', '!=', keep).execute();
    await writeDown(trx, { action: 'account.password-changed', by: account, subject: { kind: 'account', id: account.id } });
    return true;
  });
}

/** People of the platform. Every change is in the audit log. */
export const accounts = (db: Db): Accounts => {
  const one = (column: 'id' | 'name', value: string) =>
    db.selectFrom('accounts').selectAll().where(column, '=', plain(value)).executeTakeFirst();
  return {
    create: (account, by) => create(db, account, by),
    find: async (id) => {
      const row = await one('id', id);
      return row === undefined ? null : accountOf(row);
    },
    findByName: async (name) => {
      const row = await one('name', name);
      return row === undefined ? null : accountOf(row);
    },
    list: async () => {
      const rows = await db.selectFrom('accounts').selectAll().orderBy(sql`disabled_at is not null`).orderBy('name').execute();
      return rows.map(accountOf);
    },
    credentials: async (name) => {
      const row = await one('name', name);
      return row === undefined ? null : { account: accountOf(row), password: row.password };
    },
    change: (id, asked, by) => change(db, id, asked, by),
    resetPassword: (id, password, by) => resetPassword(db, id, password, by),
    choosePassword: (account, password, keep, was) => choosePassword(db, account, password, hashOf(keep), was),
    rehash: async (id, from, to) => {
      await db.updateTable('accounts').set({ password: to }).where('id', '=', id).where('password', '=', from).execute();
    },
  };
};
