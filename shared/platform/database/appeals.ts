import type { AccountName } from '../../domain/review/account.ts';
import type { Appeal, AppealAttachment, AppealState } from '../../domain/review/appeal.ts';
import { answerAppeal, closeByReviewer, type DeveloperMessage, followUp, withdrawAppeal } from './appeal-messages.ts';
import { openAppeal } from './appeal-opening.ts';
import { readAppeals } from './appeal-rows.ts';
import type { NewEvent } from './delivery-records.ts';
import type { Db } from './tables.ts';

export { type AnsweringDecision, closeAppeal, reopenAppeal } from './appeal-closing.ts';
export type { DeveloperMessage, KeptAttachment } from './appeal-messages.ts';

/** A developer's first message, with what the appeal it opens is called. */
export interface NewAppeal {
  readonly id: string;
  readonly submission: string;
  readonly dueAt: Date;
  readonly message: DeveloperMessage;
}

/** Why nothing can be appealed: another appeal is open, nothing negative stands, it is being checked anew, or no longer matters. */
export type NotAppealable = 'already-open' | 'nothing-negative' | 'not-decided' | 'moot';

/** `same`: the idempotency key was used for this very message before. `key-taken`: for another one. */
export type AppealOutcome =
  | { readonly outcome: 'done' | 'same'; readonly appeal: string }
  | { readonly outcome: 'key-taken' }
  | { readonly outcome: 'closed'; readonly state: AppealState }
  | { readonly outcome: 'full' }
  /** By another reviewer, who works on the dossier at this moment. */
  | { readonly outcome: 'claimed'; readonly by: AccountName; readonly until: string }
  | { readonly outcome: NotAppealable };

/** A reviewer's message, and the event that tells the store. */
export interface ReviewerMessage {
  readonly id: string;
  readonly text: string;
  readonly by: AccountName;
  readonly event: NewEvent;
}

export interface Appeals {
  /** Against the final decision, or the machine's rejection while there is none; puts the dossier back into the queue. */
  open(appeal: NewAppeal): Promise<AppealOutcome>;
  /** One more message of the developer. Null when there is no such appeal. */
  followUp(appeal: string, message: DeveloperMessage): Promise<AppealOutcome | null>;
  withdraw(appeal: string): Promise<AppealOutcome | null>;
  /** @returns also the event's id where one was written */
  answer(appeal: string, message: ReviewerMessage): Promise<AppealOutcome | null>;
  /** Without a new decision; the one that stood stands. */
  close(appeal: string, state: 'upheld' | 'dismissed', message: ReviewerMessage): Promise<AppealOutcome | null>;
  find(id: string): Promise<Appeal | null>;
  /** Oldest first. */
  ofSubmission(submissionId: string): Promise<readonly Appeal[]>;
  /** The same as the store may see it: an answer that comes with a decision once the decision is final. */
  told(submissionId: string): Promise<readonly Appeal[]>;
  /** What an idempotency key of this store was used for. */
  findByKey(
    storeId: string,
    key: string,
  ): Promise<{ readonly appeal: string; readonly submission: string; readonly fingerprint: string } | null>;
  attachment(id: string): Promise<(AppealAttachment & { readonly objectKey: string; readonly submission: string }) | null>;
  /** Of these object keys, those at which an attachment lies. */
  owned(objectKeys: readonly string[]): Promise<ReadonlySet<string>>;
}

const attachment =
  (db: Db): Appeals['attachment'] =>
  async (id) => {
    const row = await db
      .selectFrom('appeal_attachments')
      .innerJoin('appeal_messages', 'appeal_messages.id', 'appeal_attachments.message_id')
      .innerJoin('appeals', 'appeals.id', 'appeal_messages.appeal_id')
      .selectAll('appeal_attachments')
      .select('appeals.submission_id')
      .where('appeal_attachments.id', '=', id)
      .executeTakeFirst();
    if (row === undefined) return null;
    return {
      id: row.id,
      fileName: row.file_name,
      mediaType: row.media_type,
      bytes: Number(row.bytes),
      sha256: row.sha256,
      objectKey: row.object_key,
      submission: row.submission_id,
    };
  };

/** 申诉: what developers say against a decision, and what they are answered. */
export const appeals = (db: Db): Appeals => ({
  open: (appeal) => db.transaction().execute((trx) => openAppeal(trx, appeal)),
  followUp: (appeal, message) => db.transaction().execute((trx) => followUp(trx, appeal, message)),
  withdraw: (appeal) => db.transaction().execute((trx) => withdrawAppeal(trx, appeal)),
  answer: (appeal, message) => db.transaction().execute((trx) => answerAppeal(trx, appeal, message)),
  close: (appeal, state, message) => db.transaction().execute((trx) => closeByReviewer(trx, appeal, state, message)),
  find: async (id) => (await readAppeals(db, { id }))[0] ?? null,
  ofSubmission: (submission) => readAppeals(db, { submission }),
  told: (submission) => readAppeals(db, { submission }, 'store'),
  attachment: attachment(db),
  findByKey: async (storeId, key) => {
    const row = await db
      .selectFrom('appeal_requests')
      .innerJoin('appeal_messages', 'appeal_messages.id', 'appeal_requests.message_id')
      .innerJoin('appeals', 'appeals.id', 'appeal_messages.appeal_id')
      .select(['appeals.id', 'appeals.submission_id', 'appeal_requests.fingerprint'])
      .where('appeal_requests.store_id', '=', storeId)
      .where('appeal_requests.key', '=', key)
      .executeTakeFirst();
    return row === undefined ? null : { appeal: row.id, submission: row.submission_id, fingerprint: row.fingerprint };
  },
  owned: async (objectKeys) => {
    if (objectKeys.length === 0) return new Set();
    const rows = await db.selectFrom('appeal_attachments').select('object_key').where('object_key', 'in', objectKeys).execute();
    return new Set(rows.map(({ object_key }) => object_key));
  },
});
