import type { z } from 'zod';
import { EVENT_SCHEMAS } from '../../../../services/api/schemas/events.ts';
import { dayInChina } from '../../../../shared/domain/day.ts';
import type { Decision, NewDecision } from '../../../../shared/domain/review/decision.ts';
import { type DecidedSketch, decidedSubmission, decideRun, PLAIN_REJECTION } from '../../../support/dossiers.ts';
import { type RawSql, rawSql } from '../../../support/raw-sql.ts';
import { type Staff, staff } from '../../../support/staff.ts';
import { type RunningTestApi, startApi } from '../running-api.ts';

let api: RunningTestApi;
let reviewer: Staff;
let senior: Staff;
let sql: RawSql;
beforeAll(async () => {
  api = await startApi({ publicUrl: 'https://review.example' });
  sql = await rawSql(api.databaseUrl);
  reviewer = await staff(api.url, api.database, 'reviewer');
  senior = await staff(api.url, api.database, 'senior-reviewer');
});
afterAll(async () => {
  await sql.close();
  await api.close();
});

const inDays = (days: number): string => dayInChina(new Date(Date.now() + days * 86_400_000));
const made = (sketch: DecidedSketch = {}) =>
  decidedSubmission(api.database, api.caller.storeId, {
    findings: PLAIN_REJECTION,
    callbackUrl: 'https://store.example/callback',
    ...sketch,
  });
async function decide(
  who: Staff,
  submission: string,
  wanted: Partial<NewDecision> & Pick<NewDecision, 'kind'>,
): Promise<Decision> {
  const { status, body } = await who.agent
    .post(`/v1/review/submissions/${submission}/decisions`)
    .send({ run: 1, reason: '经人工复核', ...wanted });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body;
}
const undo = (who: Staff, { id }: Decision) => who.agent.post(`/v1/review/decisions/${id}/undo`);
/** As it is when the time to undo it has passed. */
const finish = async ({ id }: Decision) => {
  await sql.run`update events set next_attempt_at = clock_timestamp() - interval '1 second' where subject = ${id}`;
  await sql.run`update decisions set final_at = clock_timestamp() - interval '1 second' where id = ${id}`;
};
type Body = Record<string, never> & {
  review: object | null;
  callbacks: { type: string; eventId: string; payload: unknown; state: string }[];
};
const asStore = async (path: string, init: RequestInit = {}) => {
  const response = await fetch(api.url + path, { ...init, headers: { ...api.caller.auth, 'content-type': 'application/json' } });
  return { status: response.status, body: (await response.json()) as Body };
};
const reviewOf = async (id: string) => (await asStore(`/v1/submissions/${id}`)).body.review;

test.each([
  ['with a callback address', 'https://store.example/callback'],
  ['without one', null],
])('a store learns of a decision when it is final and not before, %s', async (_what, callbackUrl) => {
  const { id } = await made({ callbackUrl });
  const decision = await decide(reviewer, id, { kind: 'rectify', deadline: inDays(14) });
  const told = async () => (await asStore(`/v1/submissions/${id}/callbacks`)).body.callbacks.map(({ type }) => type);
  expect(await reviewOf(id)).toBeNull();
  expect(await told()).toEqual(['submission.decided']);
  const { eventId, payload } = (await api.database.deliveries.ofSubmission(id)).find(
    ({ type }) => type === 'submission.reviewed',
  )!;
  // Nor can it be driven out early, not even by the second that retries are given.
  await sql.run`update events set next_attempt_at = clock_timestamp() + interval '900 milliseconds' where id = ${eventId} and url is not null`;
  expect(await api.database.deliveries.lease(eventId, 1_000)).toBeNull();
  expect((await asStore(`/v1/callbacks/${eventId}/redrive`, { method: 'POST' })).status).toBe(409);
  await finish(decision);
  expect(await reviewOf(id)).toMatchObject({
    state: 'rectifying',
    id: decision.id,
    kind: 'rectify',
    outcome: 'rectify',
    reason: '经人工复核',
    deadline: inDays(14),
  });
  expect((await asStore(`/v1/submissions/${id}`)).body).toMatchObject({ decision: 'reject' });
  expect(await told()).toEqual(['submission.decided', 'submission.reviewed']);
  const parsed: z.infer<(typeof EVENT_SCHEMAS)['submission.reviewed']> = EVENT_SCHEMAS['submission.reviewed'].parse(payload);
  expect(parsed.data.links.submission).toBe(`https://review.example/v1/submissions/${id}`);
});

test('an undone decision is told in no way at all', async () => {
  const { id } = await made();
  const decision = await decide(reviewer, id, { kind: 'uphold' });
  await undo(reviewer, decision);
  await finish(decision);
  expect(await reviewOf(id)).toBeNull();
  expect((await asStore(`/v1/submissions/${id}/callbacks`)).body.callbacks).toHaveLength(1);
  const { eventId } = (await api.database.deliveries.ofSubmission(id)).find(({ state }) => state === 'withdrawn')!;
  expect((await asStore(`/v1/callbacks/${eventId}/redrive`, { method: 'POST' })).status).toBe(409);
});

