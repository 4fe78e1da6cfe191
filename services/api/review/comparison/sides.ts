import type { PackageFormat } from '../../../../shared/domain/facts/package.ts';
import { formatsOfSamePlatform } from '../../../../shared/domain/facts/platform-formats.ts';
import type { Database, Submission } from '../../../../shared/platform/database/repositories.ts';
import type { VersionSide } from '../../../../shared/pledge/versions/side.ts';
import { decidedOf } from '../../submissions/decided.ts';

/** By what versions of an app are told to belong together. */
export interface AppIdentity {
  /** The package's own name, else the listing's; null where neither says. */
  readonly packageName: string | null;
  readonly formats: readonly PackageFormat[];
}

/** A side of the comparison with the app it is of; null while there is no verdict. */
export async function sideOf(
  database: Database,
  submission: Submission,
): Promise<{ readonly side: VersionSide; readonly app: AppIdentity } | null> {
  const decided = await decidedOf(database, submission);
  if (decided === null) return null;
  const { run, at, verdict, package: facts, policy, listing, rulebook } = decided;
  const [reports, stored] = await Promise.all([
    database.reviews.reports(submission.id, run),
    submission.packageSha256 === null ? null : database.packages.find(submission.packageSha256),
  ]);
  const version = {
    submission: submission.id,
    run,
    appName: listing.app.name,
    versionName: facts?.identity.versionName ?? listing.app.versionName ?? null,
    versionCode: facts?.identity.versionCode ?? null,
    packageSha256: submission.packageSha256,
    decidedAt: at.toISOString(),
    verdict: verdict.decision,
    outcome: submission.finalOutcome,
  };
  const format = facts?.format ?? stored?.format;
  return {
    side: { version, verdict, reports, package: facts, policy, listing, rulebook: rulebook?.rulebook ?? null },
    app: {
      packageName: facts?.identity.packageName ?? listing.app.packageName ?? null,
      formats: format === undefined ? [] : formatsOfSamePlatform(format),
    },
  };
}

/** Whether two submissions are of one app: same store, same package name, packages of one platform. */
export function isSameApp(
  a: { readonly submission: Submission; readonly app: AppIdentity },
  b: { readonly submission: Submission; readonly app: AppIdentity },
): boolean {
  return (
    a.submission.storeId === b.submission.storeId &&
    a.app.packageName !== null &&
    a.app.packageName === b.app.packageName &&
    a.app.formats.some((format) => b.app.formats.includes(format))
  );
}
