import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageOf, Signers } from '../../../services/cli/demo/apps/build.ts';
import { listingOf } from '../../../services/cli/demo/apps/listing.ts';
import { policyOf } from '../../../services/cli/demo/apps/policy.ts';
import { loadApps, type WholeVersion, wholeVersions } from '../../../services/cli/demo/apps/recipe.ts';
import { openDatabase } from '../../../shared/platform/database/index.ts';
import type { Database } from '../../../shared/platform/database/repositories.ts';
import { runningEmbeddedPostgres } from '../../../shared/platform/postgres/running.ts';
import { ensureBuild } from '../../support/build.ts';
import { type CallbackReceiver, callbackReceiver, type ReceivedCallback } from '../../support/callback-receiver.ts';
import { endsWithRun } from '../../support/run-folder.ts';
import { until } from '../../support/until.ts';
import { apiUrl, launch, type Program } from '../program.ts';

/** Everything as `npm start` runs it, a store that submits to it over HTTP, and its database for making accounts. */
export interface Installation {
  readonly url: string;
  readonly database: Database;
  readonly callbacks: CallbackReceiver;
  /** Submits one of the demonstration's versions. @returns the submission once the machine has decided and the store was told */
  submit(version: WholeVersion): Promise<{ readonly id: string; readonly decision: string }>;
  /** Calls the store's API. */
  asStore(path: string, init?: RequestInit): Promise<Response>;
  /** Waits for a callback of that type about a submission. */
  told(submission: string, type: string): Promise<ReceivedCallback>;
  close(): Promise<void>;
}

/** Whole versions of one of the demonstration's apps, by its package name. */
export async function versionsOf(packageName: string): Promise<ReadonlyMap<string, WholeVersion>> {
  const app = (await loadApps()).find((each) => each.packageName === packageName);
  if (app === undefined) throw new Error(`the demonstration has no ${packageName}`);
  return new Map(wholeVersions(app).map((whole) => [whole.version.version, whole]));
}

export async function startInstallation(settings: Readonly<Record<string, string>> = {}): Promise<Installation> {
  await ensureBuild();
  const folder = await mkdtemp(join(tmpdir(), 'shelfgate-reviewing-'));
  const callbacks = await callbackReceiver();
  let program: Program | undefined;
  try {
    program = await launch('start', {
      SHELFGATE_DATA: folder,
      FETCH_ALLOW_PRIVATE_ADDRESSES: 'true',
      UNDO_SECONDS: '1',
      ...settings,
    });
    const databaseUrl = (await runningEmbeddedPostgres(folder))!;
    await endsWithRun(Number((await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]));
    return await over(program, databaseUrl, callbacks, folder);
  } catch (error) {
    await program?.end('SIGTERM');
    await callbacks.close();
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function over(program: Program, databaseUrl: string, callbacks: CallbackReceiver, folder: string): Promise<Installation> {
  const url = apiUrl(program);
  const database = await openDatabase(databaseUrl, { maxConnections: 2 });
  const store = await database.stores.create(`store ${Math.random()}`);
  const { plain } = await database.stores.createKey(store.id, {
    name: 'test',
    scopes: ['submissions:write', 'submissions:read'],
    ratePerMinute: 100_000,
  });
  const signers = new Signers();
  const asStore: Installation['asStore'] = (path, init = {}) =>
    fetch(url + path, { ...init, headers: { ...init.headers, authorization: `Bearer ${plain}` } });
  return {
    url,
    database,
    callbacks,
    asStore,
    submit: async (version) => {
      const form = new FormData();
      form.set('listing', new Blob([JSON.stringify(listingOf(version))], { type: 'application/json' }));
      form.set('callbackUrl', callbacks.url);
      form.set('privacyPolicy', new Blob([policyOf(version)]), 'policy.md');
      form.set('package', new Blob([new Uint8Array(packageOf(version, signers))]), 'app.apk');
      const answer = await asStore('/v1/submissions', { method: 'POST', body: form });
      const { id } = (await answer.json()) as { id: string };
      await until(async () => (await database.submissions.find(id))?.state === 'notified', 120_000);
      return { id, decision: (await database.submissions.find(id))!.decision! };
    },
    told: async (submission, type) => {
      const find = () => callbacks.about(submission).find(({ payload }) => payload.type === type);
      await until(() => find() !== undefined, 120_000);
      return find()!;
    },
    close: async () => {
      await database.close();
      await program.end('SIGTERM');
      await callbacks.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
