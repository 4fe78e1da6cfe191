import { sql } from 'kysely';
import type { PackageFormat } from '../../domain/facts/package.ts';
import type { ComparableVersion } from '../../domain/review/version-comparison.ts';
import { appName } from './app-name.ts';
import { LISTING_APP } from './listing-app.ts';
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
        LISTING_APP.as('listing'),
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
      versionName: row.listing.app.versionName ?? null,
      createdAt: row.created_at.toISOString(),
      verdict: row.decision,
      outcome: row.final_outcome,
    }));
  },
});
