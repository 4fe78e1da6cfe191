import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Backend } from '../integration/pipeline/backends.ts';
import { ensureBuild } from '../support/build.ts';
import { type CallbackReceiver, callbackReceiver } from '../support/callback-receiver.ts';
import { testDatabase } from '../support/postgres.ts';
import { launch, type Program } from './program.ts';
import { type StoreBackend, storeBackend } from './store-backend.ts';

/** Real processes over a real database and queue, with a store and its callback receiver. */
export interface Deployment {
  readonly databaseUrl: string;
  readonly receiver: CallbackReceiver;
  readonly store: StoreBackend;
  /** Starts a process; `roles` as in SHELFGATE_ROLES. Whatever still runs in the end is killed. */
  start(command: 'api' | 'worker', roles: string): Promise<Program>;
  /** SIGKILL. */
  kill(program: Program): Promise<void>;
  close(): Promise<void>;
}

/** @param settings further environment; it wins over what is set here */
export async function deploy(backend: Backend | null, settings: Readonly<Record<string, string>> = {}): Promise<Deployment> {
  await ensureBuild();
  const folder = await mkdtemp(join(tmpdir(), 'shelfgate-deployment-'));
  const database = settings.DATABASE_URL === undefined ? await testDatabase() : null;
  const queueServer = backend?.name === 'redis' ? await backend.start() : null;
  const databaseUrl = settings.DATABASE_URL ?? database!.url;
  const env: Record<string, string> = {
    DATABASE_URL: databaseUrl,
    ...(queueServer === null ? {} : { QUEUE_URL: queueServer.url }),
    SHELFGATE_DATA: folder,
    FETCH_ALLOW_PRIVATE_ADDRESSES: 'true',
    RECONCILE_EVERY_MS: '1000',
    JOB_LOCK_MS: '4000',
    ...settings,
  };
  const programs = new Set<Program>();
  const migration = await launch('migrate', env);
  if ((await migration.ended()) !== 0) throw new Error(`the migration failed:\n${migration.output()}`);
  const receiver = await callbackReceiver();
  return {
    databaseUrl,
    receiver,
    store: await storeBackend(() => databaseUrl, receiver),
    start: async (command, roles) => {
      const program = await launch(command, { ...env, SHELFGATE_ROLES: roles });
      programs.add(program);
      return program;
    },
    kill: async (program) => {
      programs.delete(program);
      await program.end('SIGKILL');
    },
    close: async () => {
      await Promise.all([...programs].map((program) => program.end('SIGKILL')));
      await receiver.close();
      await queueServer?.stop();
      await database?.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
