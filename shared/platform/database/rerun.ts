import type { AccountName } from '../../domain/review/account.ts';
import { NEXT, type SubmissionState } from '../../domain/submission.ts';
import { writeDown } from './audit-log.ts';
import { claimedByOther, lockDossier } from './decision-standing.ts';
import type { Submission } from './repositories.ts';
import { submissionOf } from './submission-row.ts';
import type { Db } from './tables.ts';
import { transition } from './transition.ts';

/** `decided`: a person's decision stands or waits for the second reviewer. `claimed`: somebody else works on it. `state`: it is under way, or ended. */
export type RerunResult =
  | { readonly outcome: 'started'; readonly submission: Submission }
  | { readonly outcome: 'unknown' }
  | { readonly outcome: 'decided' }
  | { readonly outcome: 'claimed'; readonly by: AccountName; readonly until: string }
  | { readonly outcome: 'state'; readonly state: SubmissionState };

/**
 * Has a submission checked again as its next run, from its package on, with the rulebook and the records of today: one that failed, or one
 * that the machine has decided and no person. The verdict of the run before stays on record; a new one will be told to the store as its own event.
 * The row is locked first, as a decision does, so that of the two one comes first and the other sees it.
 */
export const rerun =
  (db: Db) =>
  (id: string, by: AccountName): Promise<RerunResult> =>
    db.transaction().execute(async (trx) => {
      const row = await trx.selectFrom('submissions').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
      if (row === undefined) return { outcome: 'unknown' };
      const failed = row.state === 'failed';
      if (!failed && NEXT[row.state].rerun === undefined) return { outcome: 'state', state: row.state };
      if (await personHasDecided(trx, id)) return { outcome: 'decided' };
      // A new run would take the dossier out of their hands.
      const dossier = failed ? null : await lockDossier(trx, id);
      const claimed = dossier && (await claimedByOther(trx, dossier, by));
      if (claimed?.refused === 'claimed') return { outcome: 'claimed', by: claimed.by, until: claimed.until };
      // One that failed before its package was stored has to retrieve it first.
      const from = failed && row.package_sha256 === null ? 'received' : 'stored';
      const change = { run: row.run + 1, failure: null, decision: null, decided_at: null };
      const moved = await transition(trx, id, row.run, failed ? 'redrive' : 'rerun', change, () => from);
      if (moved === null) return { outcome: 'state', state: row.state };
      await writeDown(trx, {
        action: 'submission.rerun',
        by,
        subject: { kind: 'submission', id },
        submission: id,
        before: { run: row.run, state: row.state, decision: row.decision },
        after: { run: moved.run, state: moved.state },
      });
      return { outcome: 'started', submission: submissionOf(moved) };
    });

async function personHasDecided(trx: Db, id: string): Promise<boolean> {
  const row = await trx
    .selectFrom('decisions')
    .select('id')
    .where('submission_id', '=', id)
    .where('state', 'in', ['proposed', 'effective'])
    .executeTakeFirst();
  return row !== undefined;
}
