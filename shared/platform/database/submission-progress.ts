import { sql } from 'kysely';
import { PENDING_STATES, type SubmissionState } from '../../domain/submission.ts';
import type { Submissions } from './repositories.ts';
import { submissionOf } from './submission-row.ts';
import type { Db } from './tables.ts';

/** Still to be worked on: the pending states, and `received`, whose package must still be retrieved. */
const UNFINISHED: readonly SubmissionState[] = ['received', ...PENDING_STATES];

/** The reconciler's first list: rows that have not moved for a while. */
export const pending =
  (db: Db): Submissions['pending'] =>
  async (before, limit) => {
    const rows = await db
      .selectFrom('submissions')
      .selectAll()
      .where('state', 'in', UNFINISHED)
      .where('updated_at', '<', before)
      .orderBy('updated_at')
      .limit(limit)
      .execute();
    return rows.map(submissionOf);
  };

/** The reconciler's second list: the event is done with, the state was not moved on. */
export const toldButDecided =
  (db: Db): Submissions['toldButDecided'] =>
  async (limit) => {
    const rows = await db
      .selectFrom('submissions')
      .innerJoin('events', (join) =>
        join.onRef('events.submission_id', '=', 'submissions.id').onRef('events.run', '=', 'submissions.run'),
      )
      .selectAll('submissions')
      .where('submissions.state', '=', 'decided')
      .where('events.type', '=', 'submission.decided')
      .where('events.state', 'in', ['delivered', 'no-url'])
      .orderBy('submissions.decided_at')
      .limit(limit)
      .execute();
    return rows.map(submissionOf);
  };

/** The reconciler's third list: the run failed, and nobody was told. */
export const failedUntold =
  (db: Db): Submissions['failedUntold'] =>
  async (limit) => {
    const rows = await db
      .selectFrom('submissions')
      .selectAll()
      .where('state', '=', 'failed')
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('events')
              .select('events.id')
              .whereRef('events.submission_id', '=', 'submissions.id')
              .whereRef('events.run', '=', 'submissions.run')
              .where('events.type', '=', 'submission.failed'),
          ),
        ),
      )
      .orderBy('updated_at')
      .limit(limit)
      .execute();
    return rows.map(submissionOf);
  };

/** Unfinished and failed submissions per state; states without any are left out. */
export const countByState =
  (db: Db): Submissions['countByState'] =>
  async () => {
    const rows = await db
      .selectFrom('submissions')
      .select(['state', sql<number>`count(*)::int`.as('count')])
      .where('state', 'in', [...UNFINISHED, 'failed'])
      .groupBy('state')
      .execute();
    return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
  };

/** Mean seconds from creation to decision over the last hundred. */
export const recentDecisionSeconds =
  (db: Db): Submissions['recentDecisionSeconds'] =>
  async () => {
    const recent = db
      .selectFrom('submissions')
      .select(['created_at', 'decided_at'])
      .where('decided_at', 'is not', null)
      // Later runs began long after the submission came.
      .where('run', '=', 1)
      .orderBy('decided_at', 'desc')
      .limit(100);
    const row = await db
      .selectFrom(recent.as('recent'))
      .select(sql<number | null>`avg(extract(epoch from decided_at - created_at))::float8`.as('seconds'))
      .executeTakeFirst();
    return row?.seconds ?? null;
  };
