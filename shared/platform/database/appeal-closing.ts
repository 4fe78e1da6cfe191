import { sql } from 'kysely';
import type { AccountName } from '../../domain/review/account.ts';
import { APPEAL_CLOSED_BY, type AppealState } from '../../domain/review/appeal.ts';
import type { FinalOutcome } from '../../domain/review/decision.ts';
import type { Db } from './tables.ts';

/** A decision that answers an appeal. */
export interface AnsweringDecision {
  readonly id: string;
  readonly submission: string;
  readonly appeal: string;
  readonly outcome: FinalOutcome;
  /** Becomes the last message of the thread. */
  readonly reason: string;
  readonly by: AccountName;
}

/** The message that tells a decision's reason. */
const messageOf = (decision: string): string => `apm_${decision.slice(decision.indexOf('_') + 1)}`;

/**
 * Closes an appeal by a decision, in the decision's transaction and once the decision is effective: approving upholds it, anything else
 * dismisses it. The store sees it when the decision is final. The dossier's state is the decision's to change.
 * @returns false when the submission has no such open appeal
 */
export async function closeAppeal(trx: Db, decision: AnsweringDecision): Promise<boolean> {
  const closed = await markClosed(trx, decision.appeal, APPEAL_CLOSED_BY[decision.outcome], decision);
  if (closed === null) return false;
  await trx
    .insertInto('appeal_messages')
    .values({
      id: messageOf(decision.id),
      appeal_id: decision.appeal,
      sender: 'reviewer',
      by_account: decision.by.id,
      body: JSON.stringify(decision.reason),
      decision_id: decision.id,
    })
    .execute();
  return true;
}

/**
 * Opens again what an undone decision had closed, in the transaction that undoes it. The store had not been told: the message goes too.
 * @returns the appeal's id, null when the decision had closed none
 */
export async function reopenAppeal(trx: Db, decision: string): Promise<string | null> {
  const appeal = await trx
    .updateTable('appeals')
    .set({ state: 'open', closed_at: null, closed_by_decision: null })
    .where('closed_by_decision', '=', decision)
    .returning(['id', 'submission_id', 'due_at'])
    .executeTakeFirst();
  if (appeal === undefined) return null;
  await trx.deleteFrom('appeal_messages').where('decision_id', '=', decision).execute();
  await trx
    .updateTable('dossiers')
    .set({ appeal: appeal.id, appeal_due_at: appeal.due_at })
    .where('submission_id', '=', appeal.submission_id)
    .execute();
  return appeal.id;
}

/** Ends an open appeal and takes it off its dossier. @returns its submission, null when it is not open (there) */
export async function markClosed(
  trx: Db,
  appeal: string,
  state: Exclude<AppealState, 'open'>,
  by: { readonly submission: string; readonly id: string } | null = null,
): Promise<string | null> {
  const closed = await trx
    .updateTable('appeals')
    .set({ state, closed_at: sql<Date>`clock_timestamp()`, closed_by_decision: by?.id ?? null })
    .where('id', '=', appeal)
    .where('state', '=', 'open')
    .$if(by !== null, (query) => query.where('submission_id', '=', by!.submission))
    .returning('submission_id')
    .executeTakeFirst();
  if (closed === undefined) return null;
  await trx
    .updateTable('dossiers')
    .set({ appeal: null, appeal_due_at: null })
    .where('submission_id', '=', closed.submission_id)
    .where('appeal', '=', appeal)
    .execute();
  return closed.submission_id;
}
