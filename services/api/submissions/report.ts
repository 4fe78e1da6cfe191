import { ownSubmission } from '../access/authorise.ts';
import { operation } from '../operation.ts';
import { submissionParams } from './parameters.ts';
import { verdictPending } from './pending.ts';
import { reportQuery } from './report-format.ts';
import { reportOf } from './report-of.ts';
import { REPORT_ACCEPT, REPORT_RESPONSE, reportReply } from './report-reply.ts';

export const getReport = operation({
  id: 'getReport',
  method: 'get',
  path: '/v1/submissions/{id}/report',
  tag: 'submissions',
  summary: {
    zh: '审核报告（JSON、HTML、Markdown、SARIF）与SDK清单（CSV）',
    en: 'The report, as JSON, HTML, Markdown or SARIF, and its list of SDKs as CSV',
  },
  description: {
    zh: '机审结论，连同条款、依据、规则、权限与SDK的名称和对照、未检查的内容和申诉方式。HTML 为可直接交给开发者的整改通知（自成一体，无脚本，可打印）；SARIF 2.1.0 供流水线使用；CSV 只含第三方SDK清单，供双清单公示与电子表格使用。JSON 中来自安装包、政策与上架信息的文字均不可信，展示时须转义；其他格式已转义。',
    en: 'The verdict with the names of clauses, instruments and rules, permissions and SDKs side by side with what was disclosed, what was not checked, and how to appeal. The HTML can be handed to the developer as it is (one file, no script, made for print too); SARIF 2.1.0 is for pipelines; CSV holds the list of third-party SDKs alone, as stores and developers publish it. Text from package, policy and listing is untrusted in the JSON: escape it where it is shown; the other formats have done so.',
  },
  scope: 'submissions:read',
  params: submissionParams,
  query: reportQuery,
  headers: REPORT_ACCEPT,
  responses: {
    200: REPORT_RESPONSE,
  },
  problems: ['not-found', 'verdict-pending'],
  async handle({ ports, caller, params, query, request, response }) {
    const submission = await ownSubmission(ports, caller, params.id);
    response.locals.submissionId = submission.id;
    const report = await reportOf(ports, submission);
    if (report === null) throw verdictPending(submission);
    return reportReply(request, query, report, submission);
  },
});
