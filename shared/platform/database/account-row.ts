import type { Selectable } from 'kysely';
import type { Account } from '../../domain/review/account.ts';
import type { ReviewTables } from './review-tables.ts';

/** A row of `accounts` as the rest of the house knows it: nothing of the password. */
export const accountOf = (row: Selectable<ReviewTables['accounts']>): Account => ({
  id: row.id,
  name: row.name,
  displayName: row.display_name,
  role: row.role,
  origin: row.origin,
  mustChangePassword: row.must_change_password,
  createdAt: row.created_at.toISOString(),
  lastSignInAt: row.last_sign_in_at?.toISOString() ?? null,
  disabledAt: row.disabled_at?.toISOString() ?? null,
});
