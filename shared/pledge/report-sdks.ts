import { sdksInListing, sdksInPolicy } from '../checks/sdk-disclosure.ts';
import type { ListingFacts } from '../domain/facts/listing.ts';
import type { PackageFacts } from '../domain/facts/package.ts';
import type { PolicyFacts } from '../domain/facts/policy.ts';
import { detectSdks } from '../knowledge/sdks/detect.ts';
import type { Knowledge } from '../knowledge/types.ts';
import type { Report } from './report.ts';

type ReportSdk = Report['sdks'][number];

/** Every known SDK found in the package, by id, beside whether policy and listing name it. */
export function reportSdks(
  facts: PackageFacts | null,
  policy: PolicyFacts | null,
  listing: ListingFacts,
  knowledge: Knowledge,
): ReportSdk[] {
  if (facts === null) return [];
  const inPolicy = policy?.outcome === 'read' ? sdksInPolicy(policy, knowledge) : null;
  const inListing = sdksInListing(listing, knowledge);
  return detectSdks(facts, knowledge)
    .map(
      ({ sdk, level, confidence, packages }): ReportSdk => ({
        id: sdk.id,
        name: sdk.name,
        operator: sdk.operator,
        category: sdk.category,
        level,
        confidence,
        collects: sdk.collects,
        packages: packages.map(({ prefix }) => prefix),
        policy: inPolicy === null ? 'unread' : inPolicy.has(sdk.id) ? 'disclosed' : 'silent',
        listing: inListing.has(sdk.id),
        privacyUrl: sdk.privacyUrl,
      }),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
