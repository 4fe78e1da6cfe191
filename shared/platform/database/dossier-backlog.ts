import { sql } from 'kysely';
import type { PackageFacts } from '../../domain/facts/package.ts';
import type { ServiceLevel } from '../../domain/review/service-level.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { openDossier } from './dossier-opening.ts';
import type { Dossiers } from './dossier-records.ts';
import { OVERDUE } from './dossier-row.ts';
import { unpack } from './packed.ts';
import type { Db } from './tables.ts';

export const unopened =
  (db: Db): Dossiers['unopened'] =>
  (limit) =>
    db
      .selectFrom('submissions')
      .select(['submissions.id', 'submissions.run'])
      .where('submissions.state', 'in', ['decided', 'notified'])
      .where('submissions.decision', 'in', ['reject', 'review'])
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('dossiers').select('dossiers.run').whereRef('dossiers.submission_id', '=', 'submissions.id'))),
      )
      .orderBy('submissions.decided_at')
      .limit(limit)
      .execute();

/** Opens a dossier that should have been opened with the verdict: as of then, so that it is as late as it is. */
export const openLate =
  (db: Db, level: ServiceLevel): Dossiers['openLate'] =>
  (submission, run) =>
    db.transaction().execute(async (trx) => {
      const row = await trx
        .selectFrom('submissions')
        .selectAll()
        .where('id', '=', submission)
        .where('run', '=', run)
        .where('state', 'in', ['decided', 'notified'])
        .forUpdate()
        .executeTakeFirst();
      if (row === undefined || (await hasDossier(trx, submission))) return false;
      const kept = await trx
        .selectFrom('verdicts')
        .select('verdict')
        .where('submission_id', '=', submission)
        .where('run', '=', run)
        .executeTakeFirst();
      if (kept === undefined) return false;
      const verdict = await unpack<Verdict>(kept.verdict);
      await openDossier(trx, row, verdict, await identityOf(trx, verdict), level);
      return true;
    });

async function hasDossier(trx: Db, submission: string): Promise<boolean> {
  const row = await trx.selectFrom('dossiers').select('run').where('submission_id', '=', submission).executeTakeFirst();
  return row !== undefined;
}

async function identityOf(trx: Db, { provenance }: Verdict): Promise<PackageFacts['identity'] | null> {
  const row = await trx
    .selectFrom('package_facts')
    .select('facts')
    .where('sha256', '=', provenance.packageSha256)
    .where('inspector', '=', provenance.inspector)
    .executeTakeFirst();
  return row === undefined ? null : (await unpack<PackageFacts>(row.facts)).identity;
}

export const countOpen =
  (db: Db): Dossiers['countOpen'] =>
  () =>
    db
      .selectFrom('dossiers')
      .select([
        'verdict',
        sql<number>`count(*)::int`.as('count'),
        sql<number>`count(*) filter (where ${OVERDUE})::int`.as('overdue'),
      ])
      .where('state', 'in', ['open', 'proposed'])
      .groupBy('verdict')
      .orderBy('verdict')
      .execute();
