import { sql } from 'kysely';
import type { AccountName } from '../../domain/review/account.ts';
import { NEXT_DECISION } from '../../domain/review/decision.ts';
import { writeDown } from './audit-log.ts';
import { appealIsOpen, standingOf, takeEffect, writtenDecision, writtenOf } from './decision-effect.ts';
import type { Decisions, PreparedDecision, Refused } from './decision-records.ts';
import {
  claimedByOther,
  databaseTime,
  type LockedDossier,
  lockDossier,
  otherRun,
  standingDecision,
} from './decision-standing.ts';
import { plain } from './plain-text.ts';
import type { Db } from './tables.ts';

const finalAfter = (seconds: number) => sql<Date>`clock_timestamp() + ${seconds} * interval '1 second'`;

/**
 * Whether a dossier in this state may be decided: again only when the developer has appealed, once the time to mend is running, or where
 * somebody who may do so replaces a decision on purpose. Whoever does not answer an open appeal has not seen it.
 */
function refusedState({ dossier }: LockedDossier, { appeal, revise }: PreparedDecision): Refused | null {
  const { state } = dossier;
  const open = state === 'open' || state === 'rectifying' || (state === 'decided' && (appeal !== null || revise));
  if (!open) return { refused: 'dossier', state };
  return appeal === null && dossier.appeal !== null ? { refused: 'appealed' } : null;
}

const textOrNull = (text: string | null): string | null => (text === null ? null : plain(text));

function rowOf(prepared: PreparedDecision) {
  return {
    id: prepared.id,
    submission_id: prepared.submission,
    run: prepared.run,
    kind: prepared.kind,
    outcome: prepared.outcome,
    verdict: prepared.verdict,
    reason: plain(prepared.reason),
    note: textOrNull(prepared.note),
    canned_reason: prepared.cannedReason,
    deadline: prepared.deadline,
    judgements: JSON.stringify(prepared.judgements),
    waivers: JSON.stringify(prepared.waivers),
    appeal: prepared.appeal,
    by_account: prepared.by.id,
  };
}

export const make =
  (db: Db): Decisions['make'] =>
  (prepared, effect) =>
    db.transaction().execute(async (trx) => {
      const { submission, run, by, appeal } = prepared;
      const locked = await lockDossier(trx, submission);
      if (locked === null) return { refused: 'unknown' };
      const refused = otherRun(locked, run) ?? refusedState(locked, prepared) ?? (await claimedByOther(trx, locked, by));
      if (refused !== null) return refused;
      const standing = await standingDecision(trx, submission);
      if (standing?.final_at != null && standing.final_at > (await databaseTime(trx)))
        return { refused: 'not-final', until: standing.final_at.toISOString() };
      if (appeal !== null && !(await appealIsOpen(trx, submission, appeal))) return { refused: 'appeal' };

      const row = { ...rowOf(prepared), dossier_before: locked.dossier.state };
      if (prepared.proposed) {
        await trx
          .insertInto('decisions')
          .values({ ...row, state: 'proposed' })
          .execute();
        await trx
          .updateTable('dossiers')
          .set({ state: 'proposed', claimed_by: null, claimed_until: null })
          .where('submission_id', '=', submission)
          .execute();
        const decision = await writtenDecision(trx, prepared.id);
        await writeDown(trx, {
          action: 'decision.proposed',
          by,
          subject: { kind: 'decision', id: decision.id },
          submission,
          before: standingOf(locked),
          after: writtenOf(decision),
        });
        return { decision, event: null };
      }
      if (standing !== undefined) await supersede(trx, standing.id);
      await trx
        .insertInto('decisions')
        .values({ ...row, state: 'effective', final_at: finalAfter(effect.undoSeconds), supersedes: standing?.id ?? null })
        .execute();
      const decision = await writtenDecision(trx, prepared.id);
      return { decision, event: await takeEffect(trx, locked, decision, by, 'decision.made', effect) };
    });

async function supersede(trx: Db, id: string): Promise<void> {
  await trx.updateTable('decisions').set({ state: 'superseded' }).where('id', '=', id).execute();
}

/** A proposal with its dossier, locked, and what keeps this person from judging it. */
async function proposalFor(
  trx: Db,
  id: string,
  by: AccountName,
  event: 'confirm' | 'decline',
): Promise<{ readonly locked: LockedDossier; readonly appeal: string | null; readonly run: number } | Refused> {
  const known = await trx.selectFrom('decisions').select('submission_id').where('id', '=', id).executeTakeFirst();
  const locked = known === undefined ? null : await lockDossier(trx, known.submission_id);
  if (locked === null) return { refused: 'unknown' };
  const { state, by_account, appeal, run } = await trx
    .selectFrom('decisions')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (NEXT_DECISION[state][event] === undefined) return { refused: 'decision', state };
  if (locked.dossier.state !== 'proposed') return { refused: 'dossier', state: locked.dossier.state };
  if (by_account === by.id) return { refused: 'same-person' };
  return (await claimedByOther(trx, locked, by)) ?? { locked, appeal, run };
}

export const confirm =
  (db: Db): Decisions['confirm'] =>
  (id, by, comment, effect) =>
    db.transaction().execute(async (trx) => {
      const proposal = await proposalFor(trx, id, by, 'confirm');
      if ('refused' in proposal) return proposal;
      const { locked, appeal, run } = proposal;
      const refused = otherRun(locked, run);
      if (refused !== null) return refused;
      // It came after the proposal, which knew nothing of what the developer says.
      if (appeal === null && locked.dossier.appeal !== null) return { refused: 'appealed' };
      const submission = locked.submission.id;
      if (appeal !== null && !(await appealIsOpen(trx, submission, appeal))) return { refused: 'appeal' };
      const standing = await standingDecision(trx, submission);
      if (standing !== undefined) await supersede(trx, standing.id);
      await trx
        .updateTable('decisions')
        .set({
          state: 'effective',
          second_by: by.id,
          second_at: sql<Date>`clock_timestamp()`,
          second_comment: plain(comment),
          final_at: finalAfter(effect.undoSeconds),
          supersedes: standing?.id ?? null,
        })
        .where('id', '=', id)
        .execute();
      const decision = await writtenDecision(trx, id);
      return { decision, event: await takeEffect(trx, locked, decision, by, 'decision.confirmed', effect) };
    });

export const decline =
  (db: Db): Decisions['decline'] =>
  (id, by, comment) =>
    db.transaction().execute(async (trx) => {
      const proposal = await proposalFor(trx, id, by, 'decline');
      if ('refused' in proposal) return proposal;
      const { locked } = proposal;
      await trx
        .updateTable('decisions')
        .set({ state: 'declined', second_by: by.id, second_at: sql<Date>`clock_timestamp()`, second_comment: plain(comment) })
        .where('id', '=', id)
        .execute();
      await reopen(trx, locked, id);
      const decision = await writtenDecision(trx, id);
      await writeDown(trx, {
        action: 'decision.declined',
        by,
        subject: { kind: 'decision', id },
        submission: decision.submission,
        before: standingOf(locked),
        after: writtenOf(decision),
      });
      return { decision, event: null };
    });

/** Puts the dossier of a proposal that came to nothing where it was before. */
export async function reopen(trx: Db, { dossier }: LockedDossier, decisionId: string): Promise<void> {
  if (dossier.state !== 'proposed') return;
  await trx
    .updateTable('dossiers')
    .set((set) => ({ state: set.selectFrom('decisions').select('dossier_before').where('id', '=', decisionId) }))
    .where('submission_id', '=', dossier.submission_id)
    .execute();
}
