import type { DossierPage, FacetValue } from '../../../../shared/domain/review/dossier.ts';
import { type DecidedSketch, decidedSubmission, PLAIN_REJECTION } from '../../../support/dossiers.ts';
import { makeAccount, type Staff, staff } from '../../../support/staff.ts';
import { type RunningTestApi, startApi } from '../running-api.ts';

let api: RunningTestApi;
let reviewer: Staff;
let senior: Staff;
let auditor: Staff;
let administrator: Staff;
beforeAll(async () => {
  api = await startApi();
  [reviewer, senior, auditor, administrator] = await Promise.all([
    staff(api.url, api.database, 'reviewer', { displayName: '李审' }),
    staff(api.url, api.database, 'senior-reviewer', { displayName: '王高审' }),
    staff(api.url, api.database, 'auditor'),
    staff(api.url, api.database, 'administrator'),
  ]);
});
afterAll(() => api.close());

const newStore = async () => (await api.database.stores.create(`store ${Math.random()}`)).id;
const make = async (store: string, sketch: DecidedSketch = {}) =>
  (await decidedSubmission(api.database, store, { findings: PLAIN_REJECTION, ...sketch })).id;
const listed = async (query: string, who = reviewer): Promise<DossierPage> => {
  const { body } = await who.agent.get(`/v1/review/dossiers?${query}`).expect(200);
  return body as DossierPage;
};
const ids = ({ rows }: DossierPage) => rows.map(({ submission }) => submission);

describe('the list', () => {
  test('shows what the machine rejected or held, with why and how urgent', async () => {
    const store = await newStore();
    const id = await make(store, {
      app: { name: '宝宝识字', packageName: 'com.example.kids', audience: 'children' },
      developer: { id: 'dev-kids', name: '童乐科技' },
    });
    await decidedSubmission(api.database, store);
    const { rows, total, nextCursor } = await listed(`store=${store}`, auditor);
    expect({ total, nextCursor }).toEqual({ total: 1, nextCursor: null });
    expect(rows[0]).toMatchObject({
      submission: id,
      verdict: 'reject',
      state: 'open',
      app: { name: '宝宝识字', packageName: 'com.example.kids', category: '38', format: 'apk' },
      findings: { reject: 2, review: 0, warn: 1 },
      urgencies: ['children'],
    });
    expect(Date.parse(rows[0]!.dueAt) - Date.parse(rows[0]!.openedAt)).toBe(8 * 3_600_000);
  });

  test('goes on behind the last row, in the order that was asked for', async () => {
    const store = await newStore();
    const made = [await make(store), await make(store), await make(store)];
    const first = await listed(`store=${store}&order=newest&limit=2`);
    expect(ids(first)).toEqual([made[2], made[1]]);
    const rest = await listed(`store=${store}&order=newest&limit=2&cursor=${first.nextCursor}`);
    expect({ ids: ids(rest), next: rest.nextCursor }).toEqual({ ids: [made[0]], next: null });
    const wrong = await reviewer.agent.get(`/v1/review/dossiers?order=oldest&cursor=${first.nextCursor}`).expect(400);
    expect(wrong.body).toMatchObject({ code: 'invalid-request', errors: [{ pointer: 'query/cursor', code: 'bad-cursor' }] });
  });

  test('takes several values with commas or by repeating; a developer’s id may have commas', async () => {
    const store = await newStore();
    const [comma, plain] = [
      await make(store, { developer: { id: 'dev,1' } }),
      await make(store, { developer: { id: 'dev-2' }, findings: [], missing: ['sdk'] }),
    ];
    const of = async (query: string) => ids(await listed(`store=${store}&${query}`)).sort();
    expect(await of('verdict=reject,review')).toEqual([comma, plain].sort());
    expect(await of('verdict=reject&verdict=review')).toEqual([comma, plain].sort());
    expect(await of(`submission=${comma},${plain}`)).toEqual([comma, plain].sort());
    expect(await of('developer=dev,1')).toEqual([comma]);
    expect(await of('developer=dev,1&developer=dev-2')).toEqual([comma, plain].sort());
    expect(await of('verdict=')).toEqual([comma, plain].sort());
  });

  test('`me` is whoever asks', async () => {
    const store = await newStore();
    const id = await make(store);
    await make(store);
    await reviewer.agent
      .post('/v1/review/dossiers/assign')
      .send({ submissions: [id], assignee: 'me' })
      .expect(200);
    expect(ids(await listed(`store=${store}&assignee=me`))).toEqual([id]);
    expect(ids(await listed(`store=${store}&assignee=me`, senior))).toEqual([]);
    expect((await listed(`store=${store}&assignee=me,none`)).total).toBe(2);
  });

  test.each([
    ['state=lost', '/state/0'],
    ['clause=x', '/clause/0'],
    ['rule=%3Cscript%3E', '/rule/0'],
    ['urgency=never', '/urgency/0'],
    ['olderThanHours=-1', '/olderThanHours'],
    ['olderThanHours=9999', '/olderThanHours'],
    ['dueWithinHours=1e3', '/dueWithinHours'],
    ['limit=201', '/limit'],
    ['order=random', '/order'],
    ['store=a%00b', '/store/0'],
    [`text=${'x'.repeat(201)}`, '/text'],
    ['text=a&text=b', '/text'],
    ['nonsense=1', '/nonsense'],
    [`developer=${Array.from({ length: 51 }, (_, n) => n).join('&developer=')}`, '/developer'],
  ])('refuses %s, saying where', async (query, pointer) => {
    const { body } = await reviewer.agent.get(`/v1/review/dossiers?${query}`).expect(400);
    expect(body.errors.map((error: { pointer: string }) => error.pointer)).toContain(`query${pointer}`);
    expect(body.detail).not.toBe('');
  });

  test('is for people who are signed in, and for nobody’s key', async () => {
    const anonymous = await fetch(`${api.url}/v1/review/dossiers`);
    expect(anonymous.status).toBe(401);
    const key = await fetch(`${api.url}/v1/review/dossiers`, { headers: api.caller.auth });
    expect(key.status).toBe(401);
  });
});

