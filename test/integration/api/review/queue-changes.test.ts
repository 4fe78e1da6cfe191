import { decidedSubmission, PLAIN_REJECTION } from '../../../support/dossiers.ts';
import { type Staff, staff } from '../../../support/staff.ts';
import { until } from '../../../support/until.ts';
import { type RunningTestApi, startApi } from '../running-api.ts';

let api: RunningTestApi;
let reviewer: Staff;
let store: string;
beforeAll(async () => {
  api = await startApi();
  reviewer = await staff(api.url, api.database, 'reviewer');
  store = (await api.database.stores.create(`store ${Math.random()}`)).id;
});
afterAll(() => api.close());

interface Changes {
  readonly version: string;
  readonly submissions: readonly string[];
  readonly complete: boolean;
}
const changes = async (query: string): Promise<Changes> => {
  const { body } = await reviewer.agent.get(`/v1/review/changes?${query}`).expect(200);
  return body as Changes;
};
/** A new dossier, and a version from behind its opening. */
async function opened(): Promise<{ readonly id: string; readonly since: string }> {
  const { id } = await decidedSubmission(api.database, store, { findings: PLAIN_REJECTION });
  await until(async () => (await api.database.dossiers.changedSince('0', 10_000)).includes(id));
  return { id, since: (await changes('')).version };
}
const claim = (id: string) => reviewer.agent.post(`/v1/review/submissions/${id}/claim`).send({}).expect(200);

test('without anything to compare with it answers the present version', async () => {
  const { version, submissions, complete } = await changes('wait=20');
  expect({ submissions, complete }).toEqual({ submissions: [], complete: true });
  expect(version).toMatch(/^\d+$/);
});

test('a change that was before is answered at once, and not a second time', async () => {
  const { id, since } = await opened();
  await claim(id);
  const answer = await changes(`since=${since}&wait=50`);
  expect(answer).toMatchObject({ submissions: [id], complete: true });
  expect(await changes(`since=${answer.version}&wait=0`)).toEqual({ version: answer.version, submissions: [], complete: true });
});

test('a change while they wait is answered to all of them', async () => {
  const { id, since } = await opened();
  const waiting = Promise.all(Array.from({ length: 10 }, () => changes(`since=${since}&wait=50`)));
  await claim(id);
  for (const answer of await waiting) expect(answer).toMatchObject({ submissions: [id], complete: true });
});

test('what the machine decides is a change too', async () => {
  const { since } = await opened();
  const waiting = changes(`since=${since}&wait=50`);
  const { id } = await decidedSubmission(api.database, store, { findings: PLAIN_REJECTION });
  expect((await waiting).submissions).toEqual([id]);
});

test('where nothing changes the wait ends', async () => {
  const { since } = await opened();
  expect(await changes(`since=${since}&wait=1`)).toEqual({ version: since, submissions: [], complete: true });
});

test('too much to name, and versions that this database never had, ask for the list to be read again', async () => {
  await opened();
  const ids = Array.from({ length: 201 }, () => decidedSubmission(api.database, store, { findings: PLAIN_REJECTION }));
  await Promise.all(ids);
  await until(async () => (await api.database.dossiers.changedSince('0', 500)).length > 200);
  expect(await changes('since=0')).toMatchObject({ submissions: [], complete: false });
  const answer = await changes('since=999999999999999999&wait=50');
  expect(answer).toMatchObject({ submissions: [], complete: false });
  expect(Number(answer.version)).toBeLessThan(1e15);
});

test.each(['since=-1', 'since=abc', 'since=1e3', `since=${'9'.repeat(19)}`, 'wait=56', 'wait=x', 'until=1'])(
  '%s is refused',
  async (query) => {
    const { body } = await reviewer.agent.get(`/v1/review/changes?${query}`).expect(400);
    expect(body.code).toBe('invalid-request');
  },
);

test('who leaves is waited for no longer', async () => {
  const { since } = await opened();
  const client = new AbortController();
  const headers = { cookie: reviewer.cookie };
  const waiting = fetch(`${api.url}/v1/review/changes?since=${since}&wait=55`, { headers, signal: client.signal });
  const ended = expect(waiting).rejects.toThrow();
  client.abort();
  await ended;
  expect(await changes(`since=${since}&wait=0`)).toMatchObject({ complete: true });
});

test('a server that stops answers those who wait, at once', async () => {
  const another = await startApi();
  const who = await staff(another.url, another.database, 'reviewer');
  const { version } = (await who.agent.get('/v1/review/changes').expect(200)).body as Changes;
  let looked = 0;
  const { dossiers } = another.database;
  const look = dossiers.version.bind(dossiers);
  Object.assign(dossiers, {
    version: () => {
      looked += 1;
      return look();
    },
  });
  const headers = { cookie: who.cookie, connection: 'close' };
  const waiting = fetch(`${another.url}/v1/review/changes?since=${version}&wait=55`, { headers });
  await until(() => looked >= 2);
  const [answer] = await Promise.all([waiting, another.close()]);
  expect(answer.status).toBe(200);
});
