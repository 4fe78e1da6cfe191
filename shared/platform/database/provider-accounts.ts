import type { Transaction } from 'kysely';
import type { Account, StaffRole } from '../../domain/review/account.ts';
import type { Vouched } from '../single-sign-on.ts';
import { accountOf } from './account-row.ts';
import { lockAccount, newAccountId, recorded, writeChange } from './accounts.ts';
import { writeDown } from './audit-log.ts';
import type { Db, Tables } from './tables.ts';

/** `no-role`: the provider gives none that is known here. */
export type Admission =
  | { readonly outcome: 'admitted'; readonly account: Account }
  | { readonly outcome: 'disabled' | 'last-administrator' | 'no-role'; readonly account: Account | null };

export interface ProviderAccounts {
  /**
   * The account of somebody for whom the provider vouches, made when they first come; name and role are the provider's of now. A disabled
   * account stays disabled; who has lost the role there has no session here any more.
   */
  admit(vouched: Vouched): Promise<Admission>;
}

const MOST_NAME = 60;
const MOST_DISPLAY_NAME = 100;

/** What they go by, in the letters that names here have. */
function nameFrom(theirs: string): string {
  const letters = theirs
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^a-z0-9._@+-]+/g, '-');
  return letters.replace(/^[^a-z0-9]+/, '').slice(0, MOST_NAME) || 'sso';
}

/** One line without control characters and marks that turn the direction of writing. */
function displayNameFrom(theirs: string, name: string): string {
  const line = theirs.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu, ' ').trim();
  return [...line].slice(0, MOST_DISPLAY_NAME).join('') || name;
}

/** Takes the first name that is free: somebody else's account is never taken over by going by its name. */
async function insert(trx: Transaction<Tables>, vouched: Vouched, role: StaffRole): Promise<Account | null> {
  const wanted = nameFrom(vouched.name);
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted}-${number}`;
    const row = await trx
      .insertInto('accounts')
      .values({
        id: newAccountId(),
        name,
        display_name: displayNameFrom(vouched.displayName, name),
        role,
        origin: 'oidc',
        issuer: vouched.issuer,
        subject: vouched.subject,
      })
      .onConflict((taken) => taken.doNothing())
      .returningAll()
      .executeTakeFirst();
    if (row !== undefined) {
      const made = accountOf(row);
      await writeDown(trx, {
        action: 'account.created',
        by: null,
        subject: { kind: 'account', id: made.id },
        after: recorded(made),
      });
      return made;
    }
    // Either the name is taken, or the same person came twice at once.
    if ((await idOf(trx, vouched)) !== null) return null;
  }
}

async function idOf(db: Db | Transaction<Tables>, { issuer, subject }: Vouched): Promise<string | null> {
  const row = await db
    .selectFrom('accounts')
    .select('id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row?.id ?? null;
}

async function update(trx: Transaction<Tables>, id: string, { displayName, role }: Vouched): Promise<Admission> {
  const { account: before, lastOne } = (await lockAccount(trx, id))!;
  if (before.disabledAt !== null) return { outcome: 'disabled', account: before };
  if (role === null) {
    await trx.deleteFrom('sessions').where('account_id', '=', id).execute();
    return { outcome: 'no-role', account: before };
  }
  if (lastOne && role !== 'administrator') return { outcome: 'last-administrator', account: before };
  const row = await trx
    .updateTable('accounts')
    .set({ role, display_name: displayNameFrom(displayName, before.name) })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  const account = accountOf(row);
  await writeChange(trx, before, account, null);
  return { outcome: 'admitted', account };
}

/** Accounts of people who sign in with the platform's provider. */
export const providerAccounts = (db: Db): ProviderAccounts => ({
  admit: (vouched) =>
    db.transaction().execute(async (trx) => {
      const { role } = vouched;
      const id = await idOf(trx, vouched);
      if (id !== null) return update(trx, id, vouched);
      if (role === null) return { outcome: 'no-role', account: null };
      const made = await insert(trx, vouched, role);
      return made === null ? update(trx, (await idOf(trx, vouched))!, vouched) : { outcome: 'admitted', account: made };
    }),
});
