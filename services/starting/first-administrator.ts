import type { Database } from '../../shared/platform/database/repositories.ts';
import { hashPassword, oneTimePassword } from '../../shared/platform/passwords.ts';

const NAME = 'admin';

/**
 * Gives a fresh embedded installation somebody who can sign in to the console and make the other accounts.
 * @returns name and password, which is to be replaced at the first sign-in; null when there is an account already
 */
export async function firstAdministrator({
  accounts,
}: Pick<Database, 'accounts'>): Promise<{ readonly name: string; readonly password: string } | null> {
  if ((await accounts.list()).length > 0) return null;
  const password = oneTimePassword();
  await accounts.create(
    { name: NAME, displayName: '管理员 Administrator', role: 'administrator', password: await hashPassword(password) },
    null,
  );
  return { name: NAME, password };
}
