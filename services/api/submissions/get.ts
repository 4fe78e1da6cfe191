import { ownSubmission } from '../access/authorise.ts';
import { operation } from '../operation.ts';
import { submissionDetailSchema } from '../schemas/submission.ts';
import { submissionParams } from './parameters.ts';
import { presentReview, presentSubmission } from './present.ts';
import { progressOf } from './progress.ts';

export const getSubmission = operation({
  id: 'getSubmission',
  method: 'get',
  path: '/v1/submissions/{id}',
  tag: 'submissions',
  summary: { zh: '送审的状态与各阶段进度', en: 'State of a submission and its progress, stage by stage' },
  scope: 'submissions:read',
  params: submissionParams,
  responses: { 200: { description: { zh: '送审', en: 'The submission' }, schema: submissionDetailSchema } },
  problems: ['not-found'],
  async handle({ ports, caller, params, response }) {
    const { submissions, reviews, decisions } = ports.database;
    const submission = await ownSubmission(ports, caller, params.id);
    response.locals.submissionId = submission.id;
    const [transitions, checks, missing, final] = await Promise.all([
      submissions.transitions(submission.id),
      reviews.progress(submission.id, submission.run),
      reviews.failures(submission.id, submission.run),
      decisions.final(submission.id, submission.run),
    ]);
    const body = {
      ...presentSubmission(submission, ports.configuration.publicUrl),
      progress: progressOf(submission, transitions, checks),
      missingChecks: missing.map(({ check, reason }) => ({ check, reason })),
      review: final && presentReview(final),
    };
    return { status: 200, body };
  },
});
