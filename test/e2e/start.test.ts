import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from '../../shared/platform/postgres/process-identity.ts';
import { runningEmbeddedPostgres } from '../../shared/platform/postgres/running.ts';
import { ensureBuild } from '../support/build.ts';
import { type CallbackReceiver, callbackReceiver } from '../support/callback-receiver.ts';
import { endsWithRun } from '../support/run-folder.ts';
import { until } from '../support/until.ts';
import { apiUrl, launch, launchUnready, type Program } from './program.ts';
import { storeBackend } from './store-backend.ts';

/** What the console's sign-in page does. */
async function signIn(url: string, name: string | undefined, password: string | undefined): Promise<unknown> {
  const headers = { 'Content-Type': 'application/json' };
  const answer = await fetch(`${url}/v1/review/session`, { method: 'POST', headers, body: JSON.stringify({ name, password }) });
  return answer.json();
}

/** What `npm start` does: one process, a data folder and nothing else. */
describe('the embedded form', () => {
  let folder: string;
  let receiver: CallbackReceiver;
  let env: Record<string, string>;
  const programs: Program[] = [];

  const start = async (): Promise<Program> => {
    const program = await launch('start', env);
    programs.push(program);
    await endsWithRun(await postgresPid());
    return program;
  };
  const postgresPid = async (): Promise<number> => {
    const file = join(folder, 'postgres', 'postmaster.pid');
    return Number((await readFile(file, 'utf8')).split('\n')[0]);
  };
  const databaseUrl = async (): Promise<string> => {
    const url = await runningEmbeddedPostgres(folder);
    if (url === null) throw new Error('the embedded PostgreSQL does not run');
    return url;
  };

  beforeAll(async () => {
    await ensureBuild();
    folder = await mkdtemp(join(tmpdir(), 'shelfgate-start-'));
    receiver = await callbackReceiver();
    env = { SHELFGATE_DATA: folder, FETCH_ALLOW_PRIVATE_ADDRESSES: 'true', RECONCILE_EVERY_MS: '1000' };
  });
  afterAll(async () => {
    await Promise.all(programs.map((program) => program.end('SIGTERM')));
    await receiver?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('starts, judges, stops, and finds its data again; killed, it recovers; a second one on its folder is refused', async () => {
    const first = await start();
    const key = /API key +(\S+)/.exec(first.output())?.[1];
    expect(key).toMatch(/^sg_/);
    expect(first.output()).toContain('/docs');
    expect(first.output()).toMatch(/curl .*\n.*package=@/);
    expect((await fetch(`${apiUrl(first)}/docs`)).status).toBe(200);
    const [, account, password] = /account +(\S+)\n +password +(\S+)/.exec(first.output()) ?? [];
    const signedIn = await signIn(apiUrl(first), account, password);
    expect(signedIn).toMatchObject({ account: { name: 'admin', role: 'administrator', mustChangePassword: true } });
    const url = await databaseUrl();
    const store = await storeBackend(() => url, receiver);
    const judged = await store.submit(() => apiUrl(first));
    await store.expectOneVerdictEach([judged], receiver);

    const refused = await launchUnready('start', env);
    expect(await refused.ended()).not.toBe(0);
    expect(refused.output()).toContain(folder);

    const serverPid = await postgresPid();
    // As npm does it: the terminal's signal and npm's, one after the other.
    process.kill(first.pid, 'SIGINT');
    expect(await first.end('SIGINT')).toBe(0);
    await until(() => !isAlive(serverPid));
    expect(existsSync(join(folder, 'postgres', 'postmaster.pid'))).toBe(false);

    const second = await start();
    expect(second.output()).not.toMatch(/API key +sg_/);
    expect(second.output()).not.toMatch(/password +/);
    const answer = await fetch(`${apiUrl(second)}/v1/submissions/${judged}`, { headers: { Authorization: store.authorization } });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ id: judged, state: 'notified' });
    const pending = await store.submit(() => apiUrl(second));
    const orphan = await postgresPid();
    await second.end('SIGKILL');
    expect(isAlive(orphan)).toBe(true);

    const third = await start();
    expect(isAlive(orphan)).toBe(false);
    const now = await databaseUrl();
    const again = await storeBackend(() => now, receiver);
    await again.expectOneVerdictEach([judged, pending], receiver);
    expect(await third.end('SIGTERM')).toBe(0);
  }, 240_000);
});

test('a wrong configuration is said in two languages and ends with an error', async () => {
  await ensureBuild();
  const program = await launchUnready('start', { PORT: 'eighty' });
  expect(await program.ended()).toBe(1);
  expect(program.output()).toContain('PORT');
  const unknown = await launchUnready('dance', {});
  expect(await unknown.ended()).toBe(3);
  expect(unknown.output()).toContain('start|api|worker|migrate');
});
