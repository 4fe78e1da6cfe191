import { Ajv2020 } from 'ajv/dist/2020.js';
import request from 'supertest';
import { PROBLEM_CODES } from '../../../services/api/problems/codes.ts';
import { decide } from './decide.ts';
import { type RunningTestApi, startApi } from './running-api.ts';
import { apk, listingWithUrl } from './samples.ts';

let api: RunningTestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const get = (path: string) => request(api.url).get(path);

/** A validator of one published schema, made of the document itself and of nothing of ours. */
async function published(name: string) {
  const { components } = (await get('/v1/openapi.json')).body;
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema({ $id: 'document', components });
  const check = ajv.compile({ $ref: `document#/components/schemas/${name}` });
  return (body: unknown) => (check(body) ? [] : check.errors);
}

test('the rulebook and the clauses can be read by everybody', async () => {
  const rules = await get('/v1/rules');
  expect(rules.status).toBe(200);
  expect(rules.body.rules.length).toBe(api.ports.rules.length);
  expect(rules.body.rules[0]).toMatchObject({ id: api.ports.rules[0]!.id, title: { zh: expect.any(String) } });
  const clauses = await get('/v1/clauses');
  expect(clauses.body.clauses).toHaveLength(29);
  expect(rules.headers['cache-control']).toBe('public, max-age=300');
  expect((await published('Rules'))(rules.body)).toEqual([]);
  expect((await published('Clauses'))(clauses.body)).toEqual([]);
});

test('answers fit the published document, judged by another validator', async () => {
  const auth = api.caller.auth;
  const accepted = await request(api.url)
    .post('/v1/submissions')
    .set(auth)
    .field('listing', JSON.stringify(listingWithUrl))
    .attach('package', apk, 'a.apk');
  expect((await published('SubmissionAccepted'))(accepted.body)).toEqual([]);
  const { id } = accepted.body;
  const pending = await get(`/v1/submissions/${id}/verdict`).set(auth);
  expect((await published('Problem'))(pending.body)).toEqual([]);
  await decide(api, id);
  const path = `/v1/submissions/${id}`;
  for (const [name, answer] of [
    ['SubmissionDetail', await get(path).set(auth)],
    ['VerdictAnswer', await get(`${path}/verdict`).set(auth)],
    ['Report', await get(`${path}/report`).set(auth)],
    ['SubmissionFacts', await get(`${path}/facts`).set(auth)],
    ['RulebookInForce', await get('/v1/rulebook').set(auth)],
    ['Callbacks', await get(`${path}/callbacks`).set(auth)],
    ['SubmissionPage', await get('/v1/submissions').set(auth)],
  ] as const) {
    expect(answer.status).toBe(200);
    expect((await published(name))(answer.body)).toEqual([]);
  }
  expect((await published('VerdictAnswer'))({ id })).not.toEqual([]);
});

test('the pages need no script and load nothing from elsewhere', async () => {
  for (const path of ['/', '/docs']) {
    const page = await get(path);
    expect(page.status).toBe(200);
    expect(page.headers['content-type']).toMatch(/^text\/html; charset=utf-8/);
    expect(page.headers['content-security-policy']).toBe(
      "default-src 'none';style-src 'self';base-uri 'none';form-action 'none';frame-ancestors 'none'",
    );
    expect(page.text).not.toMatch(/<script|https?:\/\/(?!127)/i);
  }
  const docs = (await get('/docs')).text;
  for (const code of PROBLEM_CODES) expect(docs).toContain(`id="problem-${code}"`);
  expect((await get('/docs/style.css')).headers['content-type']).toMatch(/^text\/css/);
  expect((await get('/')).headers['x-powered-by']).toBeUndefined();
});

test('the pages of rules and clauses are for everybody, are fetched again only when they changed, and run nothing', async () => {
  const id = api.ports.rules[0]!.id;
  for (const path of ['/rules/', '/rules/index.html', `/rules/${id}.html`, '/rules/clauses/pledge2021-9.html']) {
    const page = await get(path);
    expect(page.status).toBe(200);
    expect(page.headers['content-type']).toMatch(/^text\/html; charset=utf-8/);
    expect(page.headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]{44}'; .*frame-ancestors 'none'$/,
    );
    expect(page.headers.etag).toMatch(/^"[\w-]{22}"$/);
    expect((await get(path).set('If-None-Match', page.headers.etag!)).status).toBe(304);
  }
  expect((await get('/rules/index.html')).text).toContain(`href="${id}.html"`);
  expect((await get('/rules')).headers.location).toBe('rules/');
  expect((await get('/rules/permission/no-such-rule.html')).status).toBe(404);
});

test('health says what works; a queue that is away keeps no store out', async () => {
  expect((await get('/healthz')).body).toEqual({ status: 'ok' });
  expect((await get('/readyz')).body).toEqual({
    status: 'ok',
    checks: { database: 'ok', objects: 'ok', queue: 'ok', rulebooks: 'ok' },
  });
  api.pipeline.away = true;
  const away = await get('/readyz');
  api.pipeline.away = false;
  expect(away.status).toBe(200);
  expect(away.body.checks.queue).toBe('failing');
});

test('without its database the API is alive and not ready', async () => {
  const broken = await startApi();
  await broken.database.close();
  expect((await request(broken.url).get('/healthz')).status).toBe(200);
  const ready = await request(broken.url).get('/readyz');
  expect(ready.status).toBe(503);
  expect(ready.body).toMatchObject({ status: 'failing', checks: { database: 'failing', objects: 'ok' } });
  await broken.close();
});

test('metrics are served, requests are measured by their pattern and logged without secrets', async () => {
  const measured: object[] = [];
  const own = await startApi(
    {},
    {
      replace: {
        metrics: {
          observeRequest: (one) => void measured.push(one),
          render: async () => ({ contentType: 'text/plain; version=0.0.4', body: 'up 1\n' }),
        },
      },
    },
  );
  try {
    const page = await request(own.url).get('/metrics');
    expect(page.text).toBe('up 1\n');
    expect(page.headers['content-type']).toMatch(/version=0\.0\.4/);
    await request(own.url).get('/v1/submissions/sub_secretpath?token=sg_secretquery').set(own.caller.auth);
    expect(measured).toContainEqual({
      method: 'GET',
      route: '/v1/submissions/{id}',
      status: 404,
      seconds: expect.any(Number),
    });
    // Node.js knows more than thirty methods; a stranger must not make a series of each.
    await request(own.url).lock('/v1/submissions');
    expect(measured).toContainEqual(expect.objectContaining({ method: 'other', status: 405 }));
    expect(own.lines).toContainEqual(
      expect.objectContaining({
        message: 'request',
        fields: expect.objectContaining({ storeId: own.caller.storeId, status: 404 }),
      }),
    );
    expect(JSON.stringify(own.lines)).not.toMatch(/secret|Bearer/);
    expect(JSON.stringify(own.lines)).not.toContain(own.caller.key);
  } finally {
    await own.close();
  }
});
