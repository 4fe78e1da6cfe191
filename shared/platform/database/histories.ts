import { sql } from 'kysely';
import { formatsOfSamePlatform } from '../../domain/facts/platform-formats.ts';
import type { HistoryEntry } from '../../domain/review/dossier.ts';
import { LISTING_APP } from './listing-app.ts';
import { records } from './records.ts';
import type { Submission } from './repositories.ts';
import type { Db } from './tables.ts';

/** Other submissions that belong to one: of its app and of its developer, in the same store. */
export interface Histories {
  /** Newest first, the submission itself left out. Versions of an app know each other by the package's own name, else the listing's. */
  ofApp(submission: Submission, limit: number): Promise<readonly HistoryEntry[]>;
  ofDeveloper(submission: Submission, limit: number): Promise<readonly HistoryEntry[]>;
  /** The version that was approved last before this one, on the same platform: what a comparison begins with. */
  previousApproved(submission: Submission): Promise<Submission | null>;
}

const NAME = sql<string | null>`coalesce(submissions.identity_name, submissions.package_name)`;

async function nameOf(db: Db, submission: Submission): Promise<string | null> {
  const row = await db.selectFrom('submissions').select(NAME.as('name')).where('id', '=', submission.id).executeTakeFirst();
  return row?.name ?? null;
}

const entries = (db: Db, { id, storeId }: Submission, limit: number) =>
  db
    .selectFrom('submissions')
    .select(['id', 'run', LISTING_APP.as('listing'), 'created_at', 'state', 'decision', 'final_outcome', NAME.as('name')])
    .where('store_id', '=', storeId)
    .where('id', '!=', id)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);

type Row = Awaited<ReturnType<ReturnType<typeof entries>['execute']>>[number];

const entryOf = (row: Row): HistoryEntry => ({
  submission: row.id,
  run: row.run,
  appName: row.listing.app.name,
  packageName: row.name,
  versionName: row.listing.app.versionName ?? null,
  createdAt: row.created_at.toISOString(),
  state: row.state,
  verdict: row.decision,
  outcome: row.final_outcome,
});

export const histories = (db: Db): Histories => ({
  ofApp: async (submission, limit) => {
    const name = await nameOf(db, submission);
    if (name === null) return [];
    const rows = await entries(db, submission, limit).where(NAME, '=', name).execute();
    return rows.map(entryOf);
  },
  ofDeveloper: async (submission, limit) => {
    const developer = db.selectFrom('submissions as own').select('own.developer_id').where('own.id', '=', submission.id);
    const rows = await entries(db, submission, limit).where('developer_id', '=', developer).execute();
    return rows.map(entryOf);
  },
  previousApproved: async (submission) => {
    const name = await nameOf(db, submission);
    if (name === null || submission.packageSha256 === null) return null;
    const kept = await db
      .selectFrom('packages')
      .select('format')
      .where('sha256', '=', submission.packageSha256)
      .executeTakeFirst();
    return kept === undefined ? null : records(db).previousApproved(submission, name, formatsOfSamePlatform(kept.format));
  },
});
