import { buildReport, reportSchema } from '../../../shared/pledge/index.ts';
import { ownSubmission } from '../access/authorise.ts';
import { operation } from '../operation.ts';
import { lasting } from './lasting.ts';
import { submissionParams } from './parameters.ts';
import { verdictPending } from './pending.ts';

export const getReport = operation({
  id: 'getReport',
  method: 'get',
  path: '/v1/submissions/{id}/report',
  tag: 'submissions',
  summary: { zh: '审核报告（JSON）', en: 'The report, as JSON' },
  description: {
    zh: '机审结论，连同条款、依据、规则、权限与SDK的名称和对照。其中来自安装包、政策与上架信息的文字均不可信，展示时须转义。',
    en: 'The verdict with the names of clauses, instruments and rules, and permissions and SDKs side by side with what was disclosed. Text from package, policy and listing is untrusted: escape it where it is shown.',
  },
  scope: 'submissions:read',
  params: submissionParams,
  responses: {
    200: {
      description: { zh: '报告', en: 'The report' },
      schema: reportSchema,
      headers: { ETag: { zh: '报告不变则不变', en: 'Changes only with the report' } },
    },
  },
  problems: ['not-found', 'verdict-pending'],
  async handle({ ports, caller, params, response }) {
    const { reviews, facts } = ports.database;
    const submission = await ownSubmission(ports, caller, params.id);
    response.locals.submissionId = submission.id;
    const decided = await reviews.verdict(submission.id);
    if (decided === null) throw verdictPending(submission);
    const { run, verdict, at } = decided;
    const { packageSha256, inspector } = verdict.provenance;
    const [packageFacts, policyFacts] = await Promise.all([
      facts.package(packageSha256, inspector),
      facts.policy(submission.id, run),
    ]);
    const body = buildReport({
      submission: { id: submission.id, run, decidedAt: at.toISOString() },
      listing: submission.listing,
      package: packageFacts,
      policy: policyFacts,
      verdict,
      rules: ports.rules,
      knowledge: ports.knowledge,
    });
    return { status: 200, body, headers: lasting(body) };
  },
});
