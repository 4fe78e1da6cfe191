import type { z } from 'zod';
import type { FinalDecision } from '../../../shared/platform/database/decision-records.ts';
import type { Submission } from '../../../shared/platform/database/repositories.ts';
import type { reviewSchema } from '../schemas/review-outcome.ts';
import type { acceptedSchema, submissionSchema } from '../schemas/submission.ts';
import { linksOf } from './links.ts';

/** A submission as its store sees it: nothing of other stores, nothing of where objects lie. */
export function presentSubmission(submission: Submission, publicUrl: string | null): z.infer<typeof submissionSchema> {
  const { schema: _schema, ...listing } = submission.listing;
  const policy = submission.policyDocument;
  return {
    id: submission.id,
    state: submission.state,
    run: submission.run,
    decision: submission.decision,
    listing: structuredClone(listing) as z.infer<typeof submissionSchema>['listing'],
    package: { origin: submission.origin, sha256: submission.packageSha256 },
    privacyPolicy: policy && {
      sha256: policy.sha256,
      mediaType: policy.mediaType,
      fileName: policy.fileName,
      bytes: policy.bytes,
    },
    callbackUrl: submission.callbackUrl,
    failure: submission.failure && { code: submission.failure.code, text: submission.failure.text },
    createdAt: submission.createdAt.toISOString(),
    updatedAt: submission.updatedAt.toISOString(),
    decidedAt: submission.decidedAt?.toISOString() ?? null,
    links: linksOf(publicUrl, submission.id),
  };
}

/** A person's final decision as the store sees it. */
export function presentReview({ finalAt, ...decision }: FinalDecision): z.infer<typeof reviewSchema> {
  return { state: decision.outcome === 'rectify' ? 'rectifying' : 'decided', ...decision, at: finalAt };
}

/** The acknowledgement of a submission that is on its way. */
export function presentAccepted(
  submission: Submission,
  publicUrl: string | null,
  estimatedWaitSeconds: number,
): z.infer<typeof acceptedSchema> {
  return { id: submission.id, state: submission.state, links: linksOf(publicUrl, submission.id), estimatedWaitSeconds };
}
