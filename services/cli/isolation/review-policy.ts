import { loadRules } from '../../../shared/checks/registry.ts';
import { NO_RECORDS } from '../../../shared/domain/facts/records.ts';
import { knowledge } from '../../../shared/knowledge/index.ts';
import { type PolicyReview, reviewPolicy } from '../../../shared/pledge/policy-review.ts';
import { openLocalFile } from '../local-file.ts';
import { readPolicy } from './read-policy.ts';
import type { PolicyTask } from './task.ts';

/**
 * A policy on its own, or held against a package.
 * @throws InputError when the package cannot be inspected
 */
export async function reviewPolicyTask({ policy, package: path, listing }: PolicyTask): Promise<PolicyReview> {
  const facts = {
    package: path === null ? null : await inspectAt(path),
    policy: await readPolicy(policy),
    listing,
    records: NO_RECORDS,
  };
  return reviewPolicy(facts, await loadRules(), knowledge);
}

async function inspectAt(path: string) {
  // The inspector is much to load, and most policies come without a package.
  const { inspect } = await import('./inspect-package.ts');
  const file = await openLocalFile(path);
  try {
    return await inspect(file, file.beginDigest());
  } finally {
    await file.close();
  }
}
