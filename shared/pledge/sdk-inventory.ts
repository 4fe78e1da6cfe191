import type { ListingFacts } from '../domain/facts/listing.ts';
import type { PackageFacts } from '../domain/facts/package.ts';
import type { PolicyFacts } from '../domain/facts/policy.ts';
import type { Knowledge } from '../knowledge/types.ts';
import type { Report } from './report.ts';
import { reportSdks } from './report-sdks.ts';
import { reportThirdParty } from './report-third-party.ts';

/** The third-party code of one package by itself, as the report of a review has it. */
export interface SdkInventory extends Pick<Report, 'sdks' | 'thirdParty'> {
  readonly schema: 'sdk-inventory/1';
  readonly app: {
    readonly packageName: string | null;
    readonly versionName: string | null;
    readonly sha256: string;
  };
  /** Null where no policy was given. */
  readonly policy: { readonly outcome: PolicyFacts['outcome']; readonly reason: string | null } | null;
  /** Content hash of the knowledge that it was made with. */
  readonly knowledge: string;
}

/** What code of others a package holds, beside policy and listing where those are given. Pure. */
export function sdkInventory(
  facts: PackageFacts,
  policy: PolicyFacts | null,
  listing: ListingFacts | null,
  knowledge: Knowledge,
): SdkInventory {
  const { identity, sha256 } = facts;
  return {
    schema: 'sdk-inventory/1',
    app: { packageName: identity.packageName, versionName: identity.versionName, sha256 },
    policy: policy && { outcome: policy.outcome, reason: policy.reason },
    sdks: reportSdks(facts, policy, listing, knowledge),
    thirdParty: reportThirdParty(facts, knowledge),
    knowledge: knowledge.version,
  };
}
