import { type Selectable, sql, type UpdateObject } from 'kysely';
import { NEXT, type SubmissionEvent, type SubmissionState } from '../../domain/submission.ts';
import { followSubmission } from './dossier-opening.ts';
import type { Db, Tables } from './tables.ts';

type Row = Selectable<Tables['submissions']>;

/**
 * Moves a submission along the state table inside the caller's transaction and writes the log. The row is locked first, so that of
 * two jobs which come at once the second sees what the first left.
 * @returns the row as it is now, or null when no state accepts the event at that run
 */
export async function transition(
  trx: Db,
  id: string,
  run: number,
  event: SubmissionEvent,
  change: UpdateObject<Tables, 'submissions'> = {},
  target: (row: Row) => SubmissionState | undefined = (row) => NEXT[row.state][event],
): Promise<Row | null> {
  const row = await trx
    .selectFrom('submissions')
    .selectAll()
    .where('id', '=', id)
    .where('run', '=', run)
    .forUpdate()
    .executeTakeFirst();
  const to = row === undefined ? undefined : target(row);
  if (row === undefined || to === undefined) return null;
  const moved = await trx
    .updateTable('submissions')
    .set({ ...change, state: to, updated_at: sql<Date>`clock_timestamp()` })
    .where('id', '=', id)
    .where('run', '=', run)
    .where('state', '=', row.state)
    .returningAll()
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('transitions')
    .values({ submission_id: id, run: moved.run, from_state: row.state, to_state: to, event })
    .execute();
  await followSubmission(trx, id, event);
  return moved;
}
