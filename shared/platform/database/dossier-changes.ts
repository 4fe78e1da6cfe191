import { sql } from 'kysely';
import type { Dossiers, DossierVersion } from './dossier-records.ts';
import type { Db } from './tables.ts';

/**
 * The oldest transaction that is still under way, or the next one. Changes below it are all there; those above may be followed by earlier
 * ones. It only ever grows, unlike the number of the last change, whose row may just be changed again.
 */
const UNDER_WAY = sql<string>`pg_snapshot_xmin(pg_current_snapshot())::text::bigint`;

export async function versionOf(db: Db): Promise<DossierVersion> {
  const { rows } = await sql<DossierVersion>`
    select (under_way - 1)::text as settled,
      coalesce((select max(change) from dossiers where change < under_way), 0)::text as newest
    from (select ${UNDER_WAY} as under_way) as horizon`.execute(db);
  return rows[0]!;
}

export const changedSince =
  (db: Db): Dossiers['changedSince'] =>
  async (version, limit) => {
    const rows = await db
      .selectFrom('dossiers')
      .select('submission_id')
      .where('change', '>', version)
      .where(sql<boolean>`change < ${UNDER_WAY}`)
      .orderBy('change')
      .limit(limit + 1)
      .execute();
    return rows.map((row) => row.submission_id);
  };

export const restamp =
  (db: Db): Dossiers['restamp'] =>
  async () => {
    const { numUpdatedRows } = await db
      .updateTable('dossiers')
      // The trigger does the rest.
      .set({ state: sql.ref('state') })
      .where(sql<boolean>`change >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint`)
      .executeTakeFirst();
    return Number(numUpdatedRows);
  };
