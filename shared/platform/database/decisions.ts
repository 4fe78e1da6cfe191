import { sql } from 'kysely';
import { confirm, decline, make } from './decision-making.ts';
import type { Decisions } from './decision-records.ts';
import { decisionOf, decisionsWithNames, findDecision } from './decision-row.ts';
import { undo } from './decision-undo.ts';
import type { Db } from './tables.ts';

export type { Decisions, Done, Effect, FinalDecision, PreparedDecision, Refused } from './decision-records.ts';

/** What people have decided. Rows are added and never changed but for their state. */
export const decisions = (db: Db): Decisions => ({
  find: (id) => findDecision(db, id),
  ofSubmission: async (submissionId) => {
    const rows = await decisionsWithNames(db)
      .where('decisions.submission_id', '=', submissionId)
      .orderBy('decisions.number', 'desc')
      .execute();
    return rows.map(decisionOf);
  },
  final: async (submissionId, run) => {
    const row = await db
      .selectFrom('decisions')
      .select(['id', 'kind', 'outcome', 'reason', 'deadline', 'final_at'])
      .where('submission_id', '=', submissionId)
      .where('run', '=', run)
      // One that was replaced was told, and holds for the store until the one that replaced it is final too.
      .where('state', 'in', ['effective', 'superseded'])
      .where('final_at', '<=', sql<Date>`clock_timestamp()`)
      .orderBy('final_at', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (row?.final_at == null) return null;
    const { final_at, ...decision } = row;
    return { ...decision, finalAt: final_at.toISOString() };
  },
  make: make(db),
  confirm: confirm(db),
  decline: decline(db),
  undo: undo(db),
});
