import { randomBytes, scryptSync } from 'node:crypto';
import supertest from 'supertest';
import type { Account, StaffRole } from '../../shared/domain/review/account.ts';
import type { Database } from '../../shared/platform/database/repositories.ts';

/** Of every account that `makeAccount` makes. */
export const STAFF_PASSWORD = 'tulip granite seven';

/** Kept with parameters of its own that cost next to nothing: signing in hashes it anew, and only tests of signing in do that. */
const kept = ((): string => {
  const salt = randomBytes(16);
  const text = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '');
  const key = scryptSync(STAFF_PASSWORD, salt, 32, { N: 2 ** 4, r: 8, p: 1 });
  return `$scrypt$ln=4,r=8,p=1$${text(salt)}$${text(key)}`;
})();

/**
 * A local account that may sign in with `STAFF_PASSWORD`.
 * @param options.mustChangePassword leave it as new: the password is to be replaced first
 */
export async function makeAccount(
  database: Database,
  role: StaffRole,
  options: { readonly name?: string; readonly displayName?: string; readonly mustChangePassword?: boolean } = {},
): Promise<Account> {
  const name = options.name ?? `${role}-${randomBytes(4).toString('hex')}`;
  const { displayName = name, mustChangePassword = false } = options;
  return database.accounts.create({ name, displayName, role, password: kept, mustChangePassword }, null);
}

/** Somebody who is signed in. */
export interface Staff {
  readonly account: Account;
  /** `Cookie` header of the session over plain HTTP. */
  readonly cookie: string;
  readonly token: string;
  readonly csrfToken: string;
  /** Sends cookie and CSRF token with every request. */
  readonly agent: ReturnType<typeof supertest.agent>;
}

/** Opens a session for an account, without the detour of typing its password. @param url of a running API */
export async function signedIn(url: string, database: Database, account: Account): Promise<Staff> {
  const session = await database.sessions.open(account.id, 1);
  if (session === null) throw new Error(`${account.name} may not sign in`);
  const cookie = `shelfgate=${session.token}`;
  const agent = supertest.agent(url).set('Cookie', cookie).set('X-Shelfgate-CSRF', session.csrfToken);
  return { account, cookie, token: session.token, csrfToken: session.csrfToken, agent };
}

/** Somebody new with this role, signed in. @param url of a running API over this database */
export async function staff(
  url: string,
  database: Database,
  role: StaffRole,
  options: Parameters<typeof makeAccount>[2] = {},
): Promise<Staff> {
  return signedIn(url, database, await makeAccount(database, role, options));
}
