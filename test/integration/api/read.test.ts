import request from 'supertest';
import { until } from '../../support/until.ts';
import { decide } from './decide.ts';
import { type Caller, type RunningTestApi, startApi } from './running-api.ts';
import { apk, apkSha256, listing, listingWithUrl } from './samples.ts';

let api: RunningTestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const get = (path: string, caller: Caller = api.caller) => request(api.url).get(path).set(caller.auth);
const act = (path: string, caller: Caller = api.caller) => request(api.url).post(path).set(caller.auth);
async function submitted(caller: Caller = api.caller, extra: Record<string, string> = {}, value: object = listingWithUrl) {
  let call = request(api.url).post('/v1/submissions').set(caller.auth).field('listing', JSON.stringify(value));
  for (const [name, text] of Object.entries(extra)) call = call.field(name, text);
  const answer = await call.attach('package', apk, 'a.apk');
  expect(answer.status).toBe(202);
  return answer.body.id as string;
}
const stages = (body: { progress: { stage: string; status: string }[] }) =>
  Object.fromEntries(body.progress.map(({ stage, status }) => [stage, status]));

describe('a submission', () => {
  test('shows its progress, stage by stage', async () => {
    const id = await submitted();
    const { submissions, reviews } = api.database;
    const stored = await get(`/v1/submissions/${id}`);
    expect(stored.status).toBe(200);
    expect(stored.body).toMatchObject({ id, state: 'stored', run: 1, decision: null, package: { sha256: apkSha256 } });
    expect(stages(stored.body)).toMatchObject({
      retrieval: 'completed',
      inspection: 'waiting',
      sdk: 'waiting',
      verdict: 'waiting',
    });

    await submissions.apply(id, 1, 'inspect');
    expect(stages((await get(`/v1/submissions/${id}`)).body)).toMatchObject({ inspection: 'running', sdk: 'waiting' });

    await submissions.apply(id, 1, 'check');
    await reviews.keepReport(id, 1, {
      schema: 'check-report/1',
      check: 'sdk',
      findings: [],
      passed: [],
      notAssessed: [],
      notApplicable: [],
    });
    await reviews.keepFailure(id, 1, { check: 'listing', reason: { zh: '超时', en: 'Timed out' } });
    const checking = await get(`/v1/submissions/${id}`);
    expect(stages(checking.body)).toMatchObject({
      inspection: 'completed',
      sdk: 'completed',
      listing: 'failed',
      permission: 'running',
      verdict: 'waiting',
    });
    expect(checking.body.missingChecks).toEqual([{ check: 'listing', reason: { zh: '超时', en: 'Timed out' } }]);
  });

  test('has no verdict until it is decided, then has one with an ETag, and a report', async () => {
    const id = await submitted();
    for (const what of ['verdict', 'report']) {
      const pending = await get(`/v1/submissions/${id}/${what}`);
      expect(pending.status).toBe(404);
      expect(pending.body).toMatchObject({ code: 'verdict-pending', state: 'stored' });
    }
    await decide(api, id);
    const verdict = await get(`/v1/submissions/${id}/verdict`);
    expect(verdict.status).toBe(200);
    expect(verdict.body).toMatchObject({ submissionId: id, run: 1, decision: 'review', verdict: { schema: 'verdict/1' } });
    expect(verdict.body.verdict.clauses).toHaveLength(29);
    const unchanged = await get(`/v1/submissions/${id}/verdict`).set('If-None-Match', verdict.headers.etag!);
    expect(unchanged.status).toBe(304);

    const report = await get(`/v1/submissions/${id}/report`);
    expect(report.status).toBe(200);
    expect(report.body).toMatchObject({ schema: 'report/1', submission: { id, run: 1 }, verdict: { decision: 'review' } });
    const detail = await get(`/v1/submissions/${id}`);
    expect(detail.body).toMatchObject({ state: 'decided', decision: 'review' });
    expect(stages(detail.body)).toMatchObject({ verdict: 'completed', notification: 'running', sdk: 'skipped' });
  });

  test('is nobody else’s', async () => {
    const id = await submitted();
    const { eventId } = await decide(api, id);
    const other = await api.another();
    for (const path of ['', '/verdict', '/report', '/facts', '/callbacks'])
      expect((await get(`/v1/submissions/${id}${path}`, other)).body.code).toBe('not-found');
    for (const path of [`/v1/submissions/${id}/withdraw`, `/v1/submissions/${id}/redrive`, `/v1/callbacks/${eventId}/redrive`])
      expect((await act(path, other)).body.code).toBe('not-found');
    expect((await get('/v1/submissions', other)).body).toEqual({ submissions: [], nextCursor: null });
  });

  test('can be withdrawn until it is decided, and again without harm', async () => {
    const id = await submitted();
    const withdrawn = await act(`/v1/submissions/${id}/withdraw`);
    expect(withdrawn.status).toBe(200);
    expect(withdrawn.body.state).toBe('withdrawn');
    expect((await act(`/v1/submissions/${id}/withdraw`)).status).toBe(200);
    expect((await get(`/v1/submissions/${id}/verdict`)).body).toMatchObject({ code: 'verdict-pending', state: 'withdrawn' });
    expect(stages((await get(`/v1/submissions/${id}`)).body)).toMatchObject({ retrieval: 'completed', inspection: 'skipped' });

    const decided = await submitted();
    await decide(api, decided);
    const late = await act(`/v1/submissions/${decided}/withdraw`);
    expect(late.status).toBe(409);
    expect(late.body).toMatchObject({ code: 'conflict', state: 'decided' });
  });

  test('can be driven again only when it failed', async () => {
    const id = await submitted();
    expect((await act(`/v1/submissions/${id}/redrive`)).body).toMatchObject({ code: 'conflict', state: 'stored' });
    const failure = { code: 'inspection-failed', text: { zh: '解析失败', en: 'The inspection failed' } };
    await api.database.submissions.apply(id, 1, 'inspect');
    await api.database.submissions.apply(id, 1, 'fail', { failure });
    const failed = await get(`/v1/submissions/${id}`);
    expect(failed.body).toMatchObject({ state: 'failed', failure });
    expect(stages(failed.body)).toMatchObject({ retrieval: 'completed', inspection: 'failed', sdk: 'skipped' });

    const again = await act(`/v1/submissions/${id}/redrive`);
    expect(again.status).toBe(202);
    expect(again.body).toMatchObject({ state: 'stored', run: 2, failure: null });
    expect(api.pipeline.advanced.filter((advanced) => advanced === id)).toHaveLength(2);
    expect(stages((await get(`/v1/submissions/${id}`)).body)).toMatchObject({ inspection: 'waiting' });
  });
});

