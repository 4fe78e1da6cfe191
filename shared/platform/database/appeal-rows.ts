import { type Selectable, sql } from 'kysely';
import type { Appeal, AppealMessage } from '../../domain/review/appeal.ts';
import { accountNames } from './account-names.ts';
import type { ReviewTables } from './review-tables.ts';
import type { Db } from './tables.ts';

type AppealRow = Selectable<ReviewTables['appeals']>;

/**
 * Appeals with their threads, oldest first.
 * @param reader `store` sees a decision's answer once the decision is final; until then the appeal is still open to it
 */
export async function readAppeals(
  db: Db,
  where: { readonly submission?: string; readonly id?: string },
  reader: 'reviewer' | 'store' = 'reviewer',
): Promise<Appeal[]> {
  const rows = await db
    .selectFrom('appeals')
    .leftJoin('decisions', 'decisions.id', 'appeals.closed_by_decision')
    .selectAll('appeals')
    .select(sql<boolean>`coalesce(decisions.final_at > clock_timestamp(), false)`.as('untold'))
    .$if(where.submission !== undefined, (query) => query.where('appeals.submission_id', '=', where.submission!))
    .$if(where.id !== undefined, (query) => query.where('appeals.id', '=', where.id!))
    .orderBy('appeals.opened_at')
    .orderBy('appeals.id')
    .execute();
  if (rows.length === 0) return [];
  const hidden = new Set(reader === 'store' ? rows.flatMap((row) => (row.untold ? (row.closed_by_decision ?? []) : [])) : []);
  const messages = await messagesOf(db, rows, hidden);
  return rows.map((row): Appeal => {
    const stillOpen = row.closed_by_decision !== null && hidden.has(row.closed_by_decision);
    return {
      id: row.id,
      submission: row.submission_id,
      decision: row.decision_id,
      state: stillOpen ? 'open' : row.state,
      openedAt: row.opened_at.toISOString(),
      dueAt: row.due_at.toISOString(),
      closedAt: stillOpen ? null : (row.closed_at?.toISOString() ?? null),
      messages: messages.get(row.id) ?? [],
    };
  });
}

/** Messages by appeal, in their order. */
async function messagesOf(
  db: Db,
  appeals: readonly AppealRow[],
  hidden: ReadonlySet<string>,
): Promise<Map<string, AppealMessage[]>> {
  const ids = appeals.map(({ id }) => id);
  const all = await db.selectFrom('appeal_messages').selectAll().where('appeal_id', 'in', ids).orderBy('number').execute();
  const rows = all.filter(({ decision_id }) => decision_id === null || !hidden.has(decision_id));
  const files =
    rows.length === 0
      ? []
      : await db
          .selectFrom('appeal_attachments')
          .selectAll()
          .where(
            'message_id',
            'in',
            rows.map(({ id }) => id),
          )
          .orderBy('number')
          .execute();
  const name = await accountNames(
    db,
    rows.map(({ by_account }) => by_account),
  );
  const threads = new Map<string, AppealMessage[]>();
  for (const row of rows) {
    const message: AppealMessage = {
      id: row.id,
      from: row.sender,
      by: row.by_account === null ? null : name(row.by_account),
      text: row.body,
      at: row.at.toISOString(),
      attachments: files
        .filter(({ message_id }) => message_id === row.id)
        .map(({ id, file_name, media_type, bytes, sha256 }) => ({
          id,
          fileName: file_name,
          mediaType: media_type,
          bytes: Number(bytes),
          sha256,
        })),
    };
    const thread = threads.get(row.appeal_id);
    if (thread === undefined) threads.set(row.appeal_id, [message]);
    else thread.push(message);
  }
  return threads;
}
