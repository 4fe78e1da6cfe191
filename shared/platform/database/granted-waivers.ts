import { type Selectable, sql } from 'kysely';
import type { AccountName } from '../../domain/review/account.ts';
import type { Decision } from '../../domain/review/decision.ts';
import type { GrantedWaiver } from '../../domain/review/granted-waiver.ts';
import { writeDown } from './audit-log.ts';
import { plain } from './plain-text.ts';
import type { ReviewTables } from './review-tables.ts';
import type { Db } from './tables.ts';

/** A waiver that an effective decision brings. */
export type NewGrantedWaiver = Omit<GrantedWaiver, 'revokedAt'>;

/** `holds` includes those whose first day is still to come; none can be granted so. */
export const WAIVER_STATES = ['holds', 'expired', 'revoked'] as const;
export type WaiverState = (typeof WAIVER_STATES)[number];

export interface WaiverFilter {
  readonly store?: string;
  /** Package name. */
  readonly app?: string;
  readonly state?: WaiverState;
}

export interface GrantedWaivers {
  /**
   * Those of a store that join its rulebook: not revoked, and not over before a day. In the order in which they were granted.
   * @param notOverBefore `YYYY-MM-DD`
   */
  inForce(storeId: string, notOverBefore: string): Promise<readonly GrantedWaiver[]>;
  /** Which of these are ids of granted waivers, whatever has become of them. */
  idsAmong(ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Newest first. @param day today, which tells those that are over */
  list(
    filter: WaiverFilter,
    day: string,
    page: { readonly limit: number; readonly offset: number },
  ): Promise<{ readonly rows: readonly GrantedWaiver[]; readonly total: number }>;
  /** Ends a waiver now; `already` when it was revoked before, null when there is none. */
  revoke(id: string, by: AccountName, reason: string): Promise<GrantedWaiver | 'already' | null>;
}

type Row = Selectable<ReviewTables['granted_waivers']> & { readonly by_name: string };

const waiverOf = (row: Row): GrantedWaiver => ({
  id: row.id,
  store: row.store_id,
  rule: row.rule,
  app: row.app,
  certificate: row.certificate,
  subject: row.subject,
  reason: row.reason,
  by: { id: row.by_account, displayName: row.by_name },
  granted: row.granted,
  expires: row.expires,
  decision: row.decision_id,
  submission: row.submission_id,
  revokedAt: row.revoked_at?.toISOString() ?? null,
});

const waiversWithNames = (db: Db) =>
  db
    .selectFrom('granted_waivers')
    .innerJoin('accounts', 'accounts.id', 'granted_waivers.by_account')
    .selectAll('granted_waivers')
    .select('accounts.display_name as by_name');

/** Grants waivers within the transaction of their decision. */
export async function grantWaivers(trx: Db, waivers: readonly NewGrantedWaiver[]): Promise<void> {
  if (waivers.length === 0) return;
  const rows = waivers.map(({ store, by, decision, submission, ...waiver }) => ({
    ...waiver,
    reason: plain(waiver.reason),
    store_id: store,
    by_account: by.id,
    decision_id: decision,
    submission_id: submission,
  }));
  await trx.insertInto('granted_waivers').values(rows).execute();
}

/** Revokes what a decision has granted, within the transaction that undoes it. @returns their ids */
export async function revokeWaiversOf(trx: Db, decisionId: string, by: AccountName): Promise<readonly string[]> {
  const rows = await trx
    .updateTable('granted_waivers')
    .set({ revoked_at: sql<Date>`clock_timestamp()`, revoked_by: by.id })
    .where('decision_id', '=', decisionId)
    .where('revoked_at', 'is', null)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * Revokes what earlier decisions about this submission have waived of rules whose findings now stand, within the transaction of the decision
 * that says so. @returns their ids
 */
export async function revokeWaiversAgainst(
  trx: Db,
  { id, submission, judgements }: Decision,
  by: AccountName,
): Promise<readonly string[]> {
  const standing = [...new Set(judgements.filter(({ outcome }) => outcome === 'stands').map(({ rule }) => rule))];
  if (standing.length === 0) return [];
  const rows = await trx
    .updateTable('granted_waivers')
    .set({ revoked_at: sql<Date>`clock_timestamp()`, revoked_by: by.id, revoked_for: id })
    .where('submission_id', '=', submission)
    .where('decision_id', '!=', id)
    .where('rule', '=', sql<string>`any(${standing}::text[])`)
    .where('revoked_at', 'is', null)
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}

/** Waivers that were revoked for a decision hold again once it is undone. @returns their ids */
export async function restoreWaiversFor(trx: Db, decisionId: string): Promise<readonly string[]> {
  const rows = await trx
    .updateTable('granted_waivers')
    .set({ revoked_at: null, revoked_by: null, revoked_for: null })
    .where('revoked_for', '=', decisionId)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

const matching =
  (db: Db) =>
  ({ store, app, state }: WaiverFilter, day: string) =>
    waiversWithNames(db)
      .$if(store !== undefined, (query) => query.where('granted_waivers.store_id', '=', store!))
      .$if(app !== undefined, (query) => query.where('granted_waivers.app', '=', plain(app!)))
      .$if(state === 'revoked', (query) => query.where('granted_waivers.revoked_at', 'is not', null))
      .$if(state === 'holds', (query) =>
        query.where('granted_waivers.revoked_at', 'is', null).where('granted_waivers.expires', '>=', day),
      )
      .$if(state === 'expired', (query) =>
        query.where('granted_waivers.revoked_at', 'is', null).where('granted_waivers.expires', '<', day),
      );

/** Waivers that reviewers have granted. */
export const grantedWaivers = (db: Db): GrantedWaivers => ({
  inForce: async (storeId, notOverBefore) => {
    const rows = await waiversWithNames(db)
      .where('granted_waivers.store_id', '=', storeId)
      .where('granted_waivers.revoked_at', 'is', null)
      .where('granted_waivers.expires', '>=', notOverBefore)
      .orderBy('granted_waivers.created_at')
      .orderBy('granted_waivers.id')
      .execute();
    return rows.map(waiverOf);
  },
  idsAmong: async (ids) => {
    if (ids.length === 0) return new Set();
    const rows = await db
      .selectFrom('granted_waivers')
      .select('id')
      .where(sql<boolean>`id = any(${[...ids]}::text[])`)
      .execute();
    return new Set(rows.map(({ id }) => id));
  },
  list: async (filter, day, { limit, offset }) => {
    const [rows, counted] = await Promise.all([
      matching(db)(filter, day)
        .orderBy('granted_waivers.created_at', 'desc')
        .orderBy('granted_waivers.id')
        .limit(limit)
        .offset(offset)
        .execute(),
      matching(db)(filter, day).clearSelect().select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow(),
    ]);
    return { rows: rows.map(waiverOf), total: counted.count };
  },
  revoke: (id, by, reason) =>
    db.transaction().execute(async (trx) => {
      const revoked = await trx
        .updateTable('granted_waivers')
        .set({ revoked_at: sql<Date>`clock_timestamp()`, revoked_by: by.id })
        .where('id', '=', id)
        .where('revoked_at', 'is', null)
        .executeTakeFirst();
      const row = await waiversWithNames(trx).where('granted_waivers.id', '=', id).executeTakeFirst();
      if (row === undefined) return null;
      if (revoked.numUpdatedRows === 0n) return 'already';
      const waiver = waiverOf(row);
      await writeDown(trx, {
        action: 'waiver.revoked',
        by,
        subject: { kind: 'waiver', id },
        submission: waiver.submission,
        before: { ...waiver, revokedAt: null },
        after: { ...waiver, reason: waiver.reason, revocation: reason },
      });
      return waiver;
    }),
});
