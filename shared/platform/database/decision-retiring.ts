import type { Db } from './tables.ts';

/**
 * A new verdict takes the place of the one that people have decided on: their decisions and proposals hold no more, in the verdict's own
 * transaction. What the store has not been told of yet it is not told.
 */
export async function retireDecisions(trx: Db, submissionId: string): Promise<void> {
  const retired = await trx
    .updateTable('decisions')
    .set({ state: 'superseded' })
    .where('submission_id', '=', submissionId)
    .where('state', 'in', ['proposed', 'effective'])
    .returning('id')
    .execute();
  if (retired.length === 0) return;
  await trx.updateTable('submissions').set({ final_outcome: null }).where('id', '=', submissionId).execute();
  await trx
    .updateTable('events')
    .set({ state: 'withdrawn', next_attempt_at: null })
    .where('submission_id', '=', submissionId)
    .where('type', '=', 'submission.reviewed')
    .where(
      'subject',
      'in',
      retired.map(({ id }) => id),
    )
    .where('state', 'in', ['pending', 'no-url'])
    .where('attempts', '=', 0)
    .where('leased_until', 'is', null)
    .execute();
}
