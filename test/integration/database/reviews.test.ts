import { randomUUID } from 'node:crypto';
import { openDatabase } from '../../../shared/platform/database/index.ts';
import type { Database, Delivery } from '../../../shared/platform/database/repositories.ts';
import { testDatabase } from '../../support/postgres.ts';
import { checking, newEvent, report, verdict } from './samples.ts';

let database: Database;
let end: () => Promise<void>;
let storeId: string;
beforeAll(async () => {
  const { url, drop } = await testDatabase();
  database = await openDatabase(url, { maxConnections: 20 });
  storeId = (await database.stores.create(`store ${randomUUID()}`)).id;
  end = async () => {
    await database.close();
    await drop();
  };
});
afterAll(() => end());

const attempt = (status: number | null) => ({
  at: new Date(),
  status,
  error: status === null ? 'connect: \0' : null,
  durationMs: 12.6,
});
async function decided(callbackUrl: string | null = 'https://store.example/callback'): Promise<Delivery> {
  const { id } = await checking(database, storeId, { callbackUrl });
  await database.reviews.decide(id, 1, verdict('reject'), newEvent(id));
  return (await database.deliveries.ofSubmission(id))[0]!;
}

test('ten decisions at once: one verdict, one event, one transition', async () => {
  const { id } = await checking(database, storeId);
  const all = await Promise.all(
    Array.from({ length: 10 }, (_, n) =>
      database.reviews.decide(id, 1, verdict(n % 2 === 0 ? 'reject' : 'review'), newEvent(id)),
    ),
  );
  expect(all.filter(Boolean)).toHaveLength(1);
  const winner = verdict(all.indexOf(true) % 2 === 0 ? 'reject' : 'review');
  expect(await database.reviews.verdict(id)).toMatchObject({ run: 1, verdict: winner });
  expect(await database.submissions.find(id)).toMatchObject({ state: 'decided', decision: winner.decision });
  expect((await database.submissions.find(id))?.decidedAt).toBeInstanceOf(Date);
  expect(await database.deliveries.ofSubmission(id)).toHaveLength(1);
  expect((await database.submissions.transitions(id)).filter(({ event }) => event === 'decide')).toHaveLength(1);
  expect(await database.submissions.recentDecisionSeconds()).toBeGreaterThanOrEqual(0);
});

test('no decision for one that was withdrawn, or of another run: nothing is written', async () => {
  const { id } = await checking(database, storeId);
  expect(await database.reviews.decide(id, 2, verdict('approve'), newEvent(id))).toBe(false);
  await database.submissions.apply(id, 1, 'withdraw');
  expect(await database.reviews.decide(id, 1, verdict('approve'), newEvent(id))).toBe(false);
  expect(await database.reviews.verdict(id)).toBeNull();
  expect(await database.deliveries.ofSubmission(id)).toEqual([]);
});

test('reports and failures: a report takes the place of a failure and not the other way round', async () => {
  const { id } = await checking(database, storeId);
  const missing = { check: 'sdk' as const, reason: { zh: '超时', en: 'timed out' } };
  await database.reviews.keepFailure(id, 1, missing);
  await database.reviews.keepReport(id, 1, report('permission'));
  expect(await database.reviews.failures(id, 1)).toEqual([missing]);
  expect(await database.reviews.progress(id, 1)).toMatchObject([
    { check: 'permission', status: 'completed' },
    { check: 'sdk', status: 'failed' },
  ]);
  await database.reviews.keepReport(id, 1, report('sdk'));
  await database.reviews.keepFailure(id, 1, missing);
  await database.reviews.keepReport(id, 1, report('sdk'));
  expect(await database.reviews.failures(id, 1)).toEqual([]);
  expect(await database.reviews.reports(id, 1)).toEqual([report('permission'), report('sdk')]);
  expect(await database.reviews.reports(id, 2)).toEqual([]);
});

test('one worker at a time sends an event', async () => {
  const { eventId } = await decided();
  const leases = await Promise.all(Array.from({ length: 10 }, () => database.deliveries.lease(eventId, 60_000)));
  expect(leases.filter((each) => each !== null)).toHaveLength(1);
  expect(await database.deliveries.due(new Date(), 1_000)).not.toContain(eventId);
});

test('a lease that has run out may be taken again', async () => {
  const { eventId } = await decided();
  expect(await database.deliveries.lease(eventId, 0)).not.toBeNull();
  expect(await database.deliveries.lease(eventId, 60_000)).not.toBeNull();
});

test('attempts: tried again at its time, then delivered; the submission was told in the same moment', async () => {
  const { eventId, submissionId } = await decided();
  await database.deliveries.lease(eventId, 60_000);
  const at = new Date(Date.now() + 3_600_000);
  await database.deliveries.record(eventId, attempt(null), { state: 'pending', at });
  expect(await database.deliveries.find(eventId)).toMatchObject({ state: 'pending', attempts: 1, nextAttemptAt: at });
  expect(await database.deliveries.lease(eventId, 60_000)).toBeNull();
  expect(await database.deliveries.due(new Date(Date.now() + 3_700_000), 1_000)).toContain(eventId);
  await database.deliveries.record(eventId, attempt(200), { state: 'delivered' });
  // A slower attempt that had lost its lease.
  await database.deliveries.record(eventId, attempt(500), { state: 'pending', at: new Date() });
  const [delivery] = await database.deliveries.ofSubmission(submissionId);
  expect(delivery).toMatchObject({ state: 'delivered', storeId, type: 'submission.decided' });
  expect(delivery?.log.map(({ status, durationMs }) => [status, durationMs])).toEqual([
    [null, 13],
    [200, 13],
    [500, 13],
  ]);
  expect((await database.submissions.find(submissionId))?.state).toBe('notified');
  expect(await database.deliveries.due(new Date(Date.now() + 3_700_000), 1_000)).not.toContain(eventId);
});

test('a re-drive begins the schedule anew and keeps the log', async () => {
  const { eventId, since } = await decided();
  await database.deliveries.record(eventId, attempt(500), { state: 'exhausted' });
  expect(await database.deliveries.lease(eventId, 1_000)).toBeNull();
  expect(await database.deliveries.redrive(eventId)).toBe(true);
  const again = await database.deliveries.lease(eventId, 1_000);
  expect(again).toMatchObject({ state: 'pending', attempts: 0 });
  expect(again!.since.getTime()).toBeGreaterThanOrEqual(since.getTime());
  expect((await database.deliveries.ofSubmission(again!.submissionId))[0]?.log).toHaveLength(1);
  expect(await database.deliveries.redrive('evt_none')).toBe(false);
});

test('without a callback URL there is nothing to deliver', async () => {
  const delivery = await decided(null);
  expect(delivery).toMatchObject({ state: 'no-url', url: null, nextAttemptAt: null });
  expect(await database.deliveries.lease(delivery.eventId, 1_000)).toBeNull();
  expect(await database.deliveries.redrive(delivery.eventId)).toBe(false);
  expect((await database.submissions.toldButDecided(100)).map(({ id }) => id)).toContain(delivery.submissionId);
});

test('failed events are written once', async () => {
  const { id } = await checking(database, storeId);
  await Promise.all(Array.from({ length: 5 }, () => database.deliveries.emit(id, 1, newEvent(id, 'submission.failed'))));
  const [only, ...others] = await database.deliveries.ofSubmission(id);
  expect(others).toEqual([]);
  expect(only?.payload).toEqual(newEvent(id, 'submission.failed').payload);
});
