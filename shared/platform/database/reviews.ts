import { sql } from 'kysely';
import type { CheckReport } from '../../domain/check.ts';
import type { ServiceLevel } from '../../domain/review/service-level.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { openDossier } from './dossier-opening.ts';
import { insertEvent } from './event-row.ts';
import { pack, unpack } from './packed.ts';
import type { Reviews } from './repositories.ts';
import type { Db } from './tables.ts';
import { transition } from './transition.ts';

const decide =
  (db: Db, level: ServiceLevel): Reviews['decide'] =>
  async (submissionId, run, verdict, event, identity = null) => {
    const packed = await pack(verdict);
    return db.transaction().execute(async (trx) => {
      const change = { decision: verdict.decision, decided_at: sql<Date>`clock_timestamp()` };
      const moved = await transition(trx, submissionId, run, 'decide', change);
      if (moved === null) return false;
      await trx
        .insertInto('verdicts')
        .values({ submission_id: submissionId, run, decision: verdict.decision, verdict: packed })
        .onConflict((conflict) => conflict.columns(['submission_id', 'run']).doNothing())
        .execute();
      await insertEvent(trx, submissionId, run, moved.callback_url, event);
      await openDossier(trx, moved, verdict, identity, level);
      return true;
    });
  };

const results = (db: Db, submissionId: string, run: number) =>
  db.selectFrom('check_results').where('submission_id', '=', submissionId).where('run', '=', run).orderBy('check_name');

/**
 * What the checks left behind, and the verdict made of it.
 * @param level how soon a dossier that a verdict opens is due
 */
export const reviews = (db: Db, level: ServiceLevel): Reviews => ({
  decide: decide(db, level),
  keepReport: async (submissionId, run, report) => {
    const packed = await pack(report);
    // A report is better than the note that there is none: a check that was given up may still have come through.
    await db
      .insertInto('check_results')
      .values({ submission_id: submissionId, run, check_name: report.check, report: packed, failure: null })
      .onConflict((conflict) =>
        conflict
          .columns(['submission_id', 'run', 'check_name'])
          .doUpdateSet({ report: packed, failure: null, at: sql<Date>`clock_timestamp()` }),
      )
      .execute();
  },
  reports: async (submissionId, run) => {
    const rows = await results(db, submissionId, run).select('report').where('report', 'is not', null).execute();
    return Promise.all(rows.map(({ report }) => unpack<CheckReport>(report!)));
  },
  keepFailure: async (submissionId, run, missing) => {
    await db
      .insertInto('check_results')
      .values({ submission_id: submissionId, run, check_name: missing.check, report: null, failure: JSON.stringify(missing) })
      .onConflict((conflict) => conflict.columns(['submission_id', 'run', 'check_name']).doNothing())
      .execute();
  },
  failures: async (submissionId, run) => {
    const rows = await results(db, submissionId, run).select('failure').where('failure', 'is not', null).execute();
    return rows.map(({ failure }) => failure!);
  },
  verdict: async (submissionId) => {
    const row = await db
      .selectFrom('verdicts')
      .select(['run', 'verdict', 'at'])
      .where('submission_id', '=', submissionId)
      .orderBy('run', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row === undefined ? null : { run: row.run, verdict: await unpack<Verdict>(row.verdict), at: row.at };
  },
  progress: async (submissionId, run) => {
    const rows = await results(db, submissionId, run)
      .select(['check_name', 'at', sql<boolean>`report is not null`.as('completed')])
      .execute();
    return rows.map(({ check_name, at, completed }) => ({ check: check_name, status: completed ? 'completed' : 'failed', at }));
  },
});
