import { type Selectable, sql } from 'kysely';
import type { Packages, StoredPackage } from './repositories.ts';
import type { Db, Tables } from './tables.ts';

/** Everything of a row but the digests, which are large and seldom wanted. */
const COLUMNS = ['sha256', 'object_key', 'bytes', 'format'] as const;

const packageOf = (row: Pick<Selectable<Tables['packages']>, (typeof COLUMNS)[number]>): StoredPackage => ({
  sha256: row.sha256,
  objectKey: row.object_key,
  bytes: Number(row.bytes),
  format: row.format,
});

const find =
  (db: Db): Packages['find'] =>
  async (sha256) => {
    const row = await db.selectFrom('packages').select(COLUMNS).where('sha256', '=', sha256).executeTakeFirst();
    return row === undefined ? null : packageOf(row);
  };

/** Packages whose bytes are in the object store, by hash. */
export const packages = (db: Db): Packages => ({
  find: find(db),
  keep: async (row, contentDigests) => {
    const digests = contentDigests === undefined ? null : Buffer.from(contentDigests);
    const inserted = await db
      .insertInto('packages')
      .values({
        sha256: row.sha256,
        object_key: row.objectKey,
        bytes: row.bytes,
        format: row.format,
        content_digests: digests,
      })
      .onConflict((conflict) =>
        conflict
          .column('sha256')
          .doUpdateSet({ content_digests: digests })
          .where('packages.content_digests', 'is', null)
          .where(sql<boolean>`${digests !== null}`),
      )
      .returning(COLUMNS)
      .executeTakeFirst();
    return inserted === undefined ? ((await find(db)(row.sha256)) ?? row) : packageOf(inserted);
  },
  contentDigests: async (sha256) => {
    const row = await db.selectFrom('packages').select('content_digests').where('sha256', '=', sha256).executeTakeFirst();
    return row?.content_digests ?? null;
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
