import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createApi } from '../../../services/api/app.ts';
import type { ApiConfiguration, ApiPorts } from '../../../services/api/ports.ts';
import { listen } from '../../../services/api/server.ts';
import { loadRules } from '../../../shared/checks/registry.ts';
import { knowledge } from '../../../shared/knowledge/index.ts';
import { readConfiguration } from '../../../shared/platform/configuration.ts';
import { openDatabase } from '../../../shared/platform/database/index.ts';
import type { ApiScope, Database } from '../../../shared/platform/database/repositories.ts';
import { openObjectStore } from '../../../shared/platform/objects/index.ts';
import type { ObjectStore } from '../../../shared/platform/objects/object-store.ts';
import { openRateLimiter } from '../../../shared/platform/rate-limit.ts';
import { rulebooksInForce } from '../../../shared/platform/rulebooks/in-force.ts';
import { openRulebookSource } from '../../../shared/platform/rulebooks/rulebook-source.ts';
import { testDatabase } from '../../support/postgres.ts';
import { type RecordingPipeline, recordingPipeline } from '../../support/recording-pipeline.ts';
import { runFolder } from '../../support/run-folder.ts';
import { threadsApart } from '../../support/threads-apart.ts';

const ALL: readonly ApiScope[] = ['submissions:write', 'submissions:read', 'callbacks:redrive'];

/** A store with a key for tests. */
export interface Caller {
  readonly storeId: string;
  readonly key: string;
  readonly keyId: string;
  /** `Authorization` header. */
  readonly auth: { readonly Authorization: string };
}

/** The API on a port, over an embedded PostgreSQL, a folder as object store and a pipeline that records. */
export interface RunningTestApi {
  readonly url: string;
  readonly ports: ApiPorts;
  readonly database: Database;
  /** For what no repository does. */
  readonly databaseUrl: string;
  readonly objects: ObjectStore;
  readonly pipeline: RecordingPipeline;
  /** What was logged, newest last. */
  readonly lines: readonly { readonly level: string; readonly message: string; readonly fields: object }[];
  readonly caller: Caller;
  another(options?: { scopes?: readonly ApiScope[]; ratePerMinute?: number; storeId?: string }): Promise<Caller>;
  objectKeys(prefix: string): Promise<string[]>;
  stagedFiles(): Promise<string[]>;
  close(): Promise<void>;
}

/** Starts one; answers that do not fit their published schema are errors. What a start that fails leaves goes with the run. */
export async function startApi(
  change: Partial<Omit<ApiConfiguration, 'limits'>> & { readonly limits?: Partial<ApiConfiguration['limits']> } = {},
  options: Parameters<typeof createApi>[1] & { readonly replace?: Partial<ApiPorts>; readonly rulebooks?: string } = {},
): Promise<RunningTestApi> {
  const folder = await mkdtemp(join(runFolder(), 'api-'));
  const { url: databaseUrl, drop } = await testDatabase();
  const database = await openDatabase(databaseUrl);
  const objects = await openObjectStore(`file:${join(folder, 'objects')}`);
  const pipeline = recordingPipeline();
  const standard = readConfiguration({ SHELFGATE_DATA: folder, RATE_PER_MINUTE: '100000', UNAUTHENTICATED_PER_MINUTE: '1000' });
  const lines: { level: string; message: string; fields: object }[] = [];
  const at = (level: string) => (fields: object, message: string) => void lines.push({ level, message, fields });
  const rules = await loadRules();
  const log = { info: at('info'), warn: at('warn'), error: at('error') };
  const source = openRulebookSource({ path: options.rulebooks ?? null, rules, clock: () => new Date(), log });
  const apart = threadsApart();
  const ports: ApiPorts = {
    database,
    objects,
    pipeline,
    limiter: openRateLimiter(null),
    singleSignOn: null,
    knowledge,
    rules,
    rulebooks: rulebooksInForce(source, database.rulebooks, {
      waivers: database.waivers,
      rules,
      clock: () => ports.clock(),
      log,
    }),
    rulebookFiles: source,
    apart: apart.port,
    configuration: { ...standard, ...change, limits: { ...standard.limits, ...change.limits } },
    log,
    metrics: { observeRequest: () => {}, render: async () => ({ contentType: 'text/plain', body: '' }) },
    clock: () => new Date(),
    responseCheck: 'throw',
    ...options.replace,
  };
  const running = await listen(createApi(ports, options), { port: 0 });
  const another: RunningTestApi['another'] = async ({ scopes = ALL, ratePerMinute = 100_000, storeId } = {}) => {
    const store = storeId ?? (await database.stores.create(`store ${Math.random()}`)).id;
    const { key, plain } = await database.stores.createKey(store, { name: 'test', scopes, ratePerMinute });
    return { storeId: store, key: plain, keyId: key.id, auth: { Authorization: `Bearer ${plain}` } };
  };
  return {
    url: running.url,
    ports,
    database,
    databaseUrl,
    objects,
    pipeline,
    lines,
    caller: await another(),
    another,
    objectKeys: async (prefix) => {
      const keys: string[] = [];
      for await (const { key } of objects.list(prefix)) keys.push(key);
      return keys.sort();
    },
    stagedFiles: () => readdir(ports.configuration.uploadStaging).catch(() => []),
    close: async () => {
      await running.close(1_000);
      await apart.close();
      await objects.close();
      await database.close();
      await drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
