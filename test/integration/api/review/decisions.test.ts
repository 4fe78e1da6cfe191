import { dayInChina } from '../../../../shared/domain/day.ts';
import type { Decision, NewDecision } from '../../../../shared/domain/review/decision.ts';
import { type DecidedSketch, decidedSubmission, PLAIN_REJECTION } from '../../../support/dossiers.ts';
import { type Staff, staff } from '../../../support/staff.ts';
import { type RunningTestApi, startApi } from '../running-api.ts';

let api: RunningTestApi;
let reviewer: Staff;
let senior: Staff;
beforeAll(async () => {
  api = await startApi();
  reviewer = await staff(api.url, api.database, 'reviewer', { displayName: '李雷' });
  senior = await staff(api.url, api.database, 'senior-reviewer', { displayName: '韩梅梅' });
});
afterAll(() => api.close());

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
  expect(left).toBeLessThan(61_000);
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