test('hostile text goes through as text, and finds itself', async () => {
  const store = await newStore();
  const name = `<script>alert(1)</script>\u202e%_\\'";--`;
  const id = await make(store, { app: { name }, developer: { id: "'; drop table dossiers;--", name: '\u0000\u0007' } });
  const { rows } = await listed(`store=${store}&text=${encodeURIComponent('%_\\\'";--')}`);
  expect(rows).toMatchObject([{ submission: id, app: { name } }]);
  expect(ids(await listed(`store=${store}&developer=${encodeURIComponent("'; drop table dossiers;--")}`))).toEqual([id]);
  const answer = await reviewer.agent.get(`/v1/review/dossiers?store=${store}`).expect(200);
  expect(answer.headers['content-type']).toContain('application/json');
  expect(answer.headers['x-content-type-options']).toBe('nosniff');
});

test('facets count where the other filters hold, with names in both languages', async () => {
  const store = await newStore();
  await make(store, { app: { category: 1 } });
  await make(store, { findings: [], missing: ['sdk'], app: { category: 2 }, developer: { id: 'dev-9', name: '甲公司' } });
  const { body } = await reviewer.agent.get(`/v1/review/dossiers/facets?store=${store}&verdict=reject`).expect(200);
  const facets = body.facets as Record<string, FacetValue[]>;
  const bilingual = { zh: expect.any(String), en: expect.any(String) };
  expect(facets.verdict).toEqual([
    { value: 'reject', label: null, count: 1 },
    { value: 'review', label: null, count: 1 },
  ]);
  expect(facets.category).toEqual([{ value: '1', label: bilingual, count: 1 }]);
  expect(facets.rule).toHaveLength(3);
  for (const facet of ['rule', 'clause', 'check', 'sdk'] as const)
    for (const value of facets[facet]!) expect(value).toEqual({ value: value.value, label: bilingual, count: 1 });
  const all = await reviewer.agent.get(`/v1/review/dossiers/facets?store=${store}&developer=dev-9`).expect(200);
  expect(all.body.facets.developer).toContainEqual({ value: 'dev-9', label: { zh: '甲公司', en: '甲公司' }, count: 1 });
});

describe('claims', () => {
  const path = (id: string) => `/v1/review/submissions/${id}/claim`;

  test('one holder, who is named to everybody else; taking over needs the right to', async () => {
    const id = await make(await newStore());
    const taken = await reviewer.agent.post(path(id)).send({}).expect(200);
    expect(Date.parse(taken.body.until) - Date.now()).toBeGreaterThan(14 * 60_000);
    await reviewer.agent.post(path(id)).send({}).expect(200);
    const refused = await senior.agent.post(path(id)).send({}).expect(409);
    expect(refused.body).toMatchObject({ code: 'conflict', claim: { by: { id: reviewer.account.id, displayName: '李审' } } });
    expect(refused.body.detail).toContain('李审');
    await senior.agent.post(path(id)).send({ takeOver: true }).expect(200);
    const forbidden = await reviewer.agent.post(path(id)).send({ takeOver: true }).expect(403);
    expect(forbidden.body.code).toBe('forbidden');
    const { rows } = await listed(`submission=${id}`);
    expect(rows[0]?.claim?.by).toEqual({ id: senior.account.id, displayName: '王高审' });
    await reviewer.agent.delete(path(id)).expect(200, { released: false });
    await senior.agent.delete(path(id)).expect(200, { released: true });
  });

  test('who may not decide may not claim; what is not there is not found; foreign pages cannot', async () => {
    const id = await make(await newStore());
    await auditor.agent.post(path(id)).send({}).expect(403);
    await administrator.agent.post(path(id)).send({}).expect(403);
    await reviewer.agent.post(path('sub_unknown')).send({}).expect(404);
    await reviewer.agent.post(path(id)).send({ takeover: true }).expect(400);
    const withoutToken = await fetch(api.url + path(id), {
      method: 'POST',
      headers: { cookie: reviewer.cookie, 'content-type': 'application/json' },
      body: '{}',
    });
    expect(withoutToken.status).toBe(403);
    expect((await listed(`submission=${id}`)).rows[0]?.claim).toBeNull();
  });
});

