import { signingCertificates } from '../../shared/checks/signers.ts';
import { dayInChina } from '../../shared/domain/day.ts';
import type { PackageFacts, PackageFormat, SignatureScheme } from '../../shared/domain/facts/package.ts';
import { FORMATS_OF_PLATFORM, formatsOfSamePlatform } from '../../shared/domain/facts/platform-formats.ts';
import type { PreviousVersion } from '../../shared/domain/facts/records.ts';
import { INSPECTOR_VERSION } from '../../shared/inspection/index.ts';
import type { Database, Submission } from '../../shared/platform/database/repositories.ts';

/** Newest first. A v4 signature has no say of its own: it stands beside one of the others. */
const SCHEMES: readonly SignatureScheme[] = ['v3.1', 'v3', 'v2', 'v1', 'hap', 'rpk'];

/**
 * The version of this app that was approved last before this submission: same store, package name and platform; null where there is
 * none, or where its facts are of a kind that cannot be compared with today's. Facts by today's inspector come first.
 */
export async function previousVersion(
  { records, reviews, facts }: Pick<Database, 'records' | 'reviews' | 'facts'>,
  submission: Submission,
  present: PackageFacts,
): Promise<PreviousVersion | null> {
  const name = packageNameOf(submission, present);
  if (name === null) return null;
  const approved = await records.previousApproved(submission, name, formatsLike(present));
  if (approved === null || approved.packageSha256 === null || approved.decidedAt === null) return null;
  const verdict = await reviews.verdict(approved.id);
  if (verdict === null) return null;
  const kept =
    (await facts.package(approved.packageSha256, INSPECTOR_VERSION)) ??
    (await facts.package(approved.packageSha256, verdict.verdict.provenance.inspector));
  if (kept?.schema !== 'package-facts/2') return null;
  return {
    submission: approved.id,
    packageSha256: approved.packageSha256,
    versionName: kept.identity.versionName,
    versionCode: kept.identity.versionCode,
    approvedOn: dayInChina(approved.decidedAt),
    targetSdk: kept.identity.targetSdk,
    permissions: [...new Set(kept.permissions.map((permission) => permission.name))].sort(),
    signers: signersOf(kept),
  };
}

/** The package's own name; what the listing says counts only where the package tells none. */
export function packageNameOf(submission: Pick<Submission, 'listing'>, facts: PackageFacts): string | null {
  return facts.identity.packageName ?? submission.listing.app.packageName ?? null;
}

function formatsLike({ platform, format }: PackageFacts): readonly PackageFormat[] {
  return platform === null ? formatsOfSamePlatform(format) : FORMATS_OF_PLATFORM[platform];
}

/** None for a bundle, whose certificate is that of the upload, nor where the signature was not read whole: half of it is not known. */
function signersOf(facts: PackageFacts): string[] {
  if (signingCertificates(facts).length === 0) return [];
  const { signers } = facts.signing;
  const certificates = (scheme: SignatureScheme) =>
    signers.filter((signer) => signer.scheme === scheme).flatMap((signer) => signer.certificates.slice(0, 1));
  const newest = SCHEMES.map(certificates).find((found) => found.length > 0) ?? [];
  return [...new Set(newest.map(({ sha256 }) => sha256))].sort();
}
