import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PermanentError } from '../../../../shared/domain/errors.ts';
import type { RulebookTrial, RulesView } from '../../../../shared/domain/review/rulebook-view.ts';
import { ensureBuild } from '../../../support/build.ts';
import { decidedSubmission, PLAIN_REJECTION } from '../../../support/dossiers.ts';
import { runFolder } from '../../../support/run-folder.ts';
import { type Staff, staff } from '../../../support/staff.ts';
import { until } from '../../../support/until.ts';
import { type RunningTestApi, startApi } from '../running-api.ts';

const RULE = 'behaviour/debuggable-release';
const book = (version: string, more = '') => `schema: rulebook/1\nname: 测试\nversion: "${version}"\n${more}`;
const OFF = book('2', `rules:\n  ${RULE}: off\n`);

let api: RunningTestApi;
let senior: Staff;
let store: string;
beforeAll(async () => {
  await ensureBuild();
  const folder = await mkdtemp(join(runFolder(), 'rulebooks-'));
  await writeFile(
    join(folder, 'default.yaml'),
    book(
      '1',
      `rules:\n  sdk/undisclosed: observe\nwaivers:\n  - { id: old, rule: sdk/undisclosed, app: com.a, reason: 试点, by: 张三, granted: 2025-01-01, expires: 2025-02-01 }\n`,
    ),
  );
  api = await startApi({}, { rulebooks: folder });
  senior = await staff(api.url, api.database, 'senior-reviewer');
  store = api.caller.storeId;
});
afterAll(() => api.close());

const rules = async (): Promise<RulesView> => (await senior.agent.get('/v1/review/rules').query({ store })).body;
const check = (text: string) => senior.agent.post('/v1/review/rulebook/checks').send({ text });
const trial = (text: string, more: object = {}) => senior.agent.post('/v1/review/rulebook/trials').send({ store, text, ...more });

test('every rule as the store’s rulebook has it, with hits and what became of the waivers', async () => {
  await decidedSubmission(api.database, store, { findings: PLAIN_REJECTION, app: { packageName: 'com.example.hit' } });
  const view = await rules();
  expect(view).toMatchObject({ origin: 'default', refused: null, rulebook: { name: '测试', version: '1' } });
  expect(view.rulebook?.text).toContain('sdk/undisclosed: observe');
  expect(view.rules).toHaveLength(api.ports.rules.length);
  const rule = view.rules.find(({ id }) => id === 'sdk/undisclosed')!;
  expect(rule).toMatchObject({ state: 'observe', changed: true, hits: 1, judged: 0, check: 'sdk' });
  for (const { parameters } of view.rules) for (const { description } of parameters) expect(description.zh).not.toBe('');
  expect(view.waivers).toMatchObject([{ id: 'old', standing: 'expired', withoutEffect: true }]);
  expect(view.waivers[0]!.daysLeft).toBeLessThan(0);
  expect((await senior.agent.get('/v1/review/rules').query({ store: 'sto_none' })).status).toBe(404);
  expect((await senior.agent.get('/v1/review/rules')).status).toBe(400);
});

test('a text is checked with line and column, as the command line does', async () => {
  const bad = await check(book('2', `rules:\n  sdk/undisclosed: maybe\n  no/such: off\n`));
  expect(bad.body).toMatchObject({ valid: false, sha256: null, faults: [{ line: 5 }, { line: 6 }] });
  const good = await check(book('2', 'otherRules: off\n'));
  expect(good.body).toMatchObject({ valid: true, version: '2', faults: [] });
  expect(good.body.warnings.length).toBeGreaterThan(0);
  expect((await check('\u0000')).body).toMatchObject({ valid: false });
  expect((await check('x: &a [*a]')).body).toMatchObject({ valid: false });
  expect((await check('x'.repeat((1 << 20) + 1))).status).toBe(400);
  expect((await check('- '.repeat(500_000))).body).toMatchObject({ valid: false });
});

test('says what another rulebook would do to the apps of the store', async () => {
  const debuggable = {
    application: {
      className: null,
      debuggable: true,
      allowBackup: false,
      usesCleartextTraffic: false,
      networkSecurityConfig: null,
      metaData: [],
    },
  };
  const submissions: string[] = [];
  for (const app of ['com.example.one', 'com.example.two']) {
    await decidedSubmission(api.database, store, { app: { packageName: app, versionName: '1' } });
    const { id } = await decidedSubmission(api.database, store, {
      app: { packageName: app, versionName: '2' },
      package: debuggable,
    });
    submissions.push(id);
  }
  const answer = await trial(OFF);
  expect(answer.status).toBe(200);
  const tried = answer.body as RulebookTrial;
  expect(tried).toMatchObject({ rulebook: { version: '2' }, against: { version: '1' }, complete: true, skipped: { count: 0 } });
  expect(tried.apps).toBe(3);
  const gone = tried.byRule.find(({ rule }) => rule === RULE)!;
  expect(gone.findings.gone).toBe(2);
  const listed = tried.listed.filter(({ findings }) => findings.some(({ rule, to }) => rule === RULE && to === 'none'));
  expect(listed.map(({ submission }) => submission).sort()).toEqual([...submissions].sort());
  expect(listed.map(({ app }) => app).sort()).toEqual(['com.example.one', 'com.example.two']);

  const [entry] = await api.database.audit.list({ action: 'rulebook.tried' }, { limit: 1 });
  expect(entry).toMatchObject({
    by: { id: senior.account.id },
    subject: { kind: 'rulebook', id: tried.rulebook.sha256 },
    after: { store, version: '2', apps: 3 },
  });
  // It was tried and is not in force.
  expect((await rules()).rulebook?.version).toBe('1');
  expect(await api.database.rulebooks.find(tried.rulebook.sha256)).toBeNull();
});

