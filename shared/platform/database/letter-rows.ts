import type { Selectable } from 'kysely';
import type { DecisionKind, FindingJudgement } from '../../domain/review/decision.ts';
import type { Letter } from '../../domain/review/letter.ts';
import { accountNames } from './account-names.ts';
import type { ReviewTables } from './review-tables.ts';
import type { Db } from './tables.ts';

/** The decision that stands, as far as letters ask for it. */
export interface StandingDecision {
  readonly id: string;
  readonly run: number;
  readonly kind: DecisionKind;
  readonly reason: string;
  readonly deadline: string | null;
  readonly judgements: readonly FindingJudgement[];
  readonly finalAt: Date;
}

type Row = Selectable<ReviewTables['letters']>;

/** Rows as the rest of the house knows them. */
export async function lettersOf(db: Db, rows: readonly Row[]): Promise<Letter[]> {
  const name = await accountNames(
    db,
    rows.flatMap(({ created_by, updated_by, sent_by }) => [created_by, updated_by, sent_by]),
  );
  return rows.map((row) => ({
    id: row.id,
    submission: row.submission_id,
    run: row.run,
    decision: row.decision_id,
    state: row.state,
    content: row.content,
    version: row.version,
    createdBy: name(row.created_by),
    updatedBy: name(row.updated_by),
    updatedAt: row.updated_at.toISOString(),
    sentAt: row.sent_at?.toISOString() ?? null,
    sentBy: row.sent_by === null ? null : name(row.sent_by),
  }));
}

/** The effective decision of a submission. @param lock keeps it from being undone until the transaction ends */
export async function standingDecision(db: Db, submissionId: string, lock = false): Promise<StandingDecision | null> {
  const row = await db
    .selectFrom('decisions')
    .select(['id', 'run', 'kind', 'reason', 'deadline', 'judgements', 'final_at', 'at'])
    .where('submission_id', '=', submissionId)
    .where('state', '=', 'effective')
    .orderBy('number', 'desc')
    .limit(1)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  if (row === undefined) return null;
  const { id, run, kind, reason, deadline, judgements, final_at, at } = row;
  return { id, run, kind, reason, deadline, judgements, finalAt: final_at ?? at };
}