describe('callbacks', () => {
  test('are listed with every attempt and can be delivered again', async () => {
    const id = await submitted(api.caller, { callbackUrl: 'https://store.example/hook' });
    const { eventId } = await decide(api, id);
    const at = new Date();
    await api.database.deliveries.record(eventId, { at, status: 500, error: null, durationMs: 12 }, { state: 'exhausted' });
    const listed = await get(`/v1/submissions/${id}/callbacks`);
    expect(listed.status).toBe(200);
    expect(listed.body.callbacks).toMatchObject([
      {
        eventId,
        state: 'exhausted',
        url: 'https://store.example/hook',
        type: 'submission.decided',
        log: [{ at: at.toISOString(), status: 500, error: null, durationMs: 12 }],
      },
    ]);
    const again = await act(`/v1/callbacks/${eventId}/redrive`);
    expect(again.status).toBe(202);
    expect(again.body).toEqual({ eventId, submissionId: id, state: 'pending' });
    expect(api.pipeline.delivered).toEqual([eventId]);
    expect((await api.database.deliveries.find(eventId))?.state).toBe('pending');
  });

  test('without an address cannot be delivered', async () => {
    const { eventId } = await decide(api, await submitted());
    expect((await act(`/v1/callbacks/${eventId}/redrive`)).body.code).toBe('conflict');
    expect((await act('/v1/callbacks/evt_none/redrive')).body.code).toBe('not-found');
  });
});

describe('the list', () => {
  test('pages stably, newest first, while others are added', async () => {
    const caller = await api.another();
    const ids: string[] = [];
    for (let index = 0; index < 7; index += 1) ids.push(await submitted(caller));
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query: string = cursor === null ? 'limit=3' : `limit=3&cursor=${encodeURIComponent(cursor)}`;
      const page: { submissions: { id: string }[]; nextCursor: string | null } = (await get(`/v1/submissions?${query}`, caller))
        .body;
      expect(page.submissions.length).toBeLessThanOrEqual(3);
      seen.push(...page.submissions.map(({ id }) => id));
      cursor = page.nextCursor;
      await submitted(caller);
    } while (cursor !== null);
    expect(seen).toEqual(ids.reverse());
  });

  test('filters', async () => {
    const caller = await api.another();
    const plain = await submitted(caller);
    const other = { ...listingWithUrl, app: { ...listing.app, packageName: 'com.other' }, developer: { id: 'dev-7' } };
    const theirs = await submitted(caller, {}, other);
    await decide(api, theirs);
    const found = async (query: string) =>
      (await get(`/v1/submissions?${query}`, caller)).body.submissions.map(({ id }: { id: string }) => id);
    expect(await found('state=stored')).toEqual([plain]);
    expect(await found('decision=review')).toEqual([theirs]);
    expect(await found('packageName=com.other')).toEqual([theirs]);
    expect(await found('developerId=dev-42')).toEqual([plain]);
    expect(await found(`sha256=${apkSha256}`)).toEqual([theirs, plain]);
    expect(await found(`sha256=${'0'.repeat(64)}`)).toEqual([]);
    const { createdAt } = (await get(`/v1/submissions/${theirs}`, caller)).body;
    expect(await found(`createdBefore=${createdAt}`)).toEqual([plain]);
    expect(await found('createdAfter=2999-01-01T00:00:00Z')).toEqual([]);
  });
});

describe('waiting', () => {
  const waiting = (seconds: string, key: string) =>
    request(api.url)
      .post('/v1/submissions')
      .set(api.caller.auth)
      .set({ Prefer: `respond-async, wait=${seconds}`, 'Idempotency-Key': key })
      .field('listing', JSON.stringify(listingWithUrl))
      .attach('package', apk, 'a.apk');

  test('answers with the verdict as soon as there is one', async () => {
    const known = new Set(api.pipeline.advanced);
    const call = waiting('30', 'wait-1').then((answer) => answer);
    const advanced = () => api.pipeline.advanced.find((each) => !known.has(each));
    await until(() => advanced() !== undefined);
    const id = advanced()!;
    await decide(api, id);
    const answer = await call;
    expect(answer.status).toBe(200);
    expect(answer.headers['preference-applied']).toBe('wait=30');
    expect(answer.body).toMatchObject({ submissionId: id, decision: 'review' });
    const replay = await waiting('1', 'wait-1');
    expect(replay.status).toBe(200);
    expect(replay.headers['idempotent-replayed']).toBe('true');
  });

  test('answers 202 when the time is over, and at once without a wait', async () => {
    const answer = await waiting('1', 'wait-2');
    expect(answer.status).toBe(202);
    expect(answer.headers['preference-applied']).toBeUndefined();
  });
});