test('fewer apps than there are is said; the same rulebook changes nothing', async () => {
  expect((await trial(OFF, { limit: 1 })).body).toMatchObject({ apps: 1, complete: false });
  const same = (await rules()).rulebook!.text;
  expect((await trial(same)).body).toMatchObject({ changed: 0, listed: [], complete: true });
});

test('a text that is no rulebook is refused with its lines', async () => {
  const { status, body } = await trial(book('2', 'rules:\n  sdk/undisclosed: maybe\n'));
  expect(status).toBe(400);
  expect(body.errors).toMatchObject([
    { pointer: '/text', code: 'rulebook-invalid', detailEn: expect.stringContaining('line 5') },
  ]);
  expect((await trial(OFF, { limit: 2_001 })).status).toBe(400);
  expect((await trial(OFF, { store: 'sto_none' })).status).toBe(404);
});

test('one at a time; when the client goes, the next one may begin', async () => {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let begun = 0;
  const own = await startApi(
    {},
    {
      replace: {
        database: api.database,
        rulebooks: api.ports.rulebooks,
        apart: {
          ...api.ports.apart,
          checkRulebook: async (text, limits) => {
            begun += 1;
            // The work goes on until it is released, or until nobody waits any more.
            await Promise.race([
              held,
              new Promise((resolve) => limits.signal?.addEventListener('abort', resolve, { once: true })),
            ]);
            return api.ports.apart.checkRulebook(text, limits);
          },
        },
      },
    },
  );
  try {
    const there = await staff(own.url, api.database, 'operations');
    const body = JSON.stringify({ store, text: OFF });
    const headers = { Cookie: there.cookie, 'X-Shelfgate-CSRF': there.csrfToken, 'Content-Type': 'application/json' };
    const going = new AbortController();
    const first = fetch(`${own.url}/v1/review/rulebook/trials`, { method: 'POST', headers, body, signal: going.signal });
    await until(() => begun === 1);
    expect((await there.agent.post('/v1/review/rulebook/trials').send({ store, text: OFF })).body).toMatchObject({
      code: 'conflict',
    });
    going.abort();
    await expect(first).rejects.toThrow();
    release();
    await until(async () => (await there.agent.post('/v1/review/rulebook/trials').send({ store, text: OFF })).status === 200);
  } finally {
    await own.close();
  }
});

test('time that runs out ends it with what was judged; facts that kill a thread hide only their own', async () => {
  const shop = await api.another();
  for (let count = 0; count < 25; count += 1) {
    await decidedSubmission(api.database, shop.storeId, { app: { packageName: `com.example.many${count}` } });
  }
  const failing = async (code: string) => {
    let batches = 0;
    const own = await startApi(
      {},
      {
        replace: {
          database: api.database,
          rulebooks: api.ports.rulebooks,
          apart: {
            ...api.ports.apart,
            tryRulebook: (books, limits) => {
              batches += 1;
              if (batches === 2) return Promise.reject(new PermanentError(code, { zh: '中断', en: 'ended' }));
              return api.ports.apart.tryRulebook(books, limits);
            },
          },
        },
      },
    );
    try {
      const there = await staff(own.url, api.database, 'operations');
      return (await there.agent.post('/v1/review/rulebook/trials').send({ store: shop.storeId, text: OFF })).body;
    } finally {
      await own.close();
    }
  };
  expect(await failing('sandbox-timeout')).toMatchObject({ apps: 10, complete: false, skipped: { count: 0 } });
  const crashed = await failing('sandbox-crashed');
  expect(crashed).toMatchObject({ apps: 15, complete: true, skipped: { count: 10 } });
  expect(crashed.skipped.first[0]).toMatchObject({ app: 'com.example.many14', reason: { en: 'ended' } });
});

test('who may not try a rulebook is told so', async () => {
  const reviewer = await staff(api.url, api.database, 'reviewer');
  expect((await reviewer.agent.post('/v1/review/rulebook/trials').send({ store, text: OFF })).status).toBe(403);
  expect((await reviewer.agent.post('/v1/review/rulebook/checks').send({ text: OFF })).status).toBe(403);
  expect((await reviewer.agent.get('/v1/review/rules').query({ store })).status).toBe(200);
  const bare = await fetch(`${api.url}/v1/review/rulebook/trials`, {
    method: 'POST',
    headers: { Cookie: senior.cookie, 'Content-Type': 'application/json' },
    body: JSON.stringify({ store, text: OFF }),
  });
  expect(bare.status).toBe(403);
});
