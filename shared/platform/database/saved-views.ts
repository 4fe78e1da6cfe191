import type { AccountName } from '../../domain/review/account.ts';
import type { SavedView } from '../../domain/review/dossier.ts';
import { writeDown } from './audit-log.ts';
import { plain } from './plain-text.ts';
import type { Db } from './tables.ts';

/** Filters of the queue that somebody has given a name. */
export interface SavedViews {
  /** Their own first, then those that others share, each by name. */
  list(account: string): Promise<readonly SavedView[]>;
  /** @returns null when the account has as many as it may */
  create(view: Pick<SavedView, 'id' | 'name' | 'query' | 'shared'>, by: AccountName): Promise<SavedView | null>;
  /** @returns false where there is none of this id that is theirs */
  remove(id: string, by: AccountName): Promise<boolean>;
}

const MOST_OF_AN_ACCOUNT = 100;

export const savedViews = (db: Db): SavedViews => ({
  list: async (account) => {
    const rows = await db
      .selectFrom('saved_views')
      .selectAll()
      .where((where) => where.or([where('account_id', '=', account), where('shared', '=', true)]))
      .orderBy((order) => order('account_id', '!=', account))
      .orderBy('name')
      .orderBy('id')
      .limit(1_000)
      .execute();
    return rows.map(({ id, name, query, shared, account_id }) => ({ id, name, query, shared, mine: account_id === account }));
  },
  create: (view, by) =>
    db.transaction().execute(async (trx) => {
      // Waits for another one of the same account, so that two at once are counted too.
      await trx.selectFrom('accounts').select('id').where('id', '=', by.id).forUpdate().execute();
      const own = await trx.selectFrom('saved_views').select('id').where('account_id', '=', by.id).execute();
      if (own.length >= MOST_OF_AN_ACCOUNT) return null;
      const kept = { id: view.id, name: plain(view.name), query: plain(view.query), shared: view.shared };
      await trx
        .insertInto('saved_views')
        .values({ ...kept, account_id: by.id })
        .execute();
      await writeDown(trx, { action: 'view.changed', by, subject: { kind: 'view', id: view.id }, after: kept });
      return { ...kept, mine: true };
    }),
  remove: (id, by) =>
    db.transaction().execute(async (trx) => {
      const removed = await trx
        .deleteFrom('saved_views')
        .where('id', '=', id)
        .where('account_id', '=', by.id)
        .returning(['id', 'name', 'query', 'shared'])
        .executeTakeFirst();
      if (removed === undefined) return false;
      await writeDown(trx, { action: 'view.changed', by, subject: { kind: 'view', id }, before: removed });
      return true;
    }),
});
