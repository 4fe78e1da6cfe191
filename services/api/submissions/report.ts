import { reportSchema } from '../../../shared/pledge/index.ts';
import { MEDIA, REPORT_POLICY, renderReport } from '../../../shared/pledge/reports/index.ts';
import { ownSubmission } from '../access/authorise.ts';
import { operation } from '../operation.ts';
import { lasting } from './lasting.ts';
import { submissionParams } from './parameters.ts';
import { verdictPending } from './pending.ts';
import { disposition, reportFormat, reportQuery } from './report-format.ts';
import { reportOf } from './report-of.ts';

export const getReport = operation({
  id: 'getReport',
  method: 'get',
  path: '/v1/submissions/{id}/report',
  tag: 'submissions',
  summary: { zh: '审核报告（JSON、HTML、Markdown、SARIF）', en: 'The report, as JSON, HTML, Markdown or SARIF' },
  description: {
    zh: '机审结论，连同条款、依据、规则、权限与SDK的名称和对照、未检查的内容和申诉方式。HTML 为可直接交给开发者的整改通知（自成一体，无脚本，可打印）；SARIF 2.1.0 供流水线使用。JSON 中来自安装包、政策与上架信息的文字均不可信，展示时须转义；其他格式已转义。',
    en: 'The verdict with the names of clauses, instruments and rules, permissions and SDKs side by side with what was disclosed, what was not checked, and how to appeal. The HTML can be handed to the developer as it is (one file, no script, made for print too); SARIF 2.1.0 is for pipelines. Text from package, policy and listing is untrusted in the JSON: escape it where it is shown; the other formats have done so.',
  },
  scope: 'submissions:read',
  params: submissionParams,
  query: reportQuery,
  headers: { Accept: { zh: '没有 format 时按此选择格式', en: 'Chooses the format where the query does not' } },
  responses: {
    200: {
      description: { zh: '报告', en: 'The report' },
      schema: reportSchema,
      otherwise: {
        [MEDIA.html.type]: { zh: '整改通知、复核单或通过记录', en: 'Rectification notice, review sheet or record of approval' },
        [MEDIA.markdown.type]: { zh: '用于合并请求评论或工单', en: 'For a pull request or a ticket' },
        [MEDIA.sarif.type]: { zh: 'SARIF 2.1.0', en: 'SARIF 2.1.0' },
      },
      headers: {
        ETag: { zh: '报告不变则不变', en: 'Changes only with the report' },
        'Content-Disposition': { zh: '文件名；download=true 时为附件', en: 'A file name; an attachment with download=true' },
      },
    },
  },
  problems: ['not-found', 'verdict-pending'],
  async handle({ ports, caller, params, query, request, response }) {
    const submission = await ownSubmission(ports, caller, params.id);
    response.locals.submissionId = submission.id;
    const report = await reportOf(ports, submission);
    if (report === null) throw verdictPending(submission);
    const format = reportFormat(request, query.format);
    const body = format === 'json' ? report : renderReport(report, format, query.lang ?? 'zh');
    const headers = {
      ...lasting(body),
      Vary: 'Accept',
      'Content-Disposition': disposition(
        format,
        submission.id,
        report.submission.run ?? submission.run,
        query.download === 'true',
      ),
      ...(format === 'html' ? { 'Content-Security-Policy': REPORT_POLICY } : {}),
    };
    return { status: 200, body, headers, ...(format === 'json' ? {} : { type: MEDIA[format].type }) };
  },
});
