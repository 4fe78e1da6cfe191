import { dayInChina } from '../../../../shared/domain/day.ts';
import type { Decision, NewDecision } from '../../../../shared/domain/review/decision.ts';
import { type DecidedSketch, decidedSubmission, PLAIN_REJECTION } from '../../../support/dossiers.ts';
import { type RawSql, rawSql } from '../../../support/raw-sql.ts';
import { type Staff, staff } from '../../../support/staff.ts';
import { type RunningTestApi, startApi } from '../running-api.ts';

let api: RunningTestApi;
let reviewer: Staff;
let senior: Staff;
let sql: RawSql;
beforeAll(async () => {
  api = await startApi();
  sql = await rawSql(api.databaseUrl);
  reviewer = await staff(api.url, api.database, 'reviewer', { displayName: '李雷' });
  senior = await staff(api.url, api.database, 'senior-reviewer', { displayName: '韩梅梅' });
});
afterAll(async () => {
  await sql.close();
  await api.close();
});

const DAY_MS = 86_400_000;
const inDays = (days: number): string => dayInChina(new Date(Date.now() + days * DAY_MS));
const CALLBACK = 'https://store.example/callback';
const made = (sketch: DecidedSketch = {}) =>
  decidedSubmission(api.database, api.caller.storeId, { findings: PLAIN_REJECTION, callbackUrl: CALLBACK, ...sketch });
const HELD: DecidedSketch = { findings: [{ rule: 'behaviour/cleartext-traffic', subject: 'a', severity: 'review' }] };

const decide = (who: Staff, submission: string, wanted: Partial<NewDecision> & Pick<NewDecision, 'kind'>) =>
  who.agent.post(`/v1/review/submissions/${submission}/decisions`).send({ run: 1, reason: '经人工复核', ...wanted });
const act = (who: Staff, decision: string, action: 'undo' | 'confirm' | 'decline', body: object = {}) =>
  who.agent.post(`/v1/review/decisions/${decision}/${action}`).send(body);
const reviewedEvent = async (submission: string, decision: string) =>
  (await api.database.deliveries.ofSubmission(submission)).find(
    (each) => (each.payload as { data?: { review?: { id: string } } }).data?.review?.id === decision,
  );
const auditOf = async (submission: string) =>
  (await api.database.audit.list({ submission }, { limit: 50 })).map(({ action }) => action).reverse();

test('a rejection is upheld: everything that follows is there', async () => {
  const { id, verdict } = await made();
  const { status, body } = await decide(reviewer, id, { kind: 'uphold', note: '只给同事看' });
  expect({ status, body }).toMatchObject({
    status: 201,
    body: { kind: 'uphold', outcome: 'reject', state: 'effective', verdict: 'reject', by: { displayName: '李雷' }, second: null },
  });
  const decision = body as Decision;
  expect(decision.judgements).toHaveLength(verdict.findings.length);
  expect(decision.judgements.every(({ outcome }) => outcome === 'stands')).toBe(true);
  const left = Date.parse(decision.finalAt!) - Date.parse(decision.at);
  expect(left).toBeGreaterThanOrEqual(60_000);
  expect(left).toBeLessThan(65_000);
  expect((await api.database.submissions.find(id))?.finalOutcome).toBe('reject');
  const event = await reviewedEvent(id, decision.id);
  expect(event).toMatchObject({ type: 'submission.reviewed', state: 'pending', attempts: 0, url: CALLBACK });
  expect(event?.nextAttemptAt?.toISOString()).toBe(decision.finalAt);
  expect(event?.payload).toMatchObject({
    type: 'submission.reviewed',
    timestamp: decision.finalAt,
    data: {
      submissionId: id,
      run: 1,
      verdict: 'reject',
      review: { id: decision.id, kind: 'uphold', outcome: 'reject', reason: '经人工复核', deadline: null },
      findings: { upheld: verdict.findings.length, overturned: 0 },
      appeal: null,
    },
  });
  expect(JSON.stringify(event?.payload)).not.toContain('只给同事看');
  expect(api.pipeline.delivered).toContain(event!.eventId);
  expect(await auditOf(id)).toEqual(['decision.made']);
});

