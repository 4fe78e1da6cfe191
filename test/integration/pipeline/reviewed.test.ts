import { EVENT_SCHEMAS } from '../../../services/api/schemas/events.ts';
import { reconcile } from '../../../services/workers/reconciler.ts';
import type { Decision } from '../../../shared/domain/review/decision.ts';
import { readConfiguration } from '../../../shared/platform/configuration.ts';
import { type CallbackReceiver, callbackReceiver, isSigned } from '../../support/callback-receiver.ts';
import { decidedSubmission, PLAIN_REJECTION } from '../../support/dossiers.ts';
import { type Staff, staff } from '../../support/staff.ts';
import { until } from '../../support/until.ts';
import { type RunningTestApi, startApi } from '../api/running-api.ts';
import { BACKENDS } from './backends.ts';
import { type RunningPipeline, runPipeline } from './running-pipeline.ts';

const UNDO_SECONDS = 2;

let running: RunningPipeline;
let api: RunningTestApi;
let store: CallbackReceiver;
let reviewer: Staff;
beforeAll(async () => {
  running = await runPipeline(BACKENDS[0]!);
  running.work(['notification']);
  const { database, objects, pipeline } = running.ports;
  const { reviewing } = readConfiguration({ UNDO_SECONDS: String(UNDO_SECONDS) });
  api = await startApi({ reviewing }, { replace: { database, objects, pipeline } });
  store = await callbackReceiver();
  reviewer = await staff(api.url, database, 'reviewer');
});
afterAll(async () => {
  await store.close();
  await api.close();
  await running.close();
});

async function upheld(): Promise<Decision> {
  const { id } = await decidedSubmission(running.ports.database, running.store.id, {
    findings: PLAIN_REJECTION,
    callbackUrl: store.url,
  });
  const { status, body } = await reviewer.agent
    .post(`/v1/review/submissions/${id}/decisions`)
    .send({ kind: 'uphold', run: 1, reason: '维持' });
  expect(status).toBe(201);
  return body;
}
const reviewedAbout = (submission: string) =>
  store.received.filter(({ payload }) => payload.type === 'submission.reviewed' && payload.data.submissionId === submission);
const stateOf = async (decision: Decision) => {
  const events = await running.ports.database.deliveries.ofSubmission(decision.submission);
  return events.find(({ type }) => type === 'submission.reviewed')!.state;
};
/** The rows, as a reconciler that knows nothing of jobs drives them. */
const round = () => reconcile(running.ports, 0);

test('a decision reaches its store once, signed, and not before it is final', async () => {
  const decision = await upheld();
  await round();
  await until(async () => reviewedAbout(decision.submission).length > 0);
  const arrivedAt = Date.now();
  await until(async () => (await stateOf(decision)) === 'delivered');
  await round();
  expect(arrivedAt).toBeGreaterThanOrEqual(Date.parse(decision.finalAt!) - 5);
  const [callback, ...more] = reviewedAbout(decision.submission);
  expect(more).toEqual([]);
  expect(isSigned(callback!, running.store.webhookSecret)).toBe(true);
  expect(EVENT_SCHEMAS['submission.reviewed'].parse(callback!.payload).data.review).toMatchObject({
    id: decision.id,
    outcome: 'reject',
    reason: '维持',
  });
  expect((await reviewer.agent.post(`/v1/review/decisions/${decision.id}/undo`)).status).toBe(409);
});

test('an undone decision never does, however often its event is asked for', async () => {
  const undone = await upheld();
  expect((await reviewer.agent.post(`/v1/review/decisions/${undone.id}/undo`)).status).toBe(200);
  // One that was made later has been told when the undone one would have been.
  const later = await upheld();
  const { deliveries } = running.ports.database;
  const event = (await deliveries.ofSubmission(undone.submission)).find(({ type }) => type === 'submission.reviewed')!;
  await until(async () => (await stateOf(later)) === 'delivered');
  await running.ports.pipeline.deliver(event.eventId);
  await round();
  const last = await upheld();
  await until(async () => (await stateOf(last)) === 'delivered');
  expect(reviewedAbout(undone.submission)).toEqual([]);
  expect(await stateOf(undone)).toBe('withdrawn');
});

test('of undoing at the last moment and sending, one happens', async () => {
  const decisions = await Promise.all(Array.from({ length: 6 }, upheld));
  const undos = decisions.map(async (decision, n) => {
    const wait = Date.parse(decision.finalAt!) - Date.now() - 30 + n * 12;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, wait)));
    return (await reviewer.agent.post(`/v1/review/decisions/${decision.id}/undo`)).status;
  });
  const statuses = await Promise.all(undos);
  for (const [n, decision] of decisions.entries()) {
    const undone = statuses[n] === 200;
    await until(async () => (await stateOf(decision)) === (undone ? 'withdrawn' : 'delivered'));
    expect(reviewedAbout(decision.submission)).toHaveLength(undone ? 0 : 1);
    const { finalOutcome } = (await running.ports.database.submissions.find(decision.submission))!;
    expect(finalOutcome).toBe(undone ? null : 'reject');
  }
});
