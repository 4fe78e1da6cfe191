import { sql } from 'kysely';
import { deliveryOf, insertEvent } from './event-row.ts';
import { plain } from './plain-text.ts';
import type { Deliveries, DeliveryAttempt } from './repositories.ts';
import type { Db } from './tables.ts';
import { transition } from './transition.ts';

const eventsWithStore = (db: Db) =>
  db
    .selectFrom('events')
    .innerJoin('submissions', 'submissions.id', 'events.submission_id')
    .selectAll('events')
    .select('submissions.store_id');

const find =
  (db: Db): Deliveries['find'] =>
  async (eventId) => {
    const row = await eventsWithStore(db).where('events.id', '=', eventId).executeTakeFirst();
    return row === undefined ? null : deliveryOf(row);
  };

const ofSubmission =
  (db: Db): Deliveries['ofSubmission'] =>
  async (submissionId) => {
    const rows = await eventsWithStore(db)
      .where('events.submission_id', '=', submissionId)
      .orderBy('events.created_at')
      .execute();
    if (rows.length === 0) return [];
    const attempts = await db
      .selectFrom('delivery_attempts')
      .selectAll()
      .where(
        'event_id',
        'in',
        rows.map(({ id }) => id),
      )
      .orderBy('number')
      .execute();
    return rows.map((row) => ({
      ...deliveryOf(row),
      log: attempts
        .filter(({ event_id }) => event_id === row.id)
        .map(({ at, status, error, duration_ms }): DeliveryAttempt => ({ at, status, error, durationMs: duration_ms })),
    }));
  };

const lease =
  (db: Db): Deliveries['lease'] =>
  async (eventId, leaseMs) => {
    const taken = await db
      .updateTable('events')
      .set({ leased_until: sql<Date>`clock_timestamp() + ${leaseMs} * interval '1 millisecond'` })
      .where('id', '=', eventId)
      .where('state', '=', 'pending')
      // A second of grace where another machine's clock set the time. The first time was set by this one, and may be when a decision can no
      // longer be undone: not a moment earlier.
      .where(
        'next_attempt_at',
        '<=',
        sql<Date>`clock_timestamp() + case when attempts = 0 then interval '0' else interval '1 second' end`,
      )
      .where((where) => where.or([where('leased_until', 'is', null), where('leased_until', '<=', sql<Date>`clock_timestamp()`)]))
      .executeTakeFirst();
    return taken.numUpdatedRows === 0n ? null : find(db)(eventId);
  };

const record =
  (db: Db): Deliveries['record'] =>
  (eventId, attempt, next) =>
    db.transaction().execute(async (trx) => {
      await trx
        .insertInto('delivery_attempts')
        .values({
          event_id: eventId,
          at: attempt.at,
          status: attempt.status,
          error: attempt.error === null ? null : plain(attempt.error),
          duration_ms: Math.round(attempt.durationMs),
        })
        .execute();
      const event = await trx
        .updateTable('events')
        .set((set) => ({
          // Delivered once is delivered, even if a slower attempt that lost its lease reports a failure afterwards.
          state: sql`case when ${set.ref('state')} = 'delivered' then 'delivered' else ${next.state} end`,
          attempts: sql<number>`attempts + 1`,
          next_attempt_at: next.state === 'pending' ? next.at : null,
          leased_until: null,
        }))
        .where('id', '=', eventId)
        .returning(['submission_id', 'run', 'type', 'state'])
        .executeTakeFirstOrThrow();
      // Together with the record, so that no process can die between the two and leave a told submission as merely decided.
      if (event.state === 'delivered' && event.type === 'submission.decided')
        await transition(trx, event.submission_id, event.run, 'notify');
    });

/** Events and the log of their delivery. */
export const deliveries = (db: Db): Deliveries => ({
  find: find(db),
  ofSubmission: ofSubmission(db),
  lease: lease(db),
  record: record(db),
  emit: async (submissionId, run, event) => {
    const { callback_url } = await db
      .selectFrom('submissions')
      .select('callback_url')
      .where('id', '=', submissionId)
      .executeTakeFirstOrThrow();
    await insertEvent(db, submissionId, run, callback_url, event);
  },
  due: async (now, limit) => {
    const rows = await db
      .selectFrom('events')
      .select('id')
      .where('state', '=', 'pending')
      .where('next_attempt_at', '<=', now)
      .where((where) => where.or([where('leased_until', 'is', null), where('leased_until', '<=', now)]))
      .orderBy('next_attempt_at')
      .limit(limit)
      .execute();
    return rows.map(({ id }) => id);
  },
  redrive: async (eventId) => {
    const again = await db
      .updateTable('events')
      .set({ state: 'pending', attempts: 0, since: sql<Date>`clock_timestamp()`, next_attempt_at: sql<Date>`clock_timestamp()` })
      .where('id', '=', eventId)
      .where('url', 'is not', null)
      .where('state', '!=', 'withdrawn')
      // A decision that may still be undone is told to nobody.
      .where((where) =>
        where.not(
          where.and([
            where('state', '=', 'pending'),
            where('attempts', '=', 0),
            where('next_attempt_at', '>', sql<Date>`clock_timestamp()`),
          ]),
        ),
      )
      .executeTakeFirst();
    return again.numUpdatedRows > 0n;
  },
});