test('overturning a rejection waits for a second reviewer, who is another person with that right', async () => {
  const { id, verdict } = await made();
  const { body: proposed } = await decide(senior, id, { kind: 'overturn' });
  expect(proposed).toMatchObject({ state: 'proposed', finalAt: null, second: null });
  // Without a word which, all that rejected or held are false alarms; the warning stands.
  const outcomes = Object.fromEntries((proposed as Decision).judgements.map(({ rule, outcome }) => [rule, outcome]));
  expect(outcomes).toEqual(
    Object.fromEntries(verdict.findings.map(({ rule, severity }) => [rule, severity === 'warn' ? 'stands' : 'false-alarm'])),
  );
  expect((await api.database.submissions.find(id))?.finalOutcome).toBeNull();
  expect(await reviewedEvent(id, proposed.id)).toBeUndefined();
  expect((await act(senior, proposed.id, 'confirm')).status).toBe(409);
  expect((await act(senior, proposed.id, 'decline')).status).toBe(409);
  expect((await act(reviewer, proposed.id, 'confirm')).status).toBe(403);
  const other = await decide(reviewer, id, { kind: 'uphold' });
  expect(other).toMatchObject({ status: 409, body: { code: 'conflict', detailEn: expect.stringContaining('second reviewer') } });
  const second = await staff(api.url, api.database, 'senior-reviewer');
  const { status, body } = await act(second, proposed.id, 'confirm', { comment: '同意' });
  expect({ status, body }).toMatchObject({
    status: 200,
    body: { state: 'effective', second: { by: { id: second.account.id }, comment: '同意' } },
  });
  expect((await api.database.submissions.find(id))?.finalOutcome).toBe('approve');
  expect(await reviewedEvent(id, proposed.id)).toMatchObject({ state: 'pending' });
  expect(await auditOf(id)).toEqual(['decision.proposed', 'decision.confirmed']);
  expect((await act(second, proposed.id, 'decline')).status).toBe(409);
});

test('a declined proposal leaves the dossier as it was', async () => {
  const { id } = await made();
  const { body: proposed } = await decide(reviewer, id, { kind: 'overturn' });
  const { body: declined } = await act(senior, proposed.id, 'decline', { comment: '证据充分' });
  expect(declined).toMatchObject({ state: 'declined', second: { by: { displayName: '韩梅梅' }, comment: '证据充分' } });
  expect((await act(reviewer, proposed.id, 'undo')).status).toBe(409);
  expect((await decide(reviewer, id, { kind: 'uphold' })).status).toBe(201);
});