describe('after an appeal', () => {
  const appeal = async (id: string): Promise<string> => {
    const { status, body } = await asStore(`/v1/submissions/${id}/appeals`, {
      method: 'POST',
      body: JSON.stringify({ text: '请复核' }),
    });
    expect(status).toBe(201);
    return (body as unknown as { id: string }).id;
  };
  const appealed = async () => {
    const { id } = await made();
    const first = await decide(reviewer, id, { kind: 'uphold' });
    await finish(first);
    return { id, first, appeal: await appeal(id) };
  };
  const appealsOf = async (id: string) => (await api.database.appeals.ofSubmission(id)).map(({ state }) => state);

  test('the decision that answers it takes the place of the old one and closes it; undone, both are as they were', async () => {
    const { id, first, appeal: open } = await appealed();
    const proposal = await decide(reviewer, id, { kind: 'overturn', appeal: open });
    // Until it is confirmed the old one stands.
    expect((await api.database.decisions.find(first.id))?.state).toBe('effective');
    expect(await reviewOf(id)).toMatchObject({ outcome: 'reject' });
    const { body: confirmed } = await senior.agent.post(`/v1/review/decisions/${proposal.id}/confirm`).send({});
    expect(confirmed).toMatchObject({ state: 'effective', appeal: open });
    expect((await api.database.decisions.find(first.id))?.state).toBe('superseded');
    expect((await api.database.submissions.find(id))?.finalOutcome).toBe('approve');
    expect(await appealsOf(id)).toEqual(['upheld']);
    // The store still has the old one: the new one may be undone.
    expect(await reviewOf(id)).toMatchObject({ id: first.id, outcome: 'reject' });

    expect((await undo(reviewer, proposal)).status).toBe(200);
    expect((await api.database.decisions.find(first.id))?.state).toBe('effective');
    expect((await api.database.submissions.find(id))?.finalOutcome).toBe('reject');
    expect(await appealsOf(id)).toEqual(['open']);
    const { body: view } = await senior.agent.get(`/v1/review/submissions/${id}`);
    expect(view.dossier).toMatchObject({ state: 'open', appeal: { id: open } });

    const final = await decide(reviewer, id, { kind: 'rectify', deadline: inDays(3), appeal: open });
    await finish(final);
    expect(await appealsOf(id)).toEqual(['dismissed']);
    expect(await reviewOf(id)).toMatchObject({ id: final.id, outcome: 'rectify' });
    const events = await api.database.deliveries.ofSubmission(id);
    const event = events.find((each) => each.state === 'pending' && JSON.stringify(each.payload).includes(final.id));
    expect(event?.payload).toMatchObject({ data: { appeal: { id: open, state: 'dismissed' } } });
    expect((await api.database.audit.list({ submission: id }, { limit: 1 }))[0]).toMatchObject({ action: 'appeal.closed' });
  });

  test('who does not answer it has not seen it: their decision is refused, one by one and in bulk', async () => {
    const { id, appeal: open } = await appealed();
    const wanted = { run: 1, kind: 'uphold', reason: '证据充分' };
    const unseeing = await reviewer.agent.post(`/v1/review/submissions/${id}/decisions`).send(wanted);
    expect(unseeing.body).toMatchObject({ status: 409, detailEn: expect.stringContaining('has appealed') });
    const { kind, reason } = wanted;
    const bulk = await senior.agent
      .post('/v1/review/dossiers/decide')
      .send({ items: [{ submission: id, run: 1 }], kind, reason });
    expect(bulk.body.results).toMatchObject([{ submission: id, decision: null, problem: { code: 'conflict' } }]);
    expect(await appealsOf(id)).toEqual(['open']);
    await decide(reviewer, id, { kind: 'uphold', appeal: open });
    expect(await appealsOf(id)).toEqual(['dismissed']);
  });

  test('a proposal from before it is not confirmed over it', async () => {
    const { id } = await made();
    const proposal = await decide(reviewer, id, { kind: 'overturn' });
    await appeal(id);
    const { body } = await senior.agent.post(`/v1/review/decisions/${proposal.id}/confirm`).send({});
    expect(body).toMatchObject({ status: 409, detailEn: expect.stringContaining('has appealed') });
    expect((await senior.agent.post(`/v1/review/decisions/${proposal.id}/decline`).send({})).status).toBe(200);
    expect(await appealsOf(id)).toEqual(['open']);
  });

  test('an appeal that is not open, or of another submission, is no reason to decide again', async () => {
    const { id } = await appealed();
    const other = await appealed();
    const send = (appealId: string) =>
      senior.agent.post(`/v1/review/submissions/${id}/decisions`).send({ run: 1, reason: 'x', kind: 'uphold', appeal: appealId });
    for (const wrong of ['apl_none', other.appeal])
      expect((await send(wrong)).body).toMatchObject({ status: 409, code: 'conflict' });
  });
});

