import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Account } from '../../domain/review/account.ts';
import { accountOf } from './account-row.ts';
import type { Db } from './tables.ts';

/** A session that is valid at this moment. */
export interface OpenSession {
  readonly account: Account;
  readonly csrfToken: string;
  readonly expiresAt: Date;
}

export interface Sessions {
  /** @returns the token in plain, the only time it can be had */
  open(
    accountId: string,
    hours: number,
  ): Promise<{ readonly token: string; readonly csrfToken: string; readonly expiresAt: Date }>;
  /** Null when unknown, over, or of an account that may no longer sign in. */
  find(token: string): Promise<OpenSession | null>;
  close(token: string): Promise<void>;
  /** Ends all sessions of an account, but for one. */
  closeAll(accountId: string, except?: string): Promise<void>;
  /** Removes those that are over. @returns how many */
  sweep(): Promise<number>;
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
/** 256 bits: nobody guesses it. */
const newToken = (): string => randomBytes(32).toString('base64url');

/** Sessions of the console; of a token only its hash is kept. */
export const sessions = (db: Db): Sessions => ({
  open: async (accountId, hours) => {
    const token = newToken();
    const csrfToken = newToken();
    const expiresAt = new Date(Date.now() + hours * 3_600_000);
    await db
      .insertInto('sessions')
      .values({ token_hash: hashOf(token), account_id: accountId, csrf_token: csrfToken, expires_at: expiresAt })
      .execute();
    return { token, csrfToken, expiresAt };
  },
  find: async (token) => {
    const row = await db
      .selectFrom('sessions')
      .innerJoin('accounts', 'accounts.id', 'sessions.account_id')
      .selectAll('accounts')
      .select(['sessions.csrf_token', 'sessions.expires_at'])
      .where('sessions.token_hash', '=', hashOf(token))
      .where('sessions.expires_at', '>', sql<Date>`clock_timestamp()`)
      .where('accounts.disabled_at', 'is', null)
      .executeTakeFirst();
    return row === undefined ? null : { account: accountOf(row), csrfToken: row.csrf_token, expiresAt: row.expires_at };
  },
  close: async (token) => {
    await db.deleteFrom('sessions').where('token_hash', '=', hashOf(token)).execute();
  },
  closeAll: async (accountId, except) => {
    await db
      .deleteFrom('sessions')
      .where('account_id', '=', accountId)
      .$if(except !== undefined, (query) => query.where('token_hash', '!=', hashOf(except!)))
      .execute();
  },
  sweep: async () => {
    const swept = await db.deleteFrom('sessions').where('expires_at', '<=', sql<Date>`clock_timestamp()`).executeTakeFirst();
    return Number(swept.numDeletedRows);
  },
});