describe('assignments', () => {
  const assign = (who: Staff, submissions: string[], assignee: string | null) =>
    who.agent.post('/v1/review/dossiers/assign').send({ submissions, assignee });

  test('a senior gives to anybody who decides, each with its own result', async () => {
    const store = await newStore();
    const [one, two] = [await make(store), await make(store)];
    const { body } = await assign(senior, [one, two, 'sub_unknown', one], reviewer.account.id).expect(200);
    expect(body.results).toEqual([
      { submission: one, changed: true, problem: null },
      { submission: two, changed: true, problem: null },
      { submission: 'sub_unknown', changed: false, problem: expect.objectContaining({ code: 'not-found', status: 404 }) },
    ]);
    const rows = (await listed(`store=${store}`)).rows.map(({ assignee }) => assignee);
    expect(rows).toEqual([0, 1].map(() => ({ id: reviewer.account.id, displayName: '李审' })));
    const audited = await api.database.audit.list({ submission: one, action: 'dossier.assigned' }, { limit: 10 });
    expect(audited).toMatchObject([{ by: { id: senior.account.id }, before: null, after: { id: reviewer.account.id } }]);
  });

  test('a reviewer takes what is nobody’s and gives back what is theirs, and no more', async () => {
    const [free, foreign] = [await make(await newStore()), await make(await newStore())];
    await assign(senior, [foreign], 'me').expect(200);
    const { body } = await assign(reviewer, [free, foreign], 'me').expect(200);
    expect(body.results).toMatchObject([{ changed: true }, { changed: false, problem: { code: 'conflict' } }]);
    expect((await assign(reviewer, [free, foreign], null)).body.results).toMatchObject([
      { changed: true, problem: null },
      { problem: { code: 'conflict' } },
    ]);
    await assign(reviewer, [free], senior.account.id).expect(403);
    await assign(auditor, [free], 'me').expect(400);
    await assign(auditor, [free], null).expect(403);
  });

  test('nobody is given work who cannot do it', async () => {
    const id = await make(await newStore());
    const gone = await makeAccount(api.database, 'reviewer');
    await api.database.accounts.change(gone.id, { disabled: true }, administrator.account);
    for (const assignee of [auditor.account.id, gone.id, 'acc_unknown']) {
      const { body } = await assign(administrator, [id], assignee).expect(400);
      expect(body.errors).toMatchObject([{ pointer: '/assignee', code: 'unknown-reviewer' }]);
    }
    await assign(administrator, [id], reviewer.account.id).expect(200);
    await assign(administrator, [], null).expect(400);
    await assign(
      administrator,
      Array.from({ length: 501 }, (_, n) => `sub_${n}`),
      null,
    ).expect(400);
  });
});

describe('saved views', () => {
  test('one’s own and what others share; only one’s own are deleted', async () => {
    const save = (who: Staff, body: object) => who.agent.post('/v1/review/views').send(body);
    const own = await save(reviewer, { name: ' 儿童应用 ', query: 'urgency=children&state=open' }).expect(201);
    expect(own.body).toMatchObject({ name: '儿童应用', query: 'urgency=children&state=open', shared: false, mine: true });
    const shared = await save(senior, { name: '逾期', query: 'due=0', shared: true }).expect(201);
    const seen = await reviewer.agent.get('/v1/review/views').expect(200);
    expect(seen.body).toEqual([own.body, { ...shared.body, mine: false }]);
    const others = await auditor.agent.get('/v1/review/views').expect(200);
    expect(others.body).toEqual([{ ...shared.body, mine: false }]);
    await reviewer.agent.delete(`/v1/review/views/${shared.body.id}`).expect(404);
    await reviewer.agent.delete(`/v1/review/views/${own.body.id}`).expect(200, { deleted: true });
    await reviewer.agent.delete(`/v1/review/views/${own.body.id}`).expect(404);
    await senior.agent.delete(`/v1/review/views/${shared.body.id}`).expect(200);
  });

  test.each([
    [{ name: '', query: '' }, '/name'],
    [{ name: 'x'.repeat(61), query: '' }, '/name'],
    [{ name: '\u202egnp.exe', query: '' }, '/name'],
    [{ name: 'a', query: '?a=b' }, '/query'],
    [{ name: 'a', query: 'a b' }, '/query'],
    [{ name: 'a', query: 'x'.repeat(2_001) }, '/query'],
  ])('%j is refused', async (body, pointer) => {
    const answer = await reviewer.agent.post('/v1/review/views').send(body).expect(400);
    expect(answer.body.errors[0]).toMatchObject({ pointer });
  });

  test('a hundred are enough', async () => {
    const { account, agent } = await staff(api.url, api.database, 'reviewer');
    for (let n = 0; n < 100; n += 1)
      await api.database.savedViews.create({ id: `view_${account.id}_${n}`, name: `${n}`, query: '', shared: false }, account);
    const { body } = await agent.post('/v1/review/views').send({ name: 'more', query: '' }).expect(409);
    expect(body.code).toBe('conflict');
  });
});
