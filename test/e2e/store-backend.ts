import { readFileSync } from 'node:fs';
import pg from 'pg';
import { openDatabase } from '../../shared/platform/database/index.ts';
import type { CallbackReceiver } from '../support/callback-receiver.ts';

const PACKAGE = new URL('../../node_modules/io.appium.settings/apks/settings_apk-debug.apk', import.meta.url);

/** A listing as a store sends it. */
export const LISTING = {
  app: { name: '设备设置', packageName: 'io.appium.settings', category: 38 },
  developer: { id: 'dev-1', name: '示例开发者' },
  privacyPolicyUrl: undefined as string | undefined,
};

/** A store's backend that submits over HTTP and keeps asking, as a patient client should. */
export interface StoreBackend {
  readonly storeId: string;
  readonly authorization: string;
  /**
   * Submits a real package until it is accepted: the same `Idempotency-Key` at each attempt.
   * @param api address of the API, asked for anew at each attempt because it may have moved
   * @returns the submission's id
   */
  submit(api: () => string, change?: SubmitChange): Promise<string>;
  /** One attempt. */
  attempt(api: string, key: string, change?: SubmitChange): Promise<Response>;
  /** Waits until all are `notified`; then each must have exactly one verdict and one event, told under one id. */
  expectOneVerdictEach(ids: readonly string[], receiver: CallbackReceiver): Promise<void>;
}

export interface SubmitChange {
  readonly policyUrl?: string;
  readonly packageUrl?: string;
  readonly callbackUrl?: string;
}

/** Registers a store in the database. */
export async function storeBackend(databaseUrl: () => string, receiver: CallbackReceiver): Promise<StoreBackend> {
  const database = await openDatabase(databaseUrl());
  const store = await database.stores.create(`store ${Math.random()}`);
  const { plain } = await database.stores.createKey(store.id, {
    name: 'test',
    scopes: ['submissions:write', 'submissions:read'],
    ratePerMinute: 100_000,
  });
  await database.close();
  const authorization = `Bearer ${plain}`;

  const attempt: StoreBackend['attempt'] = (api, key, { policyUrl, packageUrl, callbackUrl = receiver.url } = {}) => {
    const listing = { ...LISTING, privacyPolicyUrl: policyUrl ?? 'http://127.0.0.1:1/none' };
    const headers = { Authorization: authorization, 'Idempotency-Key': key };
    if (packageUrl !== undefined) {
      const body = JSON.stringify({ package: { url: packageUrl }, listing, callbackUrl });
      return fetch(`${api}/v1/submissions`, {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/json' },
        body,
      });
    }
    const form = new FormData();
    form.set('package', new Blob([readFileSync(PACKAGE)]), 'app.apk');
    form.set('listing', JSON.stringify(listing));
    form.set('callbackUrl', callbackUrl);
    return fetch(`${api}/v1/submissions`, { method: 'POST', headers, body: form });
  };

  return {
    storeId: store.id,
    authorization,
    attempt,
    submit: async (api, change) => {
      const key = `key-${Math.random()}`;
      for (const since = Date.now(); ; await new Promise((resolve) => setTimeout(resolve, 250))) {
        const answer = await attempt(api(), key, change).catch((error: Error) => error);
        if (!(answer instanceof Error)) {
          const body = (await answer.json()) as { id?: string };
          if (answer.status === 202 && body.id !== undefined) return body.id;
          if (answer.status < 500) throw new Error(`refused with ${answer.status}: ${JSON.stringify(body)}`);
        }
        if (Date.now() - since > 120_000) throw new Error('not accepted within two minutes');
      }
    },
    expectOneVerdictEach: async (ids, told) => {
      const client = new pg.Client({ connectionString: databaseUrl() });
      await client.connect();
      try {
        const states = async (): Promise<string[]> => {
          const { rows } = await client.query<{ id: string; state: string; failure: unknown }>(
            'select id, state, failure from submissions where id = any($1)',
            [ids],
          );
          return rows.map((row) => (row.failure === null ? row.state : `${row.state} ${JSON.stringify(row.failure)}`));
        };
        for (const since = Date.now(); ; await new Promise((resolve) => setTimeout(resolve, 250))) {
          const now = await states();
          if (now.length === ids.length && now.every((state) => state === 'notified')) break;
          if (Date.now() - since > 180_000) throw new Error(`not all came to their end: ${now.join(', ')}`);
        }
        const { rows } = await client.query<{ id: string; verdicts: string; events: string; decided: string }>(
          `select id,
             (select count(*) from verdicts where submission_id = submissions.id) as verdicts,
             (select count(*) from events where submission_id = submissions.id) as events,
             (select count(*) from transitions where submission_id = submissions.id and event = 'decide') as decided
           from submissions where id = any($1)`,
          [ids],
        );
        for (const row of rows) expect(row).toEqual({ id: row.id, verdicts: '1', events: '1', decided: '1' });
        for (const id of ids) expect(new Set(told.about(id).map((each) => each.id)).size).toBe(1);
      } finally {
        await client.end();
      }
    },
  };
}
