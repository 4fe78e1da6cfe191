import { sql } from 'kysely';
import type { AccountName } from '../../domain/review/account.ts';
import type { Letter } from '../../domain/review/letter.ts';
import { writeDown } from './audit-log.ts';
import { lockDossier } from './decision-standing.ts';
import type { NewEvent } from './delivery-records.ts';
import { insertEvent } from './event-row.ts';
import { lettersOf, type StandingDecision, standingDecision } from './letter-rows.ts';
import type { Db } from './tables.ts';

/**
 * Sends a draft in one transaction: the letter is frozen, its event waits until the decision is final.
 * @param version the one that the sender saw
 * @param decide looks at letter and decision as they are, under lock: an event to send it, or a refusal, which is handed back
 * @returns null when there is no such letter
 */
export type SendLetter = <Refusal>(
  id: string,
  version: number,
  by: AccountName,
  decide: (letter: Letter, decision: StandingDecision | null) => { readonly event: NewEvent } | { readonly refusal: Refusal },
) => Promise<
  | { readonly outcome: 'sent'; readonly letter: Letter; readonly event: string }
  | { readonly outcome: 'stale' | 'frozen'; readonly letter: Letter }
  | { readonly outcome: 'refused'; readonly refusal: Refusal }
  | null
>;

export const sendLetter =
  (db: Db): SendLetter =>
  (id, version, by, decide) =>
    db.transaction().execute(async (trx) => {
      const found = await trx.selectFrom('letters').select('submission_id').where('id', '=', id).executeTakeFirst();
      if (found === undefined) return null;
      // Submission, dossier, decision, letter: whoever undoes a decision takes them in the same order.
      await lockDossier(trx, found.submission_id);
      const decision = await standingDecision(trx, found.submission_id, true);
      const row = await trx.selectFrom('letters').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
      const letter = (await lettersOf(trx, [row]))[0]!;
      if (row.state !== 'draft') return { outcome: 'frozen', letter };
      if (row.version !== version) return { outcome: 'stale', letter };
      const decided = decide(letter, decision);
      if ('refusal' in decided) return { outcome: 'refused', refusal: decided.refusal };
      const sent = await trx
        .updateTable('letters')
        .set({ state: 'sent', decision_id: decision!.id, sent_by: by.id, sent_at: sql<Date>`clock_timestamp()` })
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirstOrThrow();
      const event = await tell(trx, row.submission_id, row.run, { ...decided.event, subject: id, due: decision!.finalAt });
      await writeDown(trx, {
        action: 'letter.sent',
        by,
        subject: { kind: 'letter', id },
        submission: row.submission_id,
        before: { state: 'draft' },
        after: { state: 'sent', version, decision: decision!.id, toldFrom: decision!.finalAt.toISOString() },
      });
      return { outcome: 'sent', letter: (await lettersOf(trx, [sent]))[0]!, event };
    });

/** Writes the event, or wakes the one that was withdrawn when the letter had been recalled: the store has heard of neither. @returns its id */
async function tell(
  trx: Db,
  submissionId: string,
  run: number,
  event: NewEvent & { readonly subject: string; readonly due: Date },
): Promise<string> {
  const { callback_url } = await trx
    .selectFrom('submissions')
    .select('callback_url')
    .where('id', '=', submissionId)
    .executeTakeFirstOrThrow();
  const woken = await trx
    .updateTable('events')
    .set({
      payload: JSON.stringify(event.payload),
      url: callback_url,
      state: callback_url === null ? 'no-url' : 'pending',
      attempts: 0,
      since: sql<Date>`clock_timestamp()`,
      next_attempt_at: event.due,
    })
    .where('submission_id', '=', submissionId)
    .where('run', '=', run)
    .where('type', '=', event.type)
    .where('subject', '=', event.subject)
    .where('state', '=', 'withdrawn')
    .returning('id')
    .executeTakeFirst();
  if (woken !== undefined) return woken.id;
  await insertEvent(trx, submissionId, run, callback_url, event);
  return event.id;
}

/**
 * Makes drafts again of the letters that were sent with a decision which is undone, in the transaction that undoes it, and withdraws
 * their events: the store has heard of neither.
 * @returns ids of the letters
 */
export async function recallLetters(trx: Db, decision: string): Promise<readonly string[]> {
  const rows = await trx
    .updateTable('letters')
    .set({ state: 'draft', decision_id: null, sent_at: null, sent_by: null, version: sql<number>`version + 1` })
    .where('decision_id', '=', decision)
    .where('state', '=', 'sent')
    .returning(['id', 'submission_id'])
    .execute();
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  await trx
    .updateTable('events')
    .set({ state: 'withdrawn', next_attempt_at: null })
    .where('submission_id', '=', rows[0]!.submission_id)
    .where('type', '=', 'submission.letter-sent')
    .where('subject', 'in', ids)
    .where('state', 'in', ['pending', 'no-url'])
    .execute();
  return ids;
}