test('the next decision after the time to mend began takes its place once that one is final', async () => {
  const { id } = await made();
  const first = await decide(reviewer, id, { kind: 'rectify', deadline: inDays(3) });
  const again = await senior.agent
    .post(`/v1/review/submissions/${id}/decisions`)
    .send({ run: 1, reason: '逾期', kind: 'uphold' });
  expect(again.body).toMatchObject({ status: 409, detailEn: expect.stringContaining('undo') });
  await finish(first);
  const second = await decide(senior, id, { kind: 'uphold', reason: '逾期未改' });
  expect((await api.database.decisions.find(first.id))?.state).toBe('superseded');
  await undo(senior, second);
  const { body: view } = await senior.agent.get(`/v1/review/submissions/${id}`);
  expect(view.dossier).toMatchObject({ state: 'rectifying', outcome: 'rectify' });
});

test('a decision that may still be undone does not make a version the one to compare with', async () => {
  const packageName = 'com.example.compared';
  const held: DecidedSketch = { findings: [{ rule: 'behaviour/cleartext-traffic', severity: 'review' }], app: { packageName } };
  const { id } = await made(held);
  const later = await made(held);
  const previous = async () => {
    const submission = (await api.database.submissions.find(later.id))!;
    return (await api.database.records.previousApproved(submission, packageName, ['apk']))?.id ?? null;
  };
  expect(await previous()).toBeNull();
  const decision = await decide(reviewer, id, { kind: 'overturn' });
  expect(await previous()).toBeNull();
  await finish(decision);
  expect(await previous()).toBe(id);
});

test('what waits for its second reviewer is not checked again; once it is withdrawn it is, and the new verdict is decided anew', async () => {
  const { id } = await made();
  const proposal = await decide(reviewer, id, { kind: 'overturn' });
  const rerun = () => senior.agent.post(`/v1/review/submissions/${id}/rerun`).send({});
  expect((await rerun()).status).toBe(409);
  await undo(reviewer, proposal);
  expect((await rerun()).status).toBe(202);
  const again = (run: number) =>
    reviewer.agent.post(`/v1/review/submissions/${id}/decisions`).send({ run, reason: 'x', kind: 'uphold' });
  for (const run of [1, 2])
    expect((await again(run)).body).toMatchObject({ status: 409, detailEn: expect.stringContaining('run 2') });
  await decideRun(api.database, (await api.database.submissions.find(id))!, { findings: PLAIN_REJECTION });
  expect((await again(1)).body).toMatchObject({ status: 409, detailEn: expect.stringContaining('newer verdict') });
  expect((await again(2)).body).toMatchObject({ state: 'effective', run: 2 });
});

describe('in bulk', () => {
  const bulk = (who: Staff, body: object) => who.agent.post('/v1/review/dossiers/decide').send(body);
  const HELD: DecidedSketch = { findings: [{ rule: 'behaviour/cleartext-traffic', severity: 'review' }] };

  test('each dossier is decided by itself and the others say why not', async () => {
    const [held, rejected, decided, claimed] = await Promise.all([made(HELD), made(), made(), made(HELD)]);
    await decide(reviewer, decided.id, { kind: 'uphold' });
    await reviewer.agent.post(`/v1/review/submissions/${claimed.id}/claim`).send({});
    const ids = [held.id, rejected.id, decided.id, claimed.id, 'sub_none', held.id];
    const items = ids.map((submission) => ({ submission, run: 1 }));
    const { status, body } = await bulk(senior, {
      items,
      kind: 'overturn',
      reason: '批量误报',
      cannedReason: 'reason_false-alarm',
    });
    expect(status).toBe(200);
    const results = body.results as { submission: string; decision: Decision | null; problem: { code: string } | null }[];
    expect(results.map(({ submission }) => submission)).toEqual(ids);
    expect(results.map(({ decision }) => decision?.state ?? null)).toEqual(['effective', 'proposed', null, null, null, null]);
    expect(results.map(({ problem }) => problem?.code ?? null)).toEqual([
      null,
      null,
      'conflict',
      'conflict',
      'not-found',
      'conflict',
    ]);
    expect(results[0]!.decision).toMatchObject({ cannedReason: 'reason_false-alarm', judgements: [{ outcome: 'false-alarm' }] });
  });

  test('who may not, what cannot', async () => {
    const { id } = await made(HELD);
    const items = [{ submission: id, run: 1 }];
    const administrator = await staff(api.url, api.database, 'administrator');
    for (const who of [reviewer, administrator])
      expect((await bulk(who, { items, kind: 'uphold', reason: 'x' })).status).toBe(403);
    const wrong = [
      { items: [], kind: 'uphold', reason: 'x' },
      { items: Array.from({ length: 201 }, () => items[0]), kind: 'uphold', reason: 'x' },
      { items, kind: 'approve-with-warning', reason: 'x' },
      { items, kind: 'rectify', reason: 'x' },
      { items, kind: 'uphold', reason: '' },
      { items, kind: 'overturn', reason: 'x', waivers: [] },
    ];
    for (const body of wrong) expect((await bulk(senior, body)).status).toBe(400);
    expect(await api.database.decisions.ofSubmission(id)).toEqual([]);
    const { body } = await bulk(senior, { items, kind: 'rectify', reason: 'x', deadline: inDays(9) });
    expect(body.results).toMatchObject([{ decision: { outcome: 'rectify', deadline: inDays(9) }, problem: null }]);
  });
});
