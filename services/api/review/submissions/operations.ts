import type { AnyOperation } from '../../operation.ts';
import { policyWindow } from './policy.ts';
import { reviewReport } from './report.ts';
import { rerunSubmission } from './rerun.ts';
import { viewSubmission } from './view.ts';

/** One submission, as reviewers look at it. */
export const REVIEWED_SUBMISSION_OPERATIONS: readonly AnyOperation[] = [
  viewSubmission,
  reviewReport,
  policyWindow,
  rerunSubmission,
];
