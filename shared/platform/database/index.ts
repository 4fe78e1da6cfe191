import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { type ServiceLevel, STANDARD_SERVICE_LEVEL } from '../../domain/review/service-level.ts';
import { accounts } from './accounts.ts';
import { appVersions } from './app-versions.ts';
import { appeals } from './appeals.ts';
import { auditLog } from './audit-log.ts';
import { cannedReasons } from './canned-reasons.ts';
import { decisions } from './decisions.ts';
import { deliveries } from './deliveries.ts';
import { dossiers } from './dossiers.ts';
import { mappingErrors } from './errors.ts';
import { facts } from './facts.ts';
import { grantedWaivers } from './granted-waivers.ts';
import { histories } from './histories.ts';
import { letters } from './letters.ts';
import { LossTolerantClient } from './lost-client.ts';
import { overviewFigures } from './overview.ts';
import { packages } from './packages.ts';
import { providerAccounts } from './provider-accounts.ts';
import { records } from './records.ts';
import type { Database } from './repositories.ts';
import { reviews } from './reviews.ts';
import { rulebooks } from './rulebooks.ts';
import { savedViews } from './saved-views.ts';
import { sessions } from './sessions.ts';
import { shelf } from './shelf.ts';
import { signInAttempts } from './sign-in-attempts.ts';
import { stores } from './stores.ts';
import { submissions } from './submissions.ts';
import type { Tables } from './tables.ts';

export { migrate } from './migrate.ts';

export interface DatabaseOptions {
  /** Most connections that are held; default 10. */
  readonly maxConnections?: number;
  /** Shown in `pg_stat_activity`. */
  readonly applicationName?: string;
  /** How soon a person is to decide what the machine did not approve. */
  readonly serviceLevel?: ServiceLevel;
  /** Told of idle connections that were lost; the pool makes new ones by itself. */
  readonly onLost?: (error: Error) => void;
}

/**
 * Opens a database whose tables `migrate` has made. Connections are made when needed: a server that is down throws at the first call.
 * Every method throws TransientError when the database cannot be reached, restarts, or asks for the transaction to be tried again.
 */
export async function openDatabase(url: string, options: DatabaseOptions = {}): Promise<Database> {
  const pool = new pg.Pool({
    Client: LossTolerantClient,
    connectionString: url,
    max: options.maxConnections ?? 10,
    application_name: options.applicationName ?? 'shelfgate',
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    // The server's limits, and a little above them ours, for a server that is gone without a word.
    statement_timeout: 60_000,
    idle_in_transaction_session_timeout: 60_000,
    query_timeout: 65_000,
    allowExitOnIdle: true,
  });
  // Without a listener the loss of an idle connection would end the process.
  pool.on('error', (error) => options.onLost?.(error));
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const { check } = mappingErrors({
    check: async () => {
      await sql`select 1`.execute(db);
    },
  });
  const level = options.serviceLevel ?? STANDARD_SERVICE_LEVEL;
  let closing: Promise<void> | null = null;
  return {
    submissions: mappingErrors(submissions(db)),
    packages: mappingErrors(packages(db)),
    facts: mappingErrors(facts(db)),
    reviews: mappingErrors(reviews(db, level)),
    records: mappingErrors(records(db)),
    rulebooks: mappingErrors(rulebooks(db)),
    shelf: mappingErrors(shelf(db)),
    deliveries: mappingErrors(deliveries(db)),
    dossiers: mappingErrors(dossiers(db, level)),
    histories: mappingErrors(histories(db)),
    savedViews: mappingErrors(savedViews(db)),
    stores: mappingErrors(stores(db)),
    accounts: mappingErrors(accounts(db)),
    providerAccounts: mappingErrors(providerAccounts(db)),
    sessions: mappingErrors(sessions(db)),
    signInAttempts: mappingErrors(signInAttempts(db)),
    audit: mappingErrors(auditLog(db)),
    decisions: mappingErrors(decisions(db)),
    waivers: mappingErrors(grantedWaivers(db)),
    reasons: mappingErrors(cannedReasons(db)),
    letters: mappingErrors(letters(db)),
    appeals: mappingErrors(appeals(db)),
    versions: mappingErrors(appVersions(db)),
    overview: mappingErrors(overviewFigures(db)),
    check,
    close: () => {
      closing ??= db.destroy().then(() => (pool.ended ? undefined : pool.end()));
      return closing;
    },
  };
}
