import type { Submission } from '../../../shared/platform/database/repositories.ts';
import { Problem } from '../problems/problem.ts';

/** The answer where a verdict is asked for and there is none: it says where the submission stands. */
export function verdictPending(submission: Submission): Problem {
  const { state } = submission;
  const detail =
    state === 'failed'
      ? { zh: '机审未能完成，可重新发起', en: 'The review did not complete; it can be driven again' }
      : state === 'withdrawn' || state === 'superseded'
        ? { zh: '送审已终止，不会有机审结论', en: 'The submission has ended and will have no verdict' }
        : { zh: '机审进行中', en: 'The review is under way' };
  return new Problem('verdict-pending', detail, { state, submissionId: submission.id });
}