describe('what is refused', () => {
  test('a decision on a verdict that no longer stands', async () => {
    const { id } = await made();
    expect((await decide(reviewer, id, { kind: 'uphold', run: 2 })).body).toMatchObject({ status: 409, code: 'conflict' });
    expect((await decide(reviewer, 'sub_nobody', { kind: 'uphold' })).status).toBe(404);
    const approved = await decidedSubmission(api.database, api.caller.storeId);
    expect((await decide(reviewer, approved.id, { kind: 'uphold' })).status).toBe(404);
  });

  test('a dossier that somebody else works on, by name; one’s own claim ends with the decision', async () => {
    const { id } = await made();
    expect((await senior.agent.post(`/v1/review/submissions/${id}/claim`).send({})).status).toBe(200);
    const { body } = await decide(reviewer, id, { kind: 'uphold' });
    expect(body).toMatchObject({
      status: 409,
      detailEn: expect.stringContaining('韩梅梅'),
      claim: { by: { id: senior.account.id } },
    });
    expect((await decide(senior, id, { kind: 'uphold' })).status).toBe(201);
    const { body: view } = await senior.agent.get(`/v1/review/submissions/${id}`);
    expect(view).toMatchObject({
      dossier: { state: 'decided', outcome: 'reject', claim: null },
      decisions: [{ state: 'effective' }],
    });
  });

  test('a second decision without an appeal', async () => {
    const { id } = await made(HELD);
    expect((await decide(reviewer, id, { kind: 'approve-with-warning' })).body).toMatchObject({ state: 'effective' });
    expect((await decide(senior, id, { kind: 'uphold' })).body).toMatchObject({ status: 409, code: 'conflict' });
  });

  test.each<[string, object, string]>([
    ['no reason', { kind: 'uphold', reason: '' }, '/reason'],
    ['a blank reason', { kind: 'uphold', reason: ' \n ' }, '/reason'],
    ['a reason of 4,001 characters', { kind: 'uphold', reason: '长'.repeat(4_001) }, '/reason'],
    ['half a character', { kind: 'uphold', reason: 'x\ud800' }, '/reason'],
    ['an unknown kind', { kind: 'approve' }, '/kind'],
    ['an unknown member', { kind: 'uphold', outcome: 'approve' }, '/outcome'],
    ['rectification without a deadline', { kind: 'rectify' }, '/deadline'],
    ['a deadline today', { kind: 'rectify', deadline: inDays(0) }, '/deadline'],
    ['a deadline in 181 days', { kind: 'rectify', deadline: inDays(181) }, '/deadline'],
    ['a day that is none', { kind: 'rectify', deadline: '2026-02-30' }, '/deadline'],
    ['a deadline where none belongs', { kind: 'uphold', deadline: inDays(5) }, '/deadline'],
    ['a finding that there is not', { kind: 'overturn', falseAlarms: ['0123456789abcdef'] }, '/falseAlarms/0'],
    ['a canned reason that there is not', { kind: 'uphold', cannedReason: 'reason_none' }, '/cannedReason'],
  ])('%s', async (_what, wanted, pointer) => {
    const { id } = await made();
    const { status, body } = await decide(senior, id, wanted as NewDecision);
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'invalid-request' });
    expect(body.errors[0].pointer).toBe(pointer);
    expect(body.detail).not.toBe(body.detailEn);
    expect(await api.database.decisions.ofSubmission(id)).toEqual([]);
  });

  test('people without the right, without a session, without the token', async () => {
    const { id } = await made();
    for (const role of ['operations', 'auditor', 'administrator'] as const)
      expect((await decide(await staff(api.url, api.database, role), id, { kind: 'uphold' })).status).toBe(403);
    const path = `/v1/review/submissions/${id}/decisions`;
    const body = JSON.stringify({ kind: 'uphold', run: 1, reason: 'x' });
    const send = (headers: Record<string, string>) =>
      fetch(api.url + path, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
    expect((await send({})).status).toBe(401);
    expect((await send({ cookie: senior.cookie })).status).toBe(403);
    expect((await send(api.caller.auth)).status).toBe(401);
  });
});

test('rectification has a deadline that the store is told', async () => {
  const { id } = await made();
  const deadline = inDays(180);
  const { body } = await decide(reviewer, id, { kind: 'rectify', deadline });
  expect(body).toMatchObject({ state: 'effective', outcome: 'rectify', deadline });
  expect((await api.database.submissions.find(id))?.finalOutcome).toBe('rectify');
  expect((await reviewedEvent(id, body.id))?.payload).toMatchObject({ data: { review: { outcome: 'rectify', deadline } } });
  const { body: view } = await reviewer.agent.get(`/v1/review/submissions/${id}`);
  expect(view.dossier).toMatchObject({ state: 'rectifying', outcome: 'rectify' });
});

