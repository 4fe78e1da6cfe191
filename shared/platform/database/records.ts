import { sql } from 'kysely';
import { appName } from './app-name.ts';
import { insertRulebook } from './rulebooks.ts';
import type { Records } from './run-records.ts';
import { submissionOf } from './submission-row.ts';
import type { Db } from './tables.ts';

const of =
  (db: Db): Records['of'] =>
  async (submissionId, run) => {
    const row = await db
      .selectFrom('review_records')
      .select(['records', 'rulebook'])
      .where('submission_id', '=', submissionId)
      .where('run', '=', run)
      .executeTakeFirst();
    return row ?? null;
  };

/** The platform's records of each run. What is there is kept: all jobs of a run judge with the same. */
export const records = (db: Db): Records => ({
  of: of(db),
  keep: async (submissionId, run, made, rulebook, packageName) => {
    await db.transaction().execute(async (trx) => {
      await insertRulebook(trx, rulebook);
      const row = { submission_id: submissionId, run, records: JSON.stringify(made), rulebook: rulebook.rulebook.sha256 };
      const { numInsertedOrUpdatedRows } = await trx
        .insertInto('review_records')
        .values(row)
        .onConflict((conflict) => conflict.columns(['submission_id', 'run']).doNothing())
        .executeTakeFirstOrThrow();
      if (numInsertedOrUpdatedRows === 0n || packageName === null) return;
      await trx
        .updateTable('submissions')
        .set({ identity_name: appName(packageName) })
        .where('id', '=', submissionId)
        .execute();
    });
    // Read anew: another process may have been first.
    return (await of(db)(submissionId, run))!;
  },
  previousApproved: async ({ id, storeId, createdAt }, packageName, formats) => {
    const row = await db
      .selectFrom('submissions')
      .innerJoin('packages', 'packages.sha256', 'submissions.package_sha256')
      .selectAll('submissions')
      .where('submissions.store_id', '=', storeId)
      .where(sql<boolean>`coalesce(submissions.identity_name, submissions.package_name) = ${appName(packageName)}`)
      // Not as a parameter: the index is of these rows alone.
      .where(sql<boolean>`coalesce(submissions.final_outcome, submissions.decision) = 'approve'`)
      .where(sql<boolean>`(submissions.created_at, submissions.id) < (${createdAt}::timestamptz, ${id})`)
      // What may still be undone within the minute is nothing to compare a run with for ever.
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('decisions')
              .select('decisions.id')
              .whereRef('decisions.submission_id', '=', 'submissions.id')
              .where('decisions.state', '=', 'effective')
              .where('decisions.final_at', '>', sql<Date>`clock_timestamp()`),
          ),
        ),
      )
      .where('packages.format', 'in', formats)
      .orderBy('submissions.created_at', 'desc')
      .orderBy('submissions.id', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row === undefined ? null : submissionOf(row);
  },
});
