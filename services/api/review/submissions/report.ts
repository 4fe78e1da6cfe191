import { operation } from '../../operation.ts';
import { submissionParams } from '../../submissions/parameters.ts';
import { verdictPending } from '../../submissions/pending.ts';
import { reportQuery } from '../../submissions/report-format.ts';
import { reportOf } from '../../submissions/report-of.ts';
import { REPORT_ACCEPT, REPORT_RESPONSE, reportReply } from '../../submissions/report-reply.ts';
import { anySubmission } from './any-submission.ts';

export const reviewReport = operation({
  id: 'reviewReport',
  method: 'get',
  path: '/v1/review/submissions/{id}/report',
  tag: 'review',
  summary: { zh: '供审核员查看的审核报告', en: 'The report, for reviewers' },
  description: {
    zh: '与商店看到的报告相同，格式也相同；重新检查期间给出上一轮的报告，轮次见 run。其中的文字不可信，展示时须转义。',
    en: 'The same as its store gets, in the same formats; while it is being checked again, that of the run before, which `run` names. Text in it is untrusted: escape it where it is shown.',
  },
  scope: null,
  right: 'read',
  params: submissionParams,
  query: reportQuery,
  headers: REPORT_ACCEPT,
  responses: { 200: REPORT_RESPONSE },
  problems: ['not-found', 'verdict-pending'],
  async handle({ ports, params, query, request, response }) {
    const submission = await anySubmission(ports, params.id);
    response.locals.submissionId = submission.id;
    const report = await reportOf(ports, submission);
    if (report === null) throw verdictPending(submission);
    return reportReply(request, query, report, submission);
  },
});
