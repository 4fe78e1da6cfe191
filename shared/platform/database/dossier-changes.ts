import { sql } from 'kysely';
import type { Dossiers } from './dossier-records.ts';
import type { Db } from './tables.ts';

/** Changes below the oldest transaction that is still under way are all there; those above may be followed by earlier ones. */
const SETTLED = sql<boolean>`change < pg_snapshot_xmin(pg_current_snapshot())::text::bigint`;

/** The number of the last settled change; '0' before the first. */
export async function versionOf(db: Db): Promise<string> {
  const row = await db
    .selectFrom('dossiers')
    .select('change')
    .where(SETTLED)
    .orderBy('change', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.change ?? '0';
}

export const changedSince =
  (db: Db): Dossiers['changedSince'] =>
  async (version, limit) => {
    const rows = await db
      .selectFrom('dossiers')
      .select('submission_id')
      .where('change', '>', version)
      .where(SETTLED)
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
