import type { AppealAttachment, AppealState } from '../../domain/review/appeal.ts';
import { markClosed } from './appeal-closing.ts';
import type { AppealOutcome, ReviewerMessage } from './appeals.ts';
import { writeDown } from './audit-log.ts';
import { insertEvent } from './event-row.ts';
import { standingDecision } from './letter-rows.ts';
import { plain } from './plain-text.ts';
import type { Db } from './tables.ts';

/** A file whose bytes lie in the object store. */
export interface KeptAttachment extends AppealAttachment {
  readonly objectKey: string;
}

/** What a store passes on from a developer. */
export interface DeveloperMessage {
  readonly id: string;
  readonly text: string;
  readonly attachments: readonly KeptAttachment[];
  readonly idempotency: { readonly storeId: string; readonly key: string; readonly fingerprint: string } | null;
}

/** Nobody reads more, and a thread that grows without end is no thread. */
const MOST_MESSAGES = 100;

/** Writes a developer's message below its appeal. */
export async function insertDeveloperMessage(trx: Db, appeal: string, message: DeveloperMessage): Promise<void> {
  const { id, text, attachments, idempotency } = message;
  await trx
    .insertInto('appeal_messages')
    .values({ id, appeal_id: appeal, sender: 'developer', body: JSON.stringify(text) })
    .execute();
  if (attachments.length > 0) {
    await trx
      .insertInto('appeal_attachments')
      .values(
        attachments.map((file) => ({
          id: file.id,
          message_id: id,
          file_name: plain(file.fileName),
          media_type: file.mediaType,
          bytes: file.bytes,
          sha256: file.sha256,
          object_key: file.objectKey,
        })),
      )
      .execute();
  }
  if (idempotency === null) return;
  const { storeId, key, fingerprint } = idempotency;
  await trx.insertInto('appeal_requests').values({ store_id: storeId, key, fingerprint, message_id: id }).execute();
}

/** What the key of a message was used for before; null when it is new or there is none. */
export async function usedBefore(trx: Db, { idempotency }: DeveloperMessage): Promise<AppealOutcome | null> {
  if (idempotency === null) return null;
  const row = await trx
    .selectFrom('appeal_requests')
    .innerJoin('appeal_messages', 'appeal_messages.id', 'appeal_requests.message_id')
    .select(['appeal_requests.fingerprint', 'appeal_messages.appeal_id'])
    .where('appeal_requests.store_id', '=', idempotency.storeId)
    .where('appeal_requests.key', '=', idempotency.key)
    .executeTakeFirst();
  if (row === undefined) return null;
  return row.fingerprint === idempotency.fingerprint ? { outcome: 'same', appeal: row.appeal_id } : { outcome: 'key-taken' };
}

const lockAppeal = (trx: Db, id: string) =>
  trx.selectFrom('appeals').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export async function followUp(trx: Db, id: string, message: DeveloperMessage): Promise<AppealOutcome | null> {
  const appeal = await lockAppeal(trx, id);
  if (appeal === undefined) return null;
  const used = await usedBefore(trx, message);
  if (used !== null) return used;
  if (appeal.state !== 'open') return { outcome: 'closed', state: appeal.state };
  if ((await countMessages(trx, id)) >= MOST_MESSAGES) return { outcome: 'full' };
  await insertDeveloperMessage(trx, id, message);
  await touchDossier(trx, appeal.submission_id);
  return { outcome: 'done', appeal: id };
}

export async function answerAppeal(trx: Db, id: string, message: ReviewerMessage): Promise<AppealOutcome | null> {
  const appeal = await lockAppeal(trx, id);
  if (appeal === undefined) return null;
  if (appeal.state !== 'open') return { outcome: 'closed', state: appeal.state };
  await insertAnswer(trx, id, appeal.submission_id, message);
  await touchDossier(trx, appeal.submission_id);
  await writeDown(trx, {
    action: 'appeal.answered',
    by: message.by,
    subject: { kind: 'appeal', id },
    submission: appeal.submission_id,
    after: { message: message.id, text: message.text },
  });
  return { outcome: 'done', appeal: id };
}

export async function closeByReviewer(
  trx: Db,
  id: string,
  state: 'upheld' | 'dismissed',
  message: ReviewerMessage,
): Promise<AppealOutcome | null> {
  const appeal = await lockAppeal(trx, id);
  if (appeal === undefined) return null;
  if (appeal.state !== 'open') return { outcome: 'closed', state: appeal.state };
  await insertAnswer(trx, id, appeal.submission_id, message);
  await markClosed(trx, id, state);
  // Upheld, the submission waits for the decision that follows from it.
  if (state === 'dismissed') await restoreDossier(trx, appeal.submission_id);
  await writeClosed(trx, id, appeal.submission_id, state, message);
  return { outcome: 'done', appeal: id };
}

export async function withdrawAppeal(trx: Db, id: string): Promise<AppealOutcome | null> {
  const appeal = await lockAppeal(trx, id);
  if (appeal === undefined) return null;
  if (appeal.state === 'withdrawn') return { outcome: 'same', appeal: id };
  if (appeal.state !== 'open') return { outcome: 'closed', state: appeal.state };
  await markClosed(trx, id, 'withdrawn');
  await restoreDossier(trx, appeal.submission_id);
  await writeClosed(trx, id, appeal.submission_id, 'withdrawn', null);
  return { outcome: 'done', appeal: id };
}

const writeClosed = (trx: Db, id: string, submission: string, state: AppealState, message: ReviewerMessage | null) =>
  writeDown(trx, {
    action: 'appeal.closed',
    by: message?.by ?? null,
    subject: { kind: 'appeal', id },
    submission,
    before: { state: 'open' },
    after: { state, ...(message !== null && { message: message.id, text: message.text }) },
  });

async function insertAnswer(trx: Db, appeal: string, submission: string, message: ReviewerMessage): Promise<void> {
  await trx
    .insertInto('appeal_messages')
    .values({
      id: message.id,
      appeal_id: appeal,
      sender: 'reviewer',
      by_account: message.by.id,
      body: JSON.stringify(message.text),
    })
    .execute();
  const { callback_url, run } = await trx
    .selectFrom('submissions')
    .select(['callback_url', 'run'])
    .where('id', '=', submission)
    .executeTakeFirstOrThrow();
  await insertEvent(trx, submission, run, callback_url, { ...message.event, subject: message.id });
}

async function countMessages(trx: Db, appeal: string): Promise<number> {
  const { count } = await trx
    .selectFrom('appeal_messages')
    .select((select) => select.fn.countAll<string>().as('count'))
    .where('appeal_id', '=', appeal)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** A dossier without an appeal any more stands where its decision left it; without a decision it waits as before. */
async function restoreDossier(trx: Db, submission: string): Promise<void> {
  const decision = await standingDecision(trx, submission);
  if (decision === null) return;
  await trx
    .updateTable('dossiers')
    .set({ state: decision.kind === 'rectify' ? 'rectifying' : 'decided' })
    .where('submission_id', '=', submission)
    .where('state', '=', 'open')
    .execute();
}

/** Live updates show the thread's dossier anew: the trigger gives every updated row a new number. */
async function touchDossier(trx: Db, submission: string): Promise<void> {
  await trx
    .updateTable('dossiers')
    .set((set) => ({ state: set.ref('state') }))
    .where('submission_id', '=', submission)
    .execute();
}
