import { sql } from 'kysely';
import type { SignInAttempt } from '../single-sign-on.ts';
import type { Db } from './tables.ts';
import { hashOf, newToken } from './token.ts';

export interface SignInAttempts {
  /**
   * Keeps what a sign-in needs when the browser comes back.
   * @param next where the person wanted to go
   * @param browser what this browser keeps of an earlier attempt, so that two pages of it can be under way at once
   * @returns what the browser keeps
   */
  begin(attempt: SignInAttempt, next: string, browser: string | null): Promise<string>;
  /** The attempt of this browser with that state; it can be taken once, and for a few minutes. */
  take(browser: string, state: string): Promise<(SignInAttempt & { readonly next: string }) | null>;
}

/** Signing in elsewhere may take a second factor and a forgotten password. */
export const ATTEMPT_MINUTES = 15;

/** Sign-ins that are under way at the provider, bound to the browser that began them. */
export const signInAttempts = (db: Db): SignInAttempts => ({
  begin: async ({ state, nonce, codeVerifier }, next, browser) => {
    const token = browser ?? newToken();
    await db.deleteFrom('sign_in_attempts').where('expires_at', '<=', sql<Date>`clock_timestamp()`).execute();
    await db
      .insertInto('sign_in_attempts')
      .values({
        browser_hash: hashOf(token),
        state,
        nonce,
        code_verifier: codeVerifier,
        next,
        expires_at: sql<Date>`clock_timestamp() + make_interval(mins => ${ATTEMPT_MINUTES})`,
      })
      .execute();
    return token;
  },
  take: async (browser, state) => {
    const row = await db
      .deleteFrom('sign_in_attempts')
      .where('browser_hash', '=', hashOf(browser))
      .where('state', '=', state)
      .where('expires_at', '>', sql<Date>`clock_timestamp()`)
      .returningAll()
      .executeTakeFirst();
    return row === undefined ? null : { state: row.state, nonce: row.nonce, codeVerifier: row.code_verifier, next: row.next };
  },
});
