import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { AccountName } from '../../domain/review/account.ts';
import type { AuditAction, AuditEntry } from '../../domain/review/audit.ts';
import { plain } from './plain-text.ts';
import type { Db } from './tables.ts';

/** What somebody did, as it is handed over to be written down. */
export interface NewAuditEntry {
  readonly action: AuditAction;
  /** Null for what the machine or the store's backend did. */
  readonly by: AccountName | null;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly submission?: string | null;
  /** JSON values; no passwords, tokens or keys. */
  readonly before?: unknown;
  readonly after?: unknown;
}

export interface AuditFilter {
  readonly submission?: string;
  readonly account?: string;
  readonly action?: AuditAction;
  readonly from?: Date;
  readonly to?: Date;
}

export interface AuditVerification {
  /** How many fit. */
  readonly entries: number;
  readonly broken: string | null;
  readonly head: string | null;
}

export interface AuditLog {
  /** For what has no transaction of its own to be written down in; see `writeDown` for what has. */
  add(entry: NewAuditEntry): Promise<void>;
  /** Newest first. @param page.before number of the last entry of the page before */
  list(filter: AuditFilter, page: { readonly limit: number; readonly before?: string }): Promise<readonly AuditEntry[]>;
  /**
   * Walks the chain from the oldest entry.
   * @returns the number of the first entry that does not fit, null when all do, and the hash of the last one that fits: whoever keeps it
   *   elsewhere can tell that the end of the log was cut off, which the chain itself does not show
   */
  verify(): Promise<AuditVerification>;
}

/** Any number that nobody else locks in a transaction. */
const LOCK = '5190377410012206437';
const BEGINNING = '0'.repeat(64);

/**
 * Adds an entry in the caller's transaction: what is done and that it was done are kept together or not at all. Writers wait for each other,
 * so that each entry chains to the one before; call it last in the transaction, so that they wait briefly.
 */
export async function writeDown(trx: Db, entry: NewAuditEntry): Promise<void> {
  await sql`select pg_advisory_xact_lock(${LOCK}::bigint)`.execute(trx);
  const last = await trx.selectFrom('audit_log').select(['number', 'hash']).orderBy('number', 'desc').limit(1).executeTakeFirst();
  const row = {
    number: String(BigInt(last?.number ?? '0') + 1n),
    at: new Date(),
    action: entry.action,
    by_account: entry.by?.id ?? null,
    by_name: entry.by === null ? null : whole(entry.by.displayName),
    subject_kind: entry.subject.kind,
    subject_id: whole(entry.subject.id),
    submission_id: entry.submission ?? null,
    before: jsonOf(entry.before),
    after: jsonOf(entry.after),
  };
  await trx
    .insertInto('audit_log')
    .values({ ...row, hash: hashOf(last?.hash ?? BEGINNING, row) })
    .execute();
}

/** As the column will hold it, for what is hashed is read back: half a character is written as U+FFFD. */
const whole = (text: string): string => plain(text).replaceAll(/\p{Cs}/gu, '\ufffd');

const jsonOf = (value: unknown): string | null => (value === undefined || value === null ? null : JSON.stringify(value));

interface Hashed {
  readonly number: string;
  readonly at: Date;
  readonly action: string;
  readonly by_account: string | null;
  readonly by_name: string | null;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly submission_id: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

function hashOf(previous: string, row: Hashed): string {
  const { number, at, action, by_account, by_name, subject_kind, subject_id, submission_id, before, after } = row;
  const content = [number, at.toISOString(), action, by_account, by_name, subject_kind, subject_id, submission_id, before, after];
  return createHash('sha256').update(previous).update(JSON.stringify(content)).digest('hex');
}

/** Entries that are walked at a time. */
const BATCH = 1_000;

async function verify(db: Db): Promise<AuditVerification> {
  let previous = BEGINNING;
  let number = '0';
  let entries = 0;
  for (;;) {
    const rows = await db
      .selectFrom('audit_log')
      .selectAll()
      // As they were written: read as values they might be written otherwise.
      .select([sql<string | null>`before::text`.as('before'), sql<string | null>`after::text`.as('after')])
      .where('number', '>', number)
      .orderBy('number')
      .limit(BATCH)
      .execute();
    for (const row of rows) {
      const next = String(BigInt(number) + 1n);
      const written = row as unknown as Hashed & { readonly hash: string };
      if (row.number !== next || hashOf(previous, written) !== row.hash)
        return { entries, broken: row.number, head: entries === 0 ? null : previous };
      previous = row.hash;
      number = next;
      entries += 1;
    }
    if (rows.length < BATCH) return { entries, broken: null, head: entries === 0 ? null : previous };
  }
}

/** What people did, in order, for ever. */
export const auditLog = (db: Db): AuditLog => ({
  add: (entry) => db.transaction().execute((trx) => writeDown(trx, entry)),
  verify: () => verify(db),
  list: async ({ submission, account, action, from, to }, { limit, before }) => {
    const rows = await db
      .selectFrom('audit_log')
      .selectAll()
      .$if(submission !== undefined, (query) => query.where('submission_id', '=', submission!))
      .$if(account !== undefined, (query) => query.where('by_account', '=', account!))
      .$if(action !== undefined, (query) => query.where('action', '=', action!))
      .$if(from !== undefined, (query) => query.where('at', '>=', from!))
      .$if(to !== undefined, (query) => query.where('at', '<', to!))
      .$if(before !== undefined, (query) => query.where('number', '<', before!))
      .orderBy('number', 'desc')
      .limit(limit)
      .execute();
    return rows.map((row) => ({
      number: row.number,
      at: row.at.toISOString(),
      action: row.action,
      by: row.by_account === null ? null : { id: row.by_account, displayName: row.by_name ?? '' },
      subject: { kind: row.subject_kind, id: row.subject_id },
      submission: row.submission_id,
      before: row.before,
      after: row.after,
      hash: row.hash,
    }));
  },
});
