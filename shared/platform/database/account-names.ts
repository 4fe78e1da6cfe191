import type { AccountName } from '../../domain/review/account.ts';
import type { Db } from './tables.ts';

/** Names of accounts by id, for rows that say who did something. */
export async function accountNames(db: Db, ids: Iterable<string | null>): Promise<(id: string) => AccountName> {
  const wanted = [...new Set(ids)].filter((id) => id !== null);
  const rows =
    wanted.length === 0 ? [] : await db.selectFrom('accounts').select(['id', 'display_name']).where('id', 'in', wanted).execute();
  const names = new Map(rows.map(({ id, display_name }) => [id, display_name]));
  return (id) => ({ id, displayName: names.get(id) ?? '' });
}
