import { sql } from 'kysely';
import { NEXT } from '../../domain/submission.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { plain } from './plain-text.ts';
import type { NewSubmission, Submission, SubmissionFilter, Submissions } from './repositories.ts';
import { rerun } from './rerun.ts';
import { countByState, failedUntold, pending, recentDecisionSeconds, toldButDecided } from './submission-progress.ts';
import { submissionOf } from './submission-row.ts';
import type { Db } from './tables.ts';
import { transition } from './transition.ts';

const json = (value: unknown): string | null => (value === null || value === undefined ? null : JSON.stringify(value));

async function load(db: Db, id: string): Promise<Submission | null> {
  const row = await db.selectFrom('submissions').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : submissionOf(row);
}

async function insert(db: Db, row: NewSubmission): Promise<Submission | null> {
  const inserted = await db
    .insertInto('submissions')
    .values({
      id: row.id,
      store_id: row.storeId,
      state: row.state,
      listing: JSON.stringify(row.listing),
      origin: JSON.stringify(row.origin),
      package_sha256: row.packageSha256,
      policy_document: json(row.policyDocument),
      callback_url: row.callbackUrl,
      package_name: row.listing.app.packageName === undefined ? null : plain(row.listing.app.packageName),
      developer_id: plain(row.listing.developer.id),
    })
    // The same id again is the same call again, whose answer was lost with a connection.
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returningAll()
    .executeTakeFirst();
  return inserted === undefined ? null : submissionOf(inserted);
}

const create =
  (db: Db): Submissions['create'] =>
  (row) =>
    db.transaction().execute(async (trx) => {
      const { idempotency } = row;
      if (idempotency !== null) {
        // Waits for a transaction that inserts the same key at this moment, then sees its row.
        const taken = await trx
          .insertInto('idempotency_keys')
          .values({
            store_id: row.storeId,
            key: plain(idempotency.key),
            fingerprint: idempotency.fingerprint,
            submission_id: row.id,
          })
          .onConflict((conflict) => conflict.columns(['store_id', 'key']).doNothing())
          .executeTakeFirst();
        if (taken.numInsertedOrUpdatedRows === 0n) {
          const earlier = await trx
            .selectFrom('idempotency_keys')
            .select(['fingerprint', 'submission_id'])
            .where('store_id', '=', row.storeId)
            .where('key', '=', plain(idempotency.key))
            .executeTakeFirstOrThrow();
          const submission = await load(trx, earlier.submission_id);
          return earlier.fingerprint === idempotency.fingerprint && submission !== null
            ? { outcome: 'same', submission }
            : { outcome: 'conflict', submissionId: earlier.submission_id };
        }
      }
      const created = await insert(trx, row);
      if (created !== null) return { outcome: 'created', submission: created };
      const submission = await load(trx, row.id);
      return submission !== null && submission.storeId === row.storeId
        ? { outcome: 'same', submission }
        : { outcome: 'conflict', submissionId: row.id };
    });

function filtered(db: Db, filter: SubmissionFilter) {
  const { state, decision, packageName, developerId, packageSha256, createdAfter, createdBefore } = filter;
  return db
    .selectFrom('submissions')
    .selectAll()
    .where('store_id', '=', filter.storeId)
    .$if(state !== undefined, (query) => query.where('state', '=', state!))
    .$if(decision !== undefined, (query) => query.where('decision', '=', decision!))
    .$if(packageName !== undefined, (query) => query.where('package_name', '=', plain(packageName!)))
    .$if(developerId !== undefined, (query) => query.where('developer_id', '=', plain(developerId!)))
    .$if(packageSha256 !== undefined, (query) => query.where('package_sha256', '=', packageSha256!))
    .$if(createdAfter !== undefined, (query) => query.where('created_at', '>', createdAfter!))
    .$if(createdBefore !== undefined, (query) => query.where('created_at', '<', createdBefore!));
}

const list =
  (db: Db): Submissions['list'] =>
  async (filter, { limit, cursor }) => {
    const after = cursor === undefined ? null : readCursor(cursor);
    const rows = await filtered(db, filter)
      .$if(after !== null, (query) => query.where(sql<boolean>`(created_at, id) < (${after!.at}::timestamptz, ${after!.id})`))
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute();
    const page = rows.slice(0, limit).map(submissionOf);
    const last = page.at(-1);
    return {
      rows: page,
      nextCursor: rows.length > limit && last !== undefined ? writeCursor({ at: last.createdAt, id: last.id }) : null,
    };
  };

const redrive =
  (db: Db): Submissions['redrive'] =>
  (id) =>
    db.transaction().execute(async (trx) => {
      const row = await trx.selectFrom('submissions').select(['run', 'package_sha256']).where('id', '=', id).executeTakeFirst();
      if (row === undefined) return null;
      // A submission that failed before its package was stored has to retrieve it first, whatever the table says of the others.
      const from = row.package_sha256 === null ? 'received' : NEXT.failed.redrive;
      const moved = await transition(trx, id, row.run, 'redrive', { run: row.run + 1, failure: null }, ({ state }) =>
        state === 'failed' ? from : undefined,
      );
      return moved === null ? null : submissionOf(moved);
    });

const findByKey =
  (db: Db): Submissions['findByKey'] =>
  async (storeId, key) => {
    const known = await db
      .selectFrom('idempotency_keys')
      .select(['fingerprint', 'submission_id'])
      .where('store_id', '=', storeId)
      .where('key', '=', plain(key))
      .executeTakeFirst();
    const submission = known === undefined ? null : await load(db, known.submission_id);
    return known === undefined || submission === null ? null : { submission, fingerprint: known.fingerprint };
  };

/** Submissions, their states, their log and their idempotency keys. */
export const submissions = (db: Db): Submissions => ({
  create: create(db),
  find: (id) => load(db, id),
  findByKey: findByKey(db),
  list: list(db),
  redrive: redrive(db),
  rerun: rerun(db),
  apply: (id, run, event, change) =>
    db.transaction().execute(async (trx) => {
      const moved = await transition(trx, id, run, event, {
        ...(change?.packageSha256 === undefined ? {} : { package_sha256: change.packageSha256 }),
        ...(change?.failure === undefined ? {} : { failure: json(change.failure) }),
      });
      return moved === null ? null : submissionOf(moved);
    }),
  pending: pending(db),
  toldButDecided: toldButDecided(db),
  failedUntold: failedUntold(db),
  countByState: countByState(db),
  recentDecisionSeconds: recentDecisionSeconds(db),
  transitions: async (id) => {
    const rows = await db.selectFrom('transitions').selectAll().where('submission_id', '=', id).orderBy('number').execute();
    return rows.map((row) => ({ at: row.at, run: row.run, from: row.from_state, to: row.to_state, event: row.event }));
  },
});
