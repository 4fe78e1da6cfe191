import { sql } from 'kysely';
import type { SubmissionState } from '../../domain/submission.ts';
import { insertDeveloperMessage, usedBefore } from './appeal-messages.ts';
import type { AppealOutcome, NewAppeal } from './appeals.ts';
import { writeDown } from './audit-log.ts';
import type { Db } from './tables.ts';

/** States of a submission that has a verdict and is not being checked anew. */
const DECIDED: readonly SubmissionState[] = ['decided', 'notified'];

/** Opens an appeal in the caller's transaction: thread, dossier and audit log together. */
export async function openAppeal(trx: Db, appeal: NewAppeal): Promise<AppealOutcome> {
  const { id, submission, dueAt, message } = appeal;
  // Of two at once the second sees what the first left.
  const row = await trx.selectFrom('submissions').selectAll().where('id', '=', submission).forUpdate().executeTakeFirstOrThrow();
  const used = await usedBefore(trx, message);
  if (used !== null) return used;
  if (await isOpen(trx, submission)) return { outcome: 'already-open' };
  if (!DECIDED.includes(row.state)) return { outcome: 'not-decided' };
  const dossier = await trx
    .selectFrom('dossiers')
    .select('state')
    .where('submission_id', '=', submission)
    .forUpdate()
    .executeTakeFirst();
  if (dossier?.state === 'moot') return { outcome: 'moot' };
  const decision = await finalDecision(trx, submission);
  const negative = decision === null ? row.decision === 'reject' : decision.outcome !== 'approve';
  if (!negative) return { outcome: 'nothing-negative' };

  await trx
    .insertInto('appeals')
    .values({ id, submission_id: submission, decision_id: decision?.id ?? null, state: 'open', due_at: dueAt })
    .execute();
  await insertDeveloperMessage(trx, id, message);
  // The decision stays in effect until another one supersedes it: only the dossier comes back.
  await trx
    .updateTable('dossiers')
    .set({
      appeal: id,
      appeal_due_at: dueAt,
      state: sql`case when state in ('decided', 'rectifying') then 'open' else state end`,
    })
    .where('submission_id', '=', submission)
    .execute();
  await writeDown(trx, {
    action: 'appeal.opened',
    by: null,
    subject: { kind: 'appeal', id },
    submission,
    after: { decision: decision?.id ?? null, dueAt: dueAt.toISOString(), message: message.id },
  });
  return { outcome: 'done', appeal: id };
}

/** Open, or closed by a decision that may still be undone and that the store has not heard of. */
async function isOpen(trx: Db, submission: string): Promise<boolean> {
  const row = await trx
    .selectFrom('appeals')
    .leftJoin('decisions', 'decisions.id', 'appeals.closed_by_decision')
    .select('appeals.id')
    .where('appeals.submission_id', '=', submission)
    .where((where) =>
      where.or([where('appeals.state', '=', 'open'), where('decisions.final_at', '>', sql<Date>`clock_timestamp()`)]),
    )
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The decision that stands and can no longer be undone: what the store has been told. */
async function finalDecision(trx: Db, submission: string) {
  const row = await trx
    .selectFrom('decisions')
    .select(['id', 'outcome'])
    .where('submission_id', '=', submission)
    .where('state', '=', 'effective')
    .where('final_at', '<=', sql<Date>`clock_timestamp()`)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}
