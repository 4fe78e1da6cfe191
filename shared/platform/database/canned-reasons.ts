import { type Selectable, sql } from 'kysely';
import type { AccountName } from '../../domain/review/account.ts';
import type { CannedReason } from '../../domain/review/reason.ts';
import { writeDown } from './audit-log.ts';
import type { ReviewTables } from './review-tables.ts';
import type { Db } from './tables.ts';

/** What of a reason people write. */
export type WrittenReason = Pick<CannedReason, 'clause' | 'kinds' | 'title' | 'text'>;

export interface CannedReasons {
  /** General ones first, then by clause; those that were deleted are left out. */
  list(): Promise<readonly CannedReason[]>;
  find(id: string): Promise<CannedReason | null>;
  add(id: string, reason: WrittenReason, by: AccountName): Promise<CannedReason>;
  /** `stale` with the present one when somebody has changed it since that version, null when there is none. */
  change(
    id: string,
    version: number,
    reason: WrittenReason,
    by: AccountName,
  ): Promise<CannedReason | { readonly stale: CannedReason } | null>;
  remove(id: string, version: number, by: AccountName): Promise<CannedReason | { readonly stale: CannedReason } | null>;
}

type Row = Selectable<ReviewTables['canned_reasons']>;

const reasonOf = (row: Row): CannedReason => ({
  id: row.id,
  clause: row.clause,
  kinds: row.kinds,
  title: row.title,
  text: row.body,
  version: row.version,
  updatedAt: row.updated_at.toISOString(),
});

const columnsOf = ({ clause, kinds, title, text }: WrittenReason) => ({
  clause,
  kinds: [...kinds],
  title: JSON.stringify(title),
  body: JSON.stringify(text),
});

const present = (db: Db) => db.selectFrom('canned_reasons').selectAll().where('deleted_at', 'is', null);

/** Locks a reason and sees whether the editor has read its present version. */
async function locked(trx: Db, id: string, version: number): Promise<CannedReason | { readonly stale: CannedReason } | null> {
  const row = await present(trx).where('id', '=', id).forUpdate().executeTakeFirst();
  if (row === undefined) return null;
  const reason = reasonOf(row);
  return reason.version === version ? reason : { stale: reason };
}

/** The reasons that reviewers use again and again. */
export const cannedReasons = (db: Db): CannedReasons => ({
  list: async () => {
    const rows = await present(db).orderBy(sql`clause nulls first`).orderBy('id').execute();
    return rows.map(reasonOf);
  },
  find: async (id) => {
    const row = await present(db).where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : reasonOf(row);
  },
  add: (id, reason, by) =>
    db.transaction().execute(async (trx) => {
      const row = await trx
        .insertInto('canned_reasons')
        .values({ id, ...columnsOf(reason) })
        .returningAll()
        .executeTakeFirstOrThrow();
      const added = reasonOf(row);
      await writeDown(trx, { action: 'reason.changed', by, subject: { kind: 'reason', id }, after: added });
      return added;
    }),
  change: (id, version, reason, by) =>
    db.transaction().execute(async (trx) => {
      const before = await locked(trx, id, version);
      if (before === null || 'stale' in before) return before;
      const row = await trx
        .updateTable('canned_reasons')
        .set({ ...columnsOf(reason), version: version + 1, updated_at: sql<Date>`clock_timestamp()` })
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirstOrThrow();
      const after = reasonOf(row);
      await writeDown(trx, { action: 'reason.changed', by, subject: { kind: 'reason', id }, before, after });
      return after;
    }),
  remove: (id, version, by) =>
    db.transaction().execute(async (trx) => {
      const before = await locked(trx, id, version);
      if (before === null || 'stale' in before) return before;
      await trx.updateTable('canned_reasons').set({ deleted_at: sql<Date>`clock_timestamp()` }).where('id', '=', id).execute();
      await writeDown(trx, { action: 'reason.changed', by, subject: { kind: 'reason', id }, before, after: null });
      return before;
    }),
});
