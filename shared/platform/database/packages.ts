import { type Selectable, sql } from 'kysely';
import type { Packages, StoredPackage } from './repositories.ts';
import type { Db, Tables } from './tables.ts';

const packageOf = (row: Selectable<Tables['packages']>): StoredPackage => ({
  sha256: row.sha256,
  objectKey: row.object_key,
  bytes: Number(row.bytes),
  format: row.format,
});

const find =
  (db: Db): Packages['find'] =>
  async (sha256) => {
    const row = await db.selectFrom('packages').selectAll().where('sha256', '=', sha256).executeTakeFirst();
    return row === undefined ? null : packageOf(row);
  };

/** Packages whose bytes are in the object store, by hash. */
export const packages = (db: Db): Packages => ({
  find: find(db),
  keep: async (row) => {
    const inserted = await db
      .insertInto('packages')
      .values({ sha256: row.sha256, object_key: row.objectKey, bytes: row.bytes, format: row.format })
      .onConflict((conflict) => conflict.column('sha256').doNothing())
      .returningAll()
      .executeTakeFirst();
    return inserted === undefined ? ((await find(db)(row.sha256)) ?? row) : packageOf(inserted);
  },
  owned: async (objectKeys) => {
    if (objectKeys.length === 0) return new Set();
    const rows = await db
      .selectFrom('packages')
      .select('object_key')
      .where('object_key', '=', sql<string>`any(${objectKeys}::text[])`)
      .execute();
    return new Set(rows.map(({ object_key }) => object_key));
  },
  submittedBy: async (sha256, storeId) => {
    const row = await db
      .selectFrom('submissions')
      .select('id')
      .where('package_sha256', '=', sha256)
      .where('store_id', '=', storeId)
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  },
});
