import { type Selectable, sql } from 'kysely';
import { NEXT_DECISION } from '../../domain/review/decision.ts';
import { reopenAppeal } from './appeal-closing.ts';
import { type NewAuditEntry, writeDown } from './audit-log.ts';
import { standingOf, writtenDecision, writtenOf } from './decision-effect.ts';
import { reopen } from './decision-making.ts';
import type { Decisions } from './decision-records.ts';
import { databaseTime, type LockedDossier, lockDossier } from './decision-standing.ts';
import { restoreWaiversFor, revokeWaiversOf } from './granted-waivers.ts';
import { recallLetters } from './letter-sending.ts';
import type { ReviewTables } from './review-tables.ts';
import type { Db } from './tables.ts';

type Row = Selectable<ReviewTables['decisions']>;

export const undo =
  (db: Db): Decisions['undo'] =>
  (id, by) =>
    db.transaction().execute(async (trx) => {
      const known = await trx.selectFrom('decisions').select('submission_id').where('id', '=', id).executeTakeFirst();
      const locked = known === undefined ? null : await lockDossier(trx, known.submission_id);
      if (locked === null) return { refused: 'unknown' };
      const row = await trx.selectFrom('decisions').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
      if (NEXT_DECISION[row.state].undo === undefined) return { refused: 'decision', state: row.state };
      if (row.by_account !== by.id && row.second_by !== by.id) return { refused: 'other-person' };
      const entries: NewAuditEntry[] = [];
      let recalled: readonly string[] = [];
      let restored: readonly string[] = [];
      if (row.state === 'effective') {
        const letters =
          row.final_at === null || row.final_at <= (await databaseTime(trx)) ? null : await withdrawEvents(trx, row);
        if (letters === null) return { refused: 'final' };
        recalled = letters;
        await takeBack(trx, locked, row);
        restored = await restoreWaiversFor(trx, id);
        for (const waiver of await revokeWaiversOf(trx, id, by))
          entries.push({
            action: 'waiver.revoked',
            by,
            subject: { kind: 'waiver', id: waiver },
            submission: row.submission_id,
            after: { decision: id },
          });
      } else {
        await trx.updateTable('decisions').set({ state: 'undone' }).where('id', '=', id).execute();
        await reopen(trx, locked, id);
      }
      const decision = await writtenDecision(trx, id);
      await writeDown(trx, {
        action: 'decision.undone',
        by,
        subject: { kind: 'decision', id },
        submission: decision.submission,
        before: standingOf(locked),
        after: {
          ...(await standingNow(trx, decision.submission)),
          decision: writtenOf(decision),
          ...(recalled.length > 0 && { recalledLetters: recalled }),
          ...(restored.length > 0 && { restoredWaivers: restored }),
        },
      });
      for (const entry of entries) await writeDown(trx, entry);
      return { decision, event: null };
    });

/**
 * Takes back the decision's event, and those of letters that go with it, unless one was sent or may be on its way: who leases an event and
 * who withdraws it change the same row, so that only one of them can.
 * @returns the letters, which are drafts again; null when it is too late
 */
async function withdrawEvents(trx: Db, { id, submission_id, run }: Row): Promise<readonly string[] | null> {
  const events = await trx
    .selectFrom('events')
    .select(['id', 'type', 'attempts', 'leased_until'])
    .where('submission_id', '=', submission_id)
    .where('run', '=', run)
    .where('state', '!=', 'withdrawn')
    .where((where) =>
      where.or([
        where.and([where('type', '=', 'submission.reviewed'), where('subject', '=', id)]),
        where.and([
          where('type', '=', 'submission.letter-sent'),
          where('subject', 'in', where.selectFrom('letters').select('letters.id').where('letters.decision_id', '=', id)),
        ]),
      ]),
    )
    .orderBy('id')
    .forUpdate()
    .execute();
  if (events.some(({ attempts, leased_until }) => attempts > 0 || leased_until !== null)) return null;
  const told = events.find(({ type }) => type === 'submission.reviewed');
  if (told === undefined) return null;
  await trx.updateTable('events').set({ state: 'withdrawn', next_attempt_at: null }).where('id', '=', told.id).execute();
  return recallLetters(trx, id);
}

/** The dossier, and what the store's own view says, as they were before the decision; the one that it replaced stands again. */
async function takeBack(trx: Db, { dossier }: LockedDossier, row: Row): Promise<void> {
  await trx.updateTable('decisions').set({ state: 'undone' }).where('id', '=', row.id).execute();
  const earlier =
    row.supersedes === null
      ? undefined
      : await trx
          .updateTable('decisions')
          .set({ state: 'effective' })
          .where('id', '=', row.supersedes)
          .where('state', '=', 'superseded')
          .returning(['outcome', 'at', 'second_at'])
          .executeTakeFirst();
  await trx
    .updateTable('submissions')
    .set({ final_outcome: earlier?.outcome ?? null, updated_at: sql<Date>`clock_timestamp()` })
    .where('id', '=', row.submission_id)
    .execute();
  if (row.appeal !== null) await reopenAppeal(trx, row.id);
  // A verdict that came since has made the dossier anew.
  if (dossier.run !== row.run) return;
  await trx
    .updateTable('dossiers')
    .set({
      state: row.dossier_before,
      outcome: earlier?.outcome ?? null,
      decided_at: earlier === undefined ? null : (earlier.second_at ?? earlier.at),
    })
    .where('submission_id', '=', row.submission_id)
    .execute();
}

async function standingNow(trx: Db, submissionId: string) {
  return trx
    .selectFrom('dossiers')
    .innerJoin('submissions', 'submissions.id', 'dossiers.submission_id')
    .select(['dossiers.state as dossier', 'submissions.final_outcome as outcome', 'dossiers.appeal'])
    .where('dossiers.submission_id', '=', submissionId)
    .executeTakeFirstOrThrow();
}
