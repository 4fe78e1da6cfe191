import type { Selectable } from 'kysely';
import type { AccountName } from '../../domain/review/account.ts';
import type { Refused } from './decision-records.ts';
import type { ReviewTables } from './review-tables.ts';
import type { Db, Tables } from './tables.ts';

/** A submission and its dossier, locked until the transaction ends. */
export interface LockedDossier {
  readonly submission: Selectable<Tables['submissions']>;
  readonly dossier: Selectable<ReviewTables['dossiers']>;
}

/**
 * Locks a submission, then its dossier: always in this order, which is also that of a new verdict and of a new run, so that nobody
 * waits for each other in a circle.
 */
export async function lockDossier(trx: Db, submissionId: string): Promise<LockedDossier | null> {
  const submission = await trx
    .selectFrom('submissions')
    .selectAll()
    .where('id', '=', submissionId)
    .forUpdate()
    .executeTakeFirst();
  if (submission === undefined) return null;
  const dossier = await trx
    .selectFrom('dossiers')
    .selectAll()
    .where('submission_id', '=', submissionId)
    .forUpdate()
    .executeTakeFirst();
  return dossier === undefined ? null : { submission, dossier };
}

/** Whether the verdict of that run is the one that stands: not replaced, and not about to be by a run under way. */
export function otherRun({ submission, dossier }: LockedDossier, run: number): Refused | null {
  const stands = submission.run === run && dossier.run === run && ['decided', 'notified'].includes(submission.state);
  return stands ? null : { refused: 'newer-run', run: submission.run, state: submission.state };
}

/** Whether somebody else works on it at this moment, by the clock that set the claim's end. */
export async function claimedByOther(trx: Db, { dossier }: LockedDossier, by: AccountName): Promise<Refused | null> {
  if (dossier.claimed_by === null || dossier.claimed_by === by.id) return null;
  const claim = await trx
    .selectFrom('dossiers')
    .innerJoin('accounts', 'accounts.id', 'dossiers.claimed_by')
    .select(['accounts.id', 'accounts.display_name', 'dossiers.claimed_until'])
    .where('dossiers.submission_id', '=', dossier.submission_id)
    .where((where) => where('dossiers.claimed_until', '>', where.fn<Date>('clock_timestamp')))
    .executeTakeFirst();
  if (claim === undefined || claim.claimed_until === null) return null;
  const { id, display_name, claimed_until } = claim;
  return { refused: 'claimed', by: { id, displayName: display_name }, until: claimed_until.toISOString() };
}

/** The decision that stands at this moment, locked. */
export function standingDecision(trx: Db, submissionId: string) {
  return trx
    .selectFrom('decisions')
    .selectAll()
    .where('submission_id', '=', submissionId)
    .where('state', '=', 'effective')
    .forUpdate()
    .executeTakeFirst();
}

/** The database's time: what decides whether something is final. */
export async function databaseTime(trx: Db): Promise<Date> {
  const { now } = await trx.selectNoFrom((select) => select.fn<Date>('clock_timestamp').as('now')).executeTakeFirstOrThrow();
  return now;
}
