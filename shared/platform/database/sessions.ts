import { sql } from 'kysely';
import type { Account, AccountName } from '../../domain/review/account.ts';
import { accountOf } from './account-row.ts';
import { writeDown } from './audit-log.ts';
import type { Db } from './tables.ts';
import { hashOf, newToken } from './token.ts';

/** A session that is valid at this moment. */
export interface OpenSession {
  readonly account: Account;
  readonly csrfToken: string;
  /** However busy it is. */
  readonly expiresAt: Date;
}

/** A session that has just begun. */
export interface NewSession extends OpenSession {
  /** In plain, the only time it can be had. */
  readonly token: string;
}

export interface Sessions {
  /**
   * Begins a session, always with a new token. Null when the account may not sign in (any more).
   * @param how by what the person proved who they are
   * @param kept the password, as it was kept, that theirs was compared with: null too when it has been replaced since
   */
  open(accountId: string, hours: number, how?: 'password' | 'single-sign-on', kept?: string): Promise<NewSession | null>;
  /**
   * Null when unknown, over, idle for too long, or of an account that may no longer sign in.
   * @param use.passive asked by the page itself: no sign of a person, so that it does not keep the session alive
   */
  find(token: string, use: { readonly idleMinutes: number; readonly passive?: boolean }): Promise<OpenSession | null>;
  /** Signs out. @param by whose session it is */
  close(token: string, by: AccountName): Promise<void>;
}

/** Seconds within which uses of a session are noted once. */
const NOTED_EVERY = 60;

async function open(
  db: Db,
  accountId: string,
  hours: number,
  how: 'password' | 'single-sign-on',
  kept?: string,
): Promise<NewSession | null> {
  const token = newToken();
  const csrfToken = newToken();
  return db.transaction().execute(async (trx) => {
    const row = await trx
      .updateTable('accounts')
      .set({ last_sign_in_at: sql<Date>`clock_timestamp()` })
      .where('id', '=', accountId)
      .where('disabled_at', 'is', null)
      .$if(kept !== undefined, (query) => query.where('password', '=', kept!))
      .returningAll()
      .executeTakeFirst();
    if (row === undefined) return null;
    const account = accountOf(row);
    // Those that are over go when somebody signs in: there are never more than a day's.
    await trx.deleteFrom('sessions').where('expires_at', '<=', sql<Date>`clock_timestamp()`).execute();
    const { expires_at: expiresAt } = await trx
      .insertInto('sessions')
      .values({
        token_hash: hashOf(token),
        account_id: accountId,
        csrf_token: csrfToken,
        expires_at: sql<Date>`clock_timestamp() + make_interval(secs => ${hours * 3_600})`,
      })
      .returning('expires_at')
      .executeTakeFirstOrThrow();
    await writeDown(trx, {
      action: 'session.signed-in',
      by: account,
      subject: { kind: 'account', id: account.id },
      after: { how, role: account.role },
    });
    return { token, account, csrfToken, expiresAt };
  });
}

/** Sessions of the console; of a token only its hash is kept. Roles are read with every use, so that a change counts at once. */
export const sessions = (db: Db): Sessions => ({
  open: (accountId, hours, how = 'password', kept) => open(db, accountId, hours, how, kept),
  find: async (token, { idleMinutes, passive = false }) => {
    const row = await db
      .selectFrom('sessions')
      .innerJoin('accounts', 'accounts.id', 'sessions.account_id')
      .selectAll('accounts')
      .select(['sessions.csrf_token', 'sessions.expires_at'])
      .select(sql<boolean>`sessions.last_seen_at < clock_timestamp() - make_interval(secs => ${NOTED_EVERY})`.as('note'))
      .where('sessions.token_hash', '=', hashOf(token))
      .where('sessions.expires_at', '>', sql<Date>`clock_timestamp()`)
      .where('sessions.last_seen_at', '>', sql<Date>`clock_timestamp() - make_interval(mins => ${idleMinutes})`)
      .where('accounts.disabled_at', 'is', null)
      .executeTakeFirst();
    if (row === undefined) return null;
    if (row.note && !passive) {
      await db
        .updateTable('sessions')
        .set({ last_seen_at: sql<Date>`clock_timestamp()` })
        .where('token_hash', '=', hashOf(token))
        .execute();
    }
    return { account: accountOf(row), csrfToken: row.csrf_token, expiresAt: row.expires_at };
  },
  close: (token, by) =>
    db.transaction().execute(async (trx) => {
      const { numDeletedRows } = await trx.deleteFrom('sessions').where('token_hash', '=', hashOf(token)).executeTakeFirst();
      if (numDeletedRows === 0n) return;
      await writeDown(trx, { action: 'session.signed-out', by, subject: { kind: 'account', id: by.id } });
    }),
});
