import { InputError } from '../../../shared/domain/errors.ts';
import type { ApiKey, ApiScope, Database, Store } from '../../../shared/platform/database/repositories.ts';
import type { KeyCommand } from '../command.ts';
import type { Console } from '../console.ts';
import { escapeForTerminal } from '../escape.ts';
import { withDatabase } from '../with-database.ts';

const SCOPES = ['submissions:write', 'submissions:read', 'callbacks:redrive'] as const satisfies readonly ApiScope[];
const HOUR = 3_600_000;

function scopesOf(names: readonly string[] | null): readonly ApiScope[] {
  if (names === null) return SCOPES;
  return names.map((name) => {
    const scope = SCOPES.find((known) => known === name);
    if (scope) return scope;
    const known = SCOPES.join(', ');
    throw new InputError(
      'unknown-scope',
      { zh: `没有权限范围 ${name}；可用：${known}`, en: `no scope ${name}; there are: ${known}` },
      '--scopes',
    );
  });
}

async function storeNamed(database: Database, name: string): Promise<Store> {
  const store = await database.stores.findByName(name);
  if (store) return store;
  throw new InputError('unknown-store', { zh: `没有应用商店“${name}”`, en: `there is no store "${name}"` }, '--store');
}

function statusOf(key: ApiKey, now: Date): string {
  if (key.revokedAt !== null)
    return key.revokedAt <= now ? '已吊销 revoked' : `吊销于 revoked from ${key.revokedAt.toISOString()}`;
  if (key.expiresAt !== null && key.expiresAt <= now) return '已过期 expired';
  return '有效 valid';
}

function printKeys(console: Console, keys: readonly ApiKey[]): void {
  const now = new Date();
  for (const key of keys) {
    const until = key.expiresAt ? ` → ${key.expiresAt.toISOString()}` : '';
    console.out(
      `${key.id}  ${statusOf(key, now)}  ${key.scopes.join(',')}  ${key.ratePerMinute}/min${until}  ${escapeForTerminal(key.name)}`,
    );
  }
}

function printNew(console: Console, command: KeyCommand, store: Store, created: { key: ApiKey; plain: string }): void {
  if (command.json) {
    console.out(
      JSON.stringify({ ...created.key, store: store.name, plain: created.plain, webhookSecret: store.webhookSecret }, null, 2),
    );
    return;
  }
  printKeys(console, [created.key]);
  console.out(`密钥（仅显示这一次） API key, shown only now:\n  ${created.plain}`);
  console.out(`回调签名密钥 Secret that signs the callbacks of this store:\n  ${store.webhookSecret}`);
}

async function create(database: Database, command: KeyCommand, console: Console): Promise<void> {
  const name = command.store!;
  const scopes = scopesOf(command.scopes);
  const store = (await database.stores.findByName(name)) ?? (await database.stores.create(name));
  const created = await database.stores.createKey(store.id, {
    name: command.label,
    scopes,
    ...(command.ratePerMinute === null ? {} : { ratePerMinute: command.ratePerMinute }),
    ...(command.expires === null ? {} : { expiresAt: command.expires }),
  });
  printNew(console, command, store, created);
}

async function list(database: Database, command: KeyCommand, console: Console): Promise<void> {
  const keys = await database.stores.listKeys((await storeNamed(database, command.store!)).id);
  if (command.json) console.out(JSON.stringify(keys, null, 2));
  else if (keys.length === 0) console.out('没有密钥 no keys');
  else printKeys(console, keys);
}

function unknownKey(id: string): InputError {
  return new InputError('unknown-key', { zh: `没有有效的密钥 ${id}`, en: `there is no valid key ${id}` }, 'ID');
}

async function revoke(database: Database, command: KeyCommand, console: Console): Promise<void> {
  if (!(await database.stores.revokeKey(command.id!))) throw unknownKey(command.id!);
  console.out(`已吊销 revoked: ${escapeForTerminal(command.id!)}`);
}

/** A successor with the same scopes and rate; the old key stays valid for the overlap, so that the store's servers can change over. */
async function rotate(database: Database, command: KeyCommand, console: Console): Promise<void> {
  const store = await storeNamed(database, command.store!);
  const old = (await database.stores.listKeys(store.id)).find((key) => key.id === command.id && key.revokedAt === null);
  if (!old) throw unknownKey(command.id!);
  const created = await database.stores.createKey(store.id, {
    name: old.name,
    scopes: command.scopes === null ? old.scopes : scopesOf(command.scopes),
    ratePerMinute: command.ratePerMinute ?? old.ratePerMinute,
    ...(command.expires === null ? {} : { expiresAt: command.expires }),
  });
  const end = new Date(Date.now() + command.overlapHours * HOUR);
  await database.stores.revokeKey(old.id, end);
  printNew(console, command, store, created);
  if (!command.json) console.out(`旧密钥有效至 the old key stays valid until ${end.toISOString()}: ${old.id}`);
}

const ACTIONS = { create, list, revoke, rotate };

/** Creates, lists, revokes and rotates API keys in the database of the configuration. */
export async function runKey(command: KeyCommand, console: Console): Promise<number> {
  await withDatabase(console.env, (database) => ACTIONS[command.action](database, command, console));
  return 0;
}
