import type { ListingFacts } from '../domain/facts/listing.ts';
import type { PackageFacts } from '../domain/facts/package.ts';
import type { PolicyFacts } from '../domain/facts/policy.ts';
import { detectSdks } from '../knowledge/sdks/detect.ts';
import type { Knowledge, SdkEntry } from '../knowledge/types.ts';
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
        policy: policy?.outcome !== 'read' ? 'unread' : namedInPolicy(sdk, policy) ? 'disclosed' : 'silent',
        listing: (listing.sdks ?? []).some(({ name }) => isNameOf(sdk, name)),
      }),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function namedInPolicy(sdk: SdkEntry, policy: PolicyFacts): boolean {
  return policy.sdkMentions.some((mention) => mention.sdk === sdk.id) || policy.sdkRows.some((row) => isNameOf(sdk, row.name));
}

/** Whether a name in a table or listing means this SDK: one of its names is in it, or it is in one of its names. */
function isNameOf(sdk: SdkEntry, name: string): boolean {
  const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
  const given = plain(name);
  return [sdk.name.zh, sdk.name.en, ...sdk.aliases].some((own) => {
    const known = plain(own);
    return known.length > 1 && (given.includes(known) || (given.length > 2 && known.includes(given)));
  });
}
