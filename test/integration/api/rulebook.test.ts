import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import request from 'supertest';
import { BUILT_IN } from '../../../shared/checks/rulebook/built-in.ts';
import { runFolder } from '../../support/run-folder.ts';
import { decide } from './decide.ts';
import { type Caller, type RunningTestApi, startApi } from './running-api.ts';
import { apk, listingWithUrl } from './samples.ts';

const RULE = 'privacy-policy/absent';
const book = (version: string, more = '') => `schema: rulebook/1\nname: 测试\nversion: "${version}"\n${more}`;

let api: RunningTestApi;
let folder: string;
const put = (name: string, text: string) => writeFile(join(folder, name), text);
beforeAll(async () => {
  folder = await mkdtemp(join(runFolder(), 'rulebooks-'));
  api = await startApi({}, { rulebooks: folder, replace: { clock: () => new Date('2026-03-10T12:00:00Z') } });
});
afterAll(() => api.close());

const get = (path: string, caller: Caller = api.caller) => request(api.url).get(path).set(caller.auth);

test('without any rulebook: what is missing is said, nothing is made up, and health knows', async () => {
  const answer = await get('/v1/rulebook');
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({ origin: 'default', rulebook: null, refused: { code: 'rulebook-missing', line: null } });
  const ready = await request(api.url).get('/readyz');
  expect(ready.status).toBe(200);
  expect(ready.body).toMatchObject({ status: 'ok', checks: { rulebooks: 'failing' } });
});

test('states, severities, parameters and waivers of the store’s rulebook', async () => {
  const waiver = (id: string, granted: string, expires: string) =>
    `  - { id: ${id}, rule: ${RULE}, app: com.a, reason: 试点, by: 张三, granted: ${granted}, expires: ${expires} }\n`;
  const waivers = ['waivers:\n', waiver('now', '2026-03-01', '2026-03-12'), waiver('last', '2026-03-10', '2026-03-10')];
  waivers.push(waiver('over', '2026-01-01', '2026-03-08'), waiver('soon', '2026-03-11', '2026-03-11'));
  await put('default.yaml', book('7', `rules:\n  ${RULE}: { atMost: review }\n  sdk/undisclosed: observe\n${waivers.join('')}`));
  const answer = await get('/v1/rulebook');
  expect(answer.body).toMatchObject({ origin: 'default', asOf: '2026-03-10', refused: null });
  const { rulebook } = answer.body;
  expect(rulebook).toMatchObject({ name: '测试', version: '7', otherRules: 'enforced' });
  expect(rulebook.rules).toHaveLength(api.ports.rules.length);
  const rule = (id: string) => rulebook.rules.find((each: { id: string }) => each.id === id);
  expect(rule(RULE)).toMatchObject({
    state: 'enforced',
    ceiling: 'reject',
    strongest: 'review',
    atMost: 'review',
    changed: true,
  });
  expect(rule('sdk/undisclosed')).toMatchObject({ state: 'observe', atMost: null, atLeast: null, changed: true });
  for (const { id, parameters } of rulebook.rules) {
    const declared = api.ports.rules.find((each) => each.id === id)?.parameters ?? {};
    expect(Object.keys(parameters)).toEqual(Object.keys(declared));
  }
  const standing = rulebook.waivers.map(({ id, state, daysLeft }: Record<string, unknown>) => [id, state, daysLeft]);
  expect(standing).toEqual([
    ['now', 'holds', 2],
    ['last', 'holds', 0],
    ['over', 'expired', -2],
    ['soon', 'not-yet', 1],
  ]);
});

test('a client that has it asks whether it still holds', async () => {
  const { headers } = await get('/v1/rulebook');
  expect((await get('/v1/rulebook').set('If-None-Match', headers.etag!)).status).toBe(304);
});

test('while a file is refused the last good one holds: the line is said, and no path', async () => {
  await put('default.yaml', book('8', 'rules:\n  sdk/undisclosed: maybe\n'));
  await pause(1_100);
  const answer = await get('/v1/rulebook');
  expect(answer.body).toMatchObject({ rulebook: { version: '7' }, refused: { code: 'rulebook-invalid', line: 5 } });
  expect(answer.text).not.toContain(folder);
  expect((await request(api.url).get('/readyz')).body).toMatchObject({ status: 'ok', checks: { rulebooks: 'failing' } });
  await put('default.yaml', book('9'));
  await pause(1_100);
  expect((await get('/v1/rulebook')).body).toMatchObject({ rulebook: { version: '9' }, refused: null });
  expect((await request(api.url).get('/readyz')).body.checks.rulebooks).toBe('ok');
});

test('a store sees its own and nobody else’s', async () => {
  const [one, two] = [await api.another(), await api.another({ scopes: ['submissions:write'] })];
  await put(`${one.storeId}.yaml`, book('own'));
  expect((await get('/v1/rulebook', one)).body).toMatchObject({ origin: 'own', rulebook: { version: 'own' } });
  expect((await get('/v1/rulebook')).body).toMatchObject({ origin: 'default', rulebook: { version: '9' } });
  expect((await get('/v1/rulebook', two)).status).toBe(403);
  expect((await request(api.url).get('/v1/rulebook')).status).toBe(401);
});

test('without RULEBOOKS it is the built-in one', async () => {
  const own = await startApi();
  try {
    const answer = await request(own.url).get('/v1/rulebook').set(own.caller.auth);
    expect(answer.body).toMatchObject({ origin: 'built-in', rulebook: { sha256: BUILT_IN.sha256, waivers: [] }, refused: null });
  } finally {
    await own.close();
  }
});

test('facts of a verdict from before records were kept; another store’s and those of no verdict are not there', async () => {
  const submitted = await request(api.url)
    .post('/v1/submissions')
    .set(api.caller.auth)
    .field('listing', JSON.stringify(listingWithUrl))
    .attach('package', apk, 'a.apk');
  const { id } = submitted.body;
  expect((await get(`/v1/submissions/${id}/facts`)).body).toMatchObject({ code: 'verdict-pending', state: 'stored' });
  await decide(api, id);
  const { body } = await get(`/v1/submissions/${id}/facts`);
  expect(body).toMatchObject({
    submissionId: id,
    run: 1,
    listing: { schema: 'listing-facts/1', app: listingWithUrl.app },
    records: { reviewedOn: null, previous: null, filing: null },
    rulebook: { sha256: BUILT_IN.sha256 },
  });
  expect((await get(`/v1/submissions/${id}/facts`, await api.another())).status).toBe(404);
});