test('hostile text stays text', async () => {
  const { id } = await made(HELD);
  const reason = '<script>alert(1)</script>\u0000\u202e\u2028"\'--; drop table decisions';
  const { status, body } = await decide(reviewer, id, { kind: 'overturn', reason, note: reason });
  expect(status).toBe(201);
  expect(body.reason).toBe(reason.replace('\u0000', '\ufffd'));
  expect((await api.database.audit.verify()).broken).toBeNull();
});

describe('undo', () => {
  test('a decision is taken back within its time by who made it, and nothing is left of it', async () => {
    const { id } = await made();
    const { body: decision } = await decide(reviewer, id, { kind: 'uphold' });
    expect((await act(senior, decision.id, 'undo')).status).toBe(403);
    const { status, body } = await act(reviewer, decision.id, 'undo');
    expect({ status, body }).toMatchObject({ status: 200, body: { state: 'undone' } });
    expect((await api.database.submissions.find(id))?.finalOutcome).toBeNull();
    const event = await reviewedEvent(id, decision.id);
    expect(event?.state).toBe('withdrawn');
    expect(await api.database.deliveries.lease(event!.eventId, 1_000)).toBeNull();
    expect(await api.database.deliveries.redrive(event!.eventId)).toBe(false);
    expect(await api.database.deliveries.due(new Date(Date.now() + DAY_MS), 1_000)).not.toContain(event!.eventId);
    expect((await act(reviewer, decision.id, 'undo')).status).toBe(409);
    const { body: view } = await reviewer.agent.get(`/v1/review/submissions/${id}`);
    expect(view.dossier).toMatchObject({ state: 'open', outcome: null, decidedAt: null });
    expect((await decide(senior, id, { kind: 'rectify', deadline: inDays(7) })).status).toBe(201);
    expect(await auditOf(id)).toEqual(['decision.made', 'decision.undone', 'decision.made']);
  });

  test('the second reviewer may undo too, a proposal is withdrawn by its maker alone', async () => {
    const first = await made();
    const { body: proposal } = await decide(reviewer, first.id, { kind: 'overturn' });
    expect((await act(senior, proposal.id, 'undo')).status).toBe(403);
    expect((await act(reviewer, proposal.id, 'undo')).body).toMatchObject({ state: 'undone' });
    const { body: again } = await decide(reviewer, first.id, { kind: 'overturn' });
    await act(senior, again.id, 'confirm');
    expect((await act(senior, again.id, 'undo')).body).toMatchObject({ state: 'undone' });
    const { body: view } = await reviewer.agent.get(`/v1/review/submissions/${first.id}`);
    expect(view.dossier).toMatchObject({ state: 'open' });
  });

  test('an event on its way can no longer be taken back', async () => {
    const { id } = await made();
    const { body: decision } = await decide(reviewer, id, { kind: 'uphold' });
    const { eventId } = (await reviewedEvent(id, decision.id))!;
    // A worker leases it in the last second before it is due.
    await sql.run`update events set next_attempt_at = clock_timestamp() where id = ${eventId}`;
    expect(await api.database.deliveries.lease(eventId, 30_000)).toMatchObject({ eventId });
    expect((await act(reviewer, decision.id, 'undo')).body).toMatchObject({ status: 409, code: 'conflict' });
    const at = new Date();
    await api.database.deliveries.record(
      eventId,
      { at, status: 500, error: 'status 500', durationMs: 1 },
      { state: 'pending', at },
    );
    // Tried once, it may have been read.
    expect((await act(reviewer, decision.id, 'undo')).status).toBe(409);
    expect((await api.database.decisions.find(decision.id))?.state).toBe('effective');
  });

  test('of a lease and an undo at the same moment one wins', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { id } = await made(HELD);
      const { body: decision } = await decide(reviewer, id, { kind: 'uphold' });
      const { eventId } = (await reviewedEvent(id, decision.id))!;
      await sql.run`update events set next_attempt_at = clock_timestamp() where id = ${eventId}`;
      const [leased, undone] = await Promise.all([
        api.database.deliveries.lease(eventId, 30_000),
        act(reviewer, decision.id, 'undo'),
      ]);
      expect([leased !== null, undone.status]).toEqual(leased === null ? [false, 200] : [true, 409]);
      expect((await reviewedEvent(id, decision.id))?.state).toBe(leased === null ? 'withdrawn' : 'pending');
    }
  });

  test('once the time is over it stands', async () => {
    const { id } = await made();
    const { body: decision } = await decide(reviewer, id, { kind: 'uphold' });
    await sql.run`update decisions set final_at = clock_timestamp() where id = ${decision.id}`;
    expect((await act(reviewer, decision.id, 'undo')).body).toMatchObject({
      status: 409,
      detailEn: expect.stringContaining('too late'),
    });
  });
});

