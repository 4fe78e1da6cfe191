import type { Page } from 'playwright-core';
import type { Account, StaffRole } from '../../../shared/domain/review/account.ts';
import type { Database } from '../../../shared/platform/database/repositories.ts';
import { hashPassword } from '../../../shared/platform/passwords.ts';

/** The password of everybody in these tests; hashing one takes a third of a second. */
export const PASSWORD = 'correct horse battery staple';
let hashed: Promise<string> | undefined;

export interface Person extends Account {
  readonly password: string;
}

let count = 0;

/** An account that has chosen its password already. */
export async function person(
  database: Database,
  role: StaffRole,
  more: { readonly displayName?: string; readonly mustChangePassword?: boolean } = {},
): Promise<Person> {
  hashed ??= hashPassword(PASSWORD);
  count += 1;
  const account = await database.accounts.create(
    {
      name: `${role}.${count}`,
      displayName: more.displayName ?? `${role} ${count}`,
      role,
      password: await hashed,
      mustChangePassword: more.mustChangePassword ?? false,
    },
    null,
  );
  return { ...account, password: PASSWORD };
}

/**
 * Signs the page's browser context in without the sign-in page, which has tests of its own.
 * @returns the CSRF token, for requests that a test makes beside the page
 */
export async function signIn(page: Page, url: string, { name, password }: Person): Promise<string> {
  const response = await page.request.post(`${url}/v1/review/session`, { data: { name, password } });
  if (!response.ok()) throw new Error(`${name} could not sign in: ${response.status()} ${await response.text()}`);
  return ((await response.json()) as { csrfToken: string }).csrfToken;
}
