import { answers, freePort, type RunningProgram, startProgram } from '../program.ts';
import { withDatabase } from '../with-database.ts';
import { hire, type Staff } from './staff.ts';

/** A service on a scratch folder, and a store that may submit to it. */
export interface Instance {
  readonly url: string;
  readonly apiKey: string;
  readonly webhookSecret: string;
  readonly program: RunningProgram;
  readonly staff: Staff;
}

/**
 * Starts the embedded form (database, queue, API, console and every worker pool in one process), registers a store and hires its staff.
 * @param data folder that is filled, and left when the program stops
 */
export async function startInstance(data: string, log: string, signal: AbortSignal): Promise<Instance> {
  const port = await freePort();
  const env = {
    SHELFGATE_DATA: data,
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
    RULEBOOKS: '',
    // Nobody waits a minute for a demonstration.
    UNDO_SECONDS: '1',
  };
  const url = `http://127.0.0.1:${port}`;
  const program = await startProgram('start', env, log, () => answers(`${url}/readyz`), { signal });
  try {
    return await withDatabase(env, async (database) => {
      const { stores } = database;
      const store = await stores.create('示例商店 demo');
      const { plain } = await stores.createKey(store.id, {
        name: 'demo',
        scopes: ['submissions:write', 'submissions:read'],
        ratePerMinute: 6000,
      });
      return { url, apiKey: plain, webhookSecret: store.webhookSecret, program, staff: await hire(database) };
    });
  } catch (error) {
    await program.stop();
    throw error;
  }
}