describe('at the same moment', () => {
  test('two reviewers decide: one of them does', async () => {
    const another = await staff(api.url, api.database, 'reviewer');
    for (let round = 0; round < 5; round += 1) {
      const { id } = await made();
      const answers = await Promise.all([
        decide(reviewer, id, { kind: 'uphold' }),
        decide(another, id, { kind: 'rectify', deadline: inDays(5) }),
        decide(senior, id, { kind: 'overturn' }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
      expect(await api.database.decisions.ofSubmission(id)).toHaveLength(1);
    }
  });

  test('a proposal is confirmed, declined and withdrawn: one of the three', async () => {
    const second = await staff(api.url, api.database, 'senior-reviewer');
    for (let round = 0; round < 5; round += 1) {
      const { id } = await made();
      const { body: proposal } = await decide(reviewer, id, { kind: 'overturn' });
      const [confirmed, declined, undone] = await Promise.all([
        act(senior, proposal.id, 'confirm'),
        act(second, proposal.id, 'decline'),
        act(reviewer, proposal.id, 'undo'),
      ]);
      const { state } = (await api.database.decisions.find(proposal.id))!;
      const { finalOutcome } = (await api.database.submissions.find(id))!;
      // Who made it may also undo it after it was confirmed.
      if (confirmed.status === 200 && undone.status === 200) expect([state, declined.status]).toEqual(['undone', 409]);
      else expect([confirmed, declined, undone].filter(({ status }) => status === 200)).toHaveLength(1);
      expect(finalOutcome).toBe(state === 'effective' ? 'approve' : null);
    }
  });
});

describe('a decision that is final and turns out to be wrong', () => {
  test('is replaced on purpose by a senior, told to the store anew, and comes back when that is undone', async () => {
    const { id } = await made(HELD);
    const { body: first } = await decide(reviewer, id, { kind: 'approve-with-warning' });
    const anew = (who: Staff) => decide(who, id, { kind: 'uphold', reason: '上架后发现与说明不符', revise: true });
    // Not before it is final: it can be undone until then.
    expect((await anew(senior)).body).toMatchObject({ status: 409 });
    await sql.run`update decisions set final_at = clock_timestamp() where id = ${first.id}`;
    expect((await anew(reviewer)).body).toMatchObject({ status: 403, code: 'forbidden' });
    const { status, body: second } = await anew(senior);
    expect({ status, state: second.state }).toEqual({ status: 201, state: 'effective' });
    expect((await api.database.submissions.find(id))?.finalOutcome).toBe('reject');
    expect((await api.database.decisions.ofSubmission(id)).map(({ state }) => state)).toEqual(['effective', 'superseded']);
    const events = (await api.database.deliveries.ofSubmission(id)).filter(({ type }) => type === 'submission.reviewed');
    expect(events).toHaveLength(2);

    expect((await senior.agent.post(`/v1/review/decisions/${second.id}/undo`).send({})).status).toBe(200);
    expect((await api.database.submissions.find(id))?.finalOutcome).toBe('approve');
    const { body: view } = await senior.agent.get(`/v1/review/submissions/${id}`);
    expect(view.dossier).toMatchObject({ state: 'decided', outcome: 'approve' });
  });
});
