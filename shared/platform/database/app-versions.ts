import { sql } from 'kysely';
import type { ListingFacts } from '../../domain/facts/listing.ts';
import type { PackageFormat } from '../../domain/facts/package.ts';
import type { ComparableVersion } from '../../domain/review/version-comparison.ts';
import { appName } from './app-name.ts';
import type { Submission } from './repositories.ts';
import type { Db } from './tables.ts';

/** Submissions of one app: same store, same package name, packages of one platform. */
export interface AppVersions {
  /** Those with a verdict, newest first, without the given one. */
  others(
    submission: Pick<Submission, 'id' | 'storeId'>,
    packageName: string,
    formats: readonly PackageFormat[],
    limit: number,
  ): Promise<readonly ComparableVersion[]>;
}

/**
 * PostgreSQL looks into no JSON that has half a character or U+0000 anywhere, and the whole query would fail: those few are read here. What
 * is written with an escape may have one.
 */
const PLAIN = sql<boolean>`(position('\\u' in submissions.listing::text) = 0)`;

export const appVersions = (db: Db): AppVersions => ({
  others: async ({ id, storeId }, packageName, formats, limit) => {
    const rows = await db
      .selectFrom('submissions')
      .innerJoin('packages', 'packages.sha256', 'submissions.package_sha256')
      .select([
        'submissions.id',
        'submissions.created_at',
        'submissions.decision',
        'submissions.final_outcome',
        sql<string | null>`case when ${PLAIN} then submissions.listing #> '{app,versionName}' end`.as('version_name'),
        sql<ListingFacts | null>`case when not ${PLAIN} then submissions.listing end`.as('listing'),
      ])
      .where('submissions.store_id', '=', storeId)
      .where(sql<boolean>`coalesce(submissions.identity_name, submissions.package_name) = ${appName(packageName)}`)
      .where('submissions.id', '<>', id)
      .where('submissions.decision', 'is not', null)
      .where('packages.format', 'in', formats)
      .orderBy('submissions.created_at', 'desc')
      .orderBy('submissions.id', 'desc')
      .limit(limit)
      .execute();
    return rows.map((row) => ({
      submission: row.id,
      versionName: row.listing === null ? row.version_name : (row.listing.app.versionName ?? null),
      createdAt: row.created_at.toISOString(),
      verdict: row.decision,
      outcome: row.final_outcome,
    }));
  },
});
