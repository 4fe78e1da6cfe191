import { sql } from 'kysely';
import type { AccountName } from '../../domain/review/account.ts';
import type { Claim } from '../../domain/review/dossier.ts';
import { writeDown } from './audit-log.ts';
import type { AssignOutcome, Dossiers } from './dossier-records.ts';
import type { Db } from './tables.ts';

/** A dossier as claims and assignments see it, locked: of two who come at once the second sees what the first has left. */
async function locked(trx: Db, submission: string) {
  return trx
    .selectFrom('dossiers')
    .leftJoin('accounts as holders', 'holders.id', 'dossiers.claimed_by')
    .leftJoin('accounts as assignees', 'assignees.id', 'dossiers.assignee')
    .select(['dossiers.state', 'dossiers.appeal', 'dossiers.claimed_by', 'dossiers.claimed_until', 'dossiers.assignee'])
    .select(['holders.display_name as holder_name', 'assignees.display_name as assignee_name'])
    .select(sql<boolean>`coalesce(dossiers.claimed_until > clock_timestamp(), false)`.as('held'))
    .where('submission_id', '=', submission)
    .forUpdate('dossiers')
    .executeTakeFirst();
}
type Locked = NonNullable<Awaited<ReturnType<typeof locked>>>;

/** Nothing is left to do: moot, or decided without an appeal. */
const closed = ({ state, appeal }: Locked): boolean => state === 'moot' || (state === 'decided' && appeal === null);

function claimOf(row: Locked): Claim | null {
  if (!row.held || row.claimed_by === null || row.claimed_until === null) return null;
  return { by: { id: row.claimed_by, displayName: row.holder_name ?? '' }, until: row.claimed_until.toISOString() };
}

/** Takes a dossier, or holds it for longer: holding on is not written down, taking is, and from whom. */
export const claim =
  (db: Db): Dossiers['claim'] =>
  (submission, by, { minutes, takeOver }) =>
    db.transaction().execute(async (trx) => {
      const row = await locked(trx, submission);
      if (row === undefined) return { outcome: 'unknown' };
      if (closed(row)) return { outcome: 'closed' };
      const before = claimOf(row);
      const another = before !== null && before.by.id !== by.id;
      if (another && !takeOver) return { outcome: 'refused', claim: before };
      const taken = await trx
        .updateTable('dossiers')
        .set({ claimed_by: by.id, claimed_until: sql<Date>`clock_timestamp() + make_interval(mins => ${minutes})` })
        .where('submission_id', '=', submission)
        .returning('claimed_until')
        .executeTakeFirstOrThrow();
      const after: Claim = { by: nameOf(by), until: taken.claimed_until!.toISOString() };
      if (before === null || another) {
        const subject = { kind: 'submission', id: submission };
        await writeDown(trx, { action: 'dossier.claimed', by, subject, submission, before, after });
      }
      return { outcome: 'claimed', claim: after };
    });

export const release =
  (db: Db): Dossiers['release'] =>
  (submission, by) =>
    db.transaction().execute(async (trx) => {
      const row = await locked(trx, submission);
      if (row === undefined || row.claimed_by !== by.id) return false;
      const before = claimOf(row);
      await trx
        .updateTable('dossiers')
        .set({ claimed_by: null, claimed_until: null })
        .where('submission_id', '=', submission)
        .execute();
      if (before === null) return false;
      await writeDown(trx, {
        action: 'dossier.released',
        by,
        subject: { kind: 'submission', id: submission },
        submission,
        before,
      });
      return true;
    });

export const assign =
  (db: Db): Dossiers['assign'] =>
  async (submissions, assignee, by, options) => {
    const outcomes: AssignOutcome[] = [];
    // Each in a transaction of its own: what a page of them takes is not held up by the last one.
    for (const submission of submissions)
      outcomes.push(await db.transaction().execute((trx) => assignOne(trx, submission, assignee, by, options)));
    return outcomes;
  };

async function assignOne(
  trx: Db,
  submission: string,
  assignee: AccountName | null,
  by: AccountName,
  { ownOnly }: { readonly ownOnly: boolean },
): Promise<AssignOutcome> {
  const row = await locked(trx, submission);
  if (row === undefined) return 'unknown';
  if (closed(row)) return 'closed';
  if (ownOnly && row.assignee !== null && row.assignee !== by.id) return 'not-yours';
  if (row.assignee === (assignee?.id ?? null)) return 'unchanged';
  await trx
    .updateTable('dossiers')
    .set({ assignee: assignee?.id ?? null })
    .where('submission_id', '=', submission)
    .execute();
  const before = row.assignee === null ? null : { id: row.assignee, displayName: row.assignee_name ?? '' };
  const after = assignee === null ? null : nameOf(assignee);
  await writeDown(trx, {
    action: 'dossier.assigned',
    by,
    subject: { kind: 'submission', id: submission },
    submission,
    before,
    after,
  });
  return 'assigned';
}

/** Nothing but id and name: an account has more. */
const nameOf = ({ id, displayName }: AccountName): AccountName => ({ id, displayName });
