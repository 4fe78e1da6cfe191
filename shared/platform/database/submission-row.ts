import type { Selectable } from 'kysely';
import type { Submission } from './repositories.ts';
import type { Tables } from './tables.ts';

/** A row of `submissions` as the rest of the house knows it. */
export const submissionOf = (row: Selectable<Tables['submissions']>): Submission => ({
  id: row.id,
  storeId: row.store_id,
  state: row.state,
  run: row.run,
  listing: row.listing,
  origin: row.origin,
  packageSha256: row.package_sha256,
  policyDocument: row.policy_document,
  callbackUrl: row.callback_url,
  decision: row.decision,
  finalOutcome: row.final_outcome,
  failure: row.failure,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  decidedAt: row.decided_at,
});
