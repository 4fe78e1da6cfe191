import { join } from 'node:path';
import { answers, freePort, type RunningProgram, startProgram } from '../program.ts';
import { withDatabase } from '../with-database.ts';

/** A service on a scratch folder, and a store that may submit to it. */
export interface Instance {
  readonly url: string;
  readonly apiKey: string;
  readonly webhookSecret: string;
  readonly program: RunningProgram;
}

/** Starts the embedded form (database, queue, API and every worker pool in one process) and registers a store. */
export async function startInstance(folder: string, signal: AbortSignal): Promise<Instance> {
  const port = await freePort();
  const env = {
    SHELFGATE_DATA: join(folder, 'data'),
    SHELFGATE_ROLES: 'all',
    PORT: String(port),
    HOST: '127.0.0.1',
    LOG_LEVEL: 'warn',
    RATE_PER_MINUTE: '6000',
    // The demonstration's web site and callback receiver are on this machine.
    FETCH_ALLOW_PRIVATE_ADDRESSES: 'true',
    // Whatever the surroundings name, the scratch folder is all that is touched.
    DATABASE_URL: '',
    QUEUE_URL: '',
    OBJECT_STORE_URL: '',
    UPLOAD_STAGING: '',
    PUBLIC_URL: '',
  };
  const url = `http://127.0.0.1:${port}`;
  const program = await startProgram('start', env, join(folder, 'service.log'), () => answers(`${url}/readyz`), { signal });
  try {
    return await withDatabase(env, async ({ stores }) => {
      const store = await stores.create('示例商店 demo');
      const { plain } = await stores.createKey(store.id, {
        name: 'demo',
        scopes: ['submissions:write', 'submissions:read'],
        ratePerMinute: 6000,
      });
      return { url, apiKey: plain, webhookSecret: store.webhookSecret, program };
    });
  } catch (error) {
    await program.stop();
    throw error;
  }
}
