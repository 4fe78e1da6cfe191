import type { AccountName } from '../../domain/review/account.ts';
import type { AppealAttachment, AppealState } from '../../domain/review/appeal.ts';
import { markClosed } from './appeal-closing.ts';
import type { AppealOutcome, ReviewerMessage } from './appeals.ts';
import { writeDown } from './audit-log.ts';
import { claimedByOther, lockDossier } from './decision-standing.ts';
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

/**
 * An appeal, locked after its submission and dossier: decisions take them in the same order.
 * @param by who answers; somebody else's claim keeps them from it
 */
async function lockAppeal(trx: Db, id: string, by: AccountName | null = null) {
  const known = await trx.selectFrom('appeals').select('submission_id').where('id', '=', id).executeTakeFirst();
  if (known === undefined) return null;
  const dossier = await lockDossier(trx, known.submission_id);
  const appeal = await trx.selectFrom('appeals').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
  const claimed = dossier === null || by === null ? null : await claimedByOther(trx, dossier, by);
  return { appeal, claimed: claimed?.refused === 'claimed' ? claimed : null };
}

/** What keeps anything more from being said; null while the thread is open. */
function closedOutcome({ state }: { readonly state: AppealState }): AppealOutcome | null {
  return state === 'open' ? null : { outcome: 'closed', state };
}

export async function followUp(trx: Db, id: string, message: DeveloperMessage): Promise<AppealOutcome | null> {
  const locked = await lockAppeal(trx, id);
  if (locked === null) return null;
  const { appeal } = locked;
  const refused = (await usedBefore(trx, message)) ?? closedOutcome(appeal);
  if (refused !== null) return refused;
  if ((await countMessages(trx, id)) >= MOST_MESSAGES) return { outcome: 'full' };
  await insertDeveloperMessage(trx, id, message);
  await touchDossier(trx, appeal.submission_id);
  return { outcome: 'done', appeal: id };
}

export async function answerAppeal(trx: Db, id: string, message: ReviewerMessage): Promise<AppealOutcome | null> {
  const locked = await lockAppeal(trx, id, message.by);
  if (locked === null) return null;
  const { appeal, claimed } = locked;
  const refused = closedOutcome(appeal) ?? (claimed && { outcome: 'claimed' as const, by: claimed.by, until: claimed.until });
  if (refused !== null) return refused;
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
  const locked = await lockAppeal(trx, id, message.by);
  if (locked === null) return null;
  const { appeal, claimed } = locked;
  const refused = closedOutcome(appeal) ?? (claimed && { outcome: 'claimed' as const, ...claimed });
  if (refused !== null) return refused;
  await insertAnswer(trx, id, appeal.submission_id, message);
  await markClosed(trx, id, state);
  // Upheld, the submission waits for the decision that follows from it.
  if (state === 'dismissed') await restoreDossier(trx, appeal.submission_id);
  await writeClosed(trx, id, appeal.submission_id, state, message);
  return { outcome: 'done', appeal: id };
}

export async function withdrawAppeal(trx: Db, id: string): Promise<AppealOutcome | null> {
  const locked = await lockAppeal(trx, id);
  if (locked === null) return null;
  const { appeal } = locked;
  if (appeal.state === 'withdrawn') return { outcome: 'same', appeal: id };
  const refused = closedOutcome(appeal);
  if (refused !== null) return refused;
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
