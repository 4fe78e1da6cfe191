import { createHash, randomBytes } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import { InputError } from '../../domain/errors.ts';
import { plain } from './plain-text.ts';
import type { ApiKey, Store, Stores } from './repositories.ts';
import type { Db, Tables } from './tables.ts';

const KEY_PREFIX = 'sg_live_';
const KEYS_PER_MINUTE = 600;

const newId = (prefix: string): string => `${prefix}_${randomBytes(12).toString('hex')}`;
/** A key has 256 random bits: one round of SHA-256 is enough, there is nothing to guess. */
const hashOf = (plainKey: string): Buffer => createHash('sha256').update(plainKey).digest();

const storeOf = (row: Selectable<Tables['stores']>): Store => ({ id: row.id, name: row.name, webhookSecret: row.webhook_secret });
const keyOf = (row: Selectable<Tables['api_keys']>): ApiKey => ({
  id: row.id,
  storeId: row.store_id,
  name: row.name,
  scopes: row.scopes,
  ratePerMinute: row.rate_per_minute,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  revokedAt: row.revoked_at,
});

async function one(db: Db, column: 'id' | 'name', value: string): Promise<Store | null> {
  const row = await db.selectFrom('stores').selectAll().where(column, '=', plain(value)).executeTakeFirst();
  return row === undefined ? null : storeOf(row);
}

/** Stores and their API keys. `create` throws InputError `store-exists` for a name that is taken. */
export const stores = (db: Db): Stores => ({
  find: (id) => one(db, 'id', id),
  names: () => db.selectFrom('stores').select(['id', 'name']).orderBy('name').execute(),
  findByName: (name) => one(db, 'name', name),
  create: async (name) => {
    const row = await db
      .insertInto('stores')
      // Standard Webhooks: `whsec_` and the secret's bytes in base64.
      .values({ id: newId('sto'), name: plain(name), webhook_secret: `whsec_${randomBytes(32).toString('base64')}` })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .returningAll()
      .executeTakeFirst();
    if (row === undefined)
      throw new InputError(
        'store-exists',
        { zh: `已有名为“${name}”的商店`, en: `There is a store named “${name}” already` },
        'name',
      );
    return storeOf(row);
  },
  createKey: async (storeId, options) => {
    const plainKey = `${KEY_PREFIX}${randomBytes(32).toString('base64url')}`;
    const row = await db
      .insertInto('api_keys')
      .values({
        id: newId('key'),
        store_id: storeId,
        name: plain(options.name),
        hash: hashOf(plainKey),
        scopes: [...options.scopes],
        rate_per_minute: options.ratePerMinute ?? KEYS_PER_MINUTE,
        expires_at: options.expiresAt ?? null,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    return { key: keyOf(row), plain: plainKey };
  },
  authenticate: async (plainKey) => {
    const row = await db
      .selectFrom('api_keys')
      .selectAll()
      .where('hash', '=', hashOf(plainKey))
      .where((where) => where.or([where('revoked_at', 'is', null), where('revoked_at', '>', sql<Date>`clock_timestamp()`)]))
      .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', sql<Date>`clock_timestamp()`)]))
      .executeTakeFirst();
    return row === undefined ? null : keyOf(row);
  },
  listKeys: async (storeId) => {
    const rows = await db
      .selectFrom('api_keys')
      .selectAll()
      .where('store_id', '=', storeId)
      .orderBy('created_at')
      .orderBy('id')
      .execute();
    return rows.map(keyOf);
  },
  revokeKey: async (id, at) => {
    const revoked = await db
      .updateTable('api_keys')
      .set({ revoked_at: at ?? sql<Date>`clock_timestamp()` })
      .where('id', '=', id)
      .executeTakeFirst();
    return revoked.numUpdatedRows > 0n;
  },
});
