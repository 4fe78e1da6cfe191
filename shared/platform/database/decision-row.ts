import type { Selectable } from 'kysely';
import type { Decision } from '../../domain/review/decision.ts';
import type { ReviewTables } from './review-tables.ts';
import type { Db } from './tables.ts';

/** Decisions with the names of the people who made them. */
export const decisionsWithNames = (db: Db) =>
  db
    .selectFrom('decisions')
    .innerJoin('accounts as maker', 'maker.id', 'decisions.by_account')
    .leftJoin('accounts as second', 'second.id', 'decisions.second_by')
    .selectAll('decisions')
    .select(['maker.display_name as maker_name', 'second.display_name as second_name']);

type Row = Selectable<ReviewTables['decisions']> & { readonly maker_name: string; readonly second_name: string | null };

/** A row of `decisions` as the rest of the house knows it. */
export const decisionOf = (row: Row): Decision => ({
  id: row.id,
  submission: row.submission_id,
  run: row.run,
  kind: row.kind,
  outcome: row.outcome,
  state: row.state,
  verdict: row.verdict,
  reason: row.reason,
  note: row.note,
  cannedReason: row.canned_reason,
  deadline: row.deadline,
  judgements: row.judgements,
  waivers: row.waivers,
  appeal: row.appeal,
  by: { id: row.by_account, displayName: row.maker_name },
  at: row.at.toISOString(),
  second:
    row.second_by === null || row.second_at === null
      ? null
      : {
          by: { id: row.second_by, displayName: row.second_name ?? '' },
          at: row.second_at.toISOString(),
          comment: row.second_comment ?? '',
        },
  finalAt: row.final_at?.toISOString() ?? null,
});

/** A decision as it is at this moment, also within a transaction. */
export async function findDecision(db: Db, id: string): Promise<Decision | null> {
  const row = await decisionsWithNames(db).where('decisions.id', '=', id).executeTakeFirst();
  return row === undefined ? null : decisionOf(row);
}
