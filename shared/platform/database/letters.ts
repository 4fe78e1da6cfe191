import { sql } from 'kysely';
import type { AccountName } from '../../domain/review/account.ts';
import type { Letter, LetterContent } from '../../domain/review/letter.ts';
import { writeDown } from './audit-log.ts';
import { letterChanges } from './letter-changes.ts';
import { lettersOf, type StandingDecision, standingDecision } from './letter-rows.ts';
import { type SendLetter, sendLetter } from './letter-sending.ts';
import type { Db } from './tables.ts';

export type { StandingDecision } from './letter-rows.ts';
export { recallLetters } from './letter-sending.ts';

/** A draft as it is first written. */
export interface NewLetter {
  readonly id: string;
  readonly submission: string;
  readonly run: number;
  /** The decision whose findings it tells; null before there is one. */
  readonly decision: string | null;
  readonly content: LetterContent;
}

/** What became of a change: done, somebody else was first, or the letter is frozen. */
export type LetterOutcome =
  | { readonly outcome: 'saved'; readonly letter: Letter }
  | { readonly outcome: 'stale' | 'sent'; readonly letter: Letter };

/** A letter as its store sees it. */
export interface ToldLetter {
  readonly letter: Letter;
  /** When the store could first see it. */
  readonly toldAt: Date;
}

export interface Letters {
  create(letter: NewLetter, by: AccountName): Promise<Letter>;
  find(id: string): Promise<Letter | null>;
  /** Newest first. */
  ofSubmission(submissionId: string): Promise<readonly Letter[]>;
  /** The submission's effective decision. */
  standingDecision(submissionId: string): Promise<StandingDecision | null>;
  /**
   * Saves a draft over the version that the editor saw.
   * @param made where it was generated anew: from which run and decision
   * @returns null when there is no such letter
   */
  save(
    id: string,
    version: number,
    content: LetterContent,
    by: AccountName,
    made?: { readonly run: number; readonly decision: string | null },
  ): Promise<LetterOutcome | null>;
  /** Freezes a draft and tells the store when the decision is final; see `sendLetter`. */
  send: SendLetter;
  /** Letters of a submission that its store has been told of, newest first. */
  told(submissionId: string): Promise<readonly ToldLetter[]>;
}

const create =
  (db: Db): Letters['create'] =>
  ({ id, submission, run, decision, content }, by) =>
    db.transaction().execute(async (trx) => {
      const row = await trx
        .insertInto('letters')
        .values({
          id,
          submission_id: submission,
          run,
          decision_id: decision,
          state: 'draft',
          content: JSON.stringify(content),
          created_by: by.id,
          updated_by: by.id,
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      const after = { version: row.version, run, decision, findings: content.items.map(({ fingerprint }) => fingerprint) };
      await writeDown(trx, { action: 'letter.saved', by, subject: { kind: 'letter', id }, submission, after });
      return (await lettersOf(trx, [row]))[0]!;
    });

const save =
  (db: Db): Letters['save'] =>
  (id, version, content, by, made) =>
    db.transaction().execute(async (trx) => {
      const row = await trx.selectFrom('letters').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
      if (row === undefined) return null;
      const [letter] = await lettersOf(trx, [row]);
      if (row.state !== 'draft') return { outcome: 'sent', letter: letter! };
      if (row.version !== version) return { outcome: 'stale', letter: letter! };
      const saved = await trx
        .updateTable('letters')
        .set({
          content: JSON.stringify(content),
          version: version + 1,
          updated_by: by.id,
          updated_at: sql<Date>`clock_timestamp()`,
          ...(made !== undefined && { run: made.run, decision_id: made.decision }),
        })
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirstOrThrow();
      const changes = letterChanges(row.content, content);
      await writeDown(trx, {
        action: 'letter.saved',
        by,
        subject: { kind: 'letter', id },
        submission: row.submission_id,
        before: { version, ...changes.before },
        after: { version: version + 1, ...changes.after },
      });
      return { outcome: 'saved', letter: (await lettersOf(trx, [saved]))[0]! };
    });

/** 整改通知: drafts that people edit, and letters that were sent and stay as they are. */
export const letters = (db: Db): Letters => ({
  create: create(db),
  save: save(db),
  send: sendLetter(db),
  standingDecision: (submissionId) => standingDecision(db, submissionId),
  find: async (id) => {
    const rows = await db.selectFrom('letters').selectAll().where('id', '=', id).execute();
    return (await lettersOf(db, rows))[0] ?? null;
  },
  ofSubmission: async (submissionId) => {
    const rows = await db
      .selectFrom('letters')
      .selectAll()
      .where('submission_id', '=', submissionId)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .execute();
    return lettersOf(db, rows);
  },
  told: async (submissionId) => {
    const toldAt = sql<Date>`greatest(letters.sent_at, decisions.final_at)`;
    const rows = await db
      .selectFrom('letters')
      .innerJoin('decisions', 'decisions.id', 'letters.decision_id')
      .selectAll('letters')
      .select(toldAt.as('told_at'))
      .where('letters.submission_id', '=', submissionId)
      .where('letters.state', '=', 'sent')
      .where(toldAt, '<=', sql<Date>`clock_timestamp()`)
      .orderBy('letters.sent_at', 'desc')
      .orderBy('letters.id', 'desc')
      .execute();
    const read = await lettersOf(db, rows);
    return read.map((letter, at) => ({ letter, toldAt: rows[at]!.told_at }));
  },
});
