import { type Selectable, sql } from 'kysely';
import type { Delivery, NewEvent } from './repositories.ts';
import type { Db, Tables } from './tables.ts';

/** A row of `events` with the store it belongs to, as the rest of the house knows it. */
export const deliveryOf = (row: Selectable<Tables['events']> & { store_id: string }): Delivery => ({
  eventId: row.id,
  submissionId: row.submission_id,
  storeId: row.store_id,
  run: row.run,
  type: row.type,
  payload: row.payload,
  url: row.url,
  state: row.state,
  attempts: row.attempts,
  createdAt: row.created_at,
  since: row.since,
  nextAttemptAt: row.next_attempt_at,
});

/**
 * Writes an event with its delivery, once for each submission, run, type and subject. Without a URL there is nothing to deliver.
 * @param event.due when it may be sent; left out, at once
 */
export async function insertEvent(db: Db, submissionId: string, run: number, url: string | null, event: NewEvent): Promise<void> {
  await db
    .insertInto('events')
    .values({
      id: event.id,
      submission_id: submissionId,
      run,
      type: event.type,
      subject: event.subject ?? '',
      payload: JSON.stringify(event.payload),
      url,
      state: url === null ? 'no-url' : 'pending',
      // Kept without an address too: until then nobody is told of it in any other way either.
      next_attempt_at: event.due ?? (url === null ? null : sql<Date>`clock_timestamp()`),
    })
    .onConflict((conflict) => conflict.columns(['submission_id', 'run', 'type', 'subject']).doNothing())
    .execute();
}
