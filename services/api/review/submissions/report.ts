import { reportSchema } from '../../../../shared/pledge/index.ts';
import { operation } from '../../operation.ts';
import { lasting } from '../../submissions/lasting.ts';
import { submissionParams } from '../../submissions/parameters.ts';
import { verdictPending } from '../../submissions/pending.ts';
import { reportOf } from '../../submissions/report-of.ts';
import { anySubmission } from './any-submission.ts';

export const reviewReport = operation({
  id: 'reviewReport',
  method: 'get',
  path: '/v1/review/submissions/{id}/report',
  tag: 'review',
  summary: { zh: '供审核员查看的审核报告', en: 'The report, for reviewers' },
  description: {
    zh: '与商店看到的报告相同（JSON）；重新检查期间给出上一轮的报告，轮次见 run。其中的文字不可信，展示时须转义。',
    en: 'The same as its store gets (JSON); while it is being checked again, that of the run before, which `run` names. Text in it is untrusted: escape it where it is shown.',
  },
  scope: null,
  right: 'read',
  params: submissionParams,
  responses: {
    200: {
      description: { zh: '报告', en: 'The report' },
      schema: reportSchema,
      headers: { ETag: { zh: '报告不变则不变', en: 'Changes only with the report' } },
    },
  },
  problems: ['not-found', 'verdict-pending'],
  async handle({ ports, params, response }) {
    const submission = await anySubmission(ports, params.id);
    response.locals.submissionId = submission.id;
    const body = await reportOf(ports, submission);
    if (body === null) throw verdictPending(submission);
    return { status: 200, body, headers: lasting(body) };
  },
});
