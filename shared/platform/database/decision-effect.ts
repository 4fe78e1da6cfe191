import { sql } from 'kysely';
import type { AccountName } from '../../domain/review/account.ts';
import { APPEAL_CLOSED_BY } from '../../domain/review/appeal.ts';
import type { Decision } from '../../domain/review/decision.ts';
import type { ClosedAppeal } from '../events/reviewed.ts';
import { closeAppeal } from './appeal-closing.ts';
import { type NewAuditEntry, writeDown } from './audit-log.ts';
import type { Effect } from './decision-records.ts';
import { findDecision } from './decision-row.ts';
import type { LockedDossier } from './decision-standing.ts';
import { insertEvent } from './event-row.ts';
import { grantWaivers, revokeWaiversAgainst } from './granted-waivers.ts';
import { submissionOf } from './submission-row.ts';
import type { Db } from './tables.ts';

/** Where a dossier stands, as the audit log has it before and after. */
export const standingOf = ({ dossier, submission }: LockedDossier) => ({
  dossier: dossier.state,
  outcome: submission.final_outcome,
  appeal: dossier.appeal,
});

/** What the audit log keeps of a decision. */
export const writtenOf = (decision: Decision) => {
  const { judgements, ...rest } = decision;
  return { ...rest, falseAlarms: judgements.filter(({ outcome }) => outcome === 'false-alarm') };
};

/**
 * Everything that follows from a decision that has just become effective, in its transaction: the dossier, what the store's own view says,
 * waivers, the appeal, the event, the audit log.
 * @param decision the row as it is, `effective` and with its `finalAt`
 * @returns the event's id
 */
export async function takeEffect(
  trx: Db,
  locked: LockedDossier,
  decision: Decision,
  by: AccountName,
  action: 'decision.made' | 'decision.confirmed',
  { waivers, event }: Effect,
): Promise<string> {
  const appeal = decision.appeal === null ? null : await answerAppeal(trx, decision.appeal, decision);
  await trx
    .updateTable('dossiers')
    .set({
      state: decision.outcome === 'rectify' ? 'rectifying' : 'decided',
      outcome: decision.outcome,
      decided_at: sql<Date>`clock_timestamp()`,
      claimed_by: null,
      claimed_until: null,
    })
    .where('submission_id', '=', decision.submission)
    .execute();
  const submission = await trx
    .updateTable('submissions')
    .set({ final_outcome: decision.outcome, updated_at: sql<Date>`clock_timestamp()` })
    .where('id', '=', decision.submission)
    .returningAll()
    .executeTakeFirstOrThrow();
  // What an earlier decision waived and this one finds to stand is raised again from the next version on.
  const revoked = await revokeWaiversAgainst(trx, decision, by);
  await grantWaivers(trx, waivers);
  const told = event(submissionOf(submission), decision, appeal);
  await insertEvent(trx, decision.submission, decision.run, submission.callback_url, told);
  const about = { by, submission: decision.submission } as const;
  const entries: NewAuditEntry[] = [
    {
      ...about,
      action,
      subject: { kind: 'decision', id: decision.id },
      before: standingOf(locked),
      after: writtenOf(decision),
    },
    ...waivers.map((waiver) => ({
      ...about,
      action: 'waiver.granted' as const,
      subject: { kind: 'waiver', id: waiver.id },
      after: waiver,
    })),
  ];
  for (const id of revoked)
    entries.push({
      ...about,
      action: 'waiver.revoked',
      subject: { kind: 'waiver', id },
      after: { decision: decision.id },
    });
  if (appeal !== null)
    entries.push({
      ...about,
      action: 'appeal.closed',
      subject: { kind: 'appeal', id: appeal.id },
      before: { state: 'open' },
      after: { state: appeal.state, decision: decision.id },
    });
  for (const entry of entries) await writeDown(trx, entry);
  return told.id;
}

/** Whether an appeal of this submission is open; locks it. */
export async function appealIsOpen(trx: Db, submissionId: string, appealId: string): Promise<boolean> {
  const found = await trx
    .selectFrom('appeals')
    .select('id')
    .where('id', '=', appealId)
    .where('submission_id', '=', submissionId)
    .where('state', '=', 'open')
    .forUpdate()
    .executeTakeFirst();
  return found !== undefined;
}

async function answerAppeal(trx: Db, id: string, decision: Decision): Promise<ClosedAppeal | null> {
  const closed = await closeAppeal(trx, { ...decision, appeal: id });
  return closed ? { id, state: APPEAL_CLOSED_BY[decision.outcome] } : null;
}

/** The decision of a row that this transaction has written. */
export async function writtenDecision(trx: Db, id: string): Promise<Decision> {
  const decision = await findDecision(trx, id);
  if (decision === null) throw new Error(`decision ${id} was written and is not there`);
  return decision;
}
