import type { Database } from '../../shared/platform/database/repositories.ts';

/** The store that the embedded form submits for until others are created. */
const STORE = 'local';

/**
 * Gives a fresh embedded installation a store and a key, so that its first request needs no further command.
 * @returns the key in plain, the only time it can be had; null when the installation has its store already
 */
export async function firstKey(database: Database): Promise<{ readonly plain: string; readonly webhookSecret: string } | null> {
  if ((await database.stores.findByName(STORE)) !== null) return null;
  const store = await database.stores.create(STORE);
  const { plain } = await database.stores.createKey(store.id, {
    name: 'first start',
    scopes: ['submissions:write', 'submissions:read', 'callbacks:redrive'],
  });
  return { plain, webhookSecret: store.webhookSecret };
}
