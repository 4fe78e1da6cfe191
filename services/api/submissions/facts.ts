import { ownSubmission } from '../access/authorise.ts';
import { sha256Of } from '../digest.ts';
import { operation } from '../operation.ts';
import { factsAnswerSchema } from '../schemas/facts.ts';
import { type Decided, decidedOf } from './decided.ts';
import { submissionParams } from './parameters.ts';
import { verdictPending } from './pending.ts';

export const getFacts = operation({
  id: 'getFacts',
  method: 'get',
  path: '/v1/submissions/{id}/facts',
  tag: 'submissions',
  summary: { zh: '机审结论所依据的全部事实', en: 'All that the verdict was made of' },
  description: {
    zh: '安装包、政策、上架信息与平台记录的事实，以及规则库原文：用相同版本的程序（provenance）可逐字节重新作出同一结论。其中的文字不可信，展示时须转义。',
    en: 'Facts of package, policy, listing and the platform’s records, and the rulebook as it was written: a program of the same versions (provenance) makes the same verdict of them again, to the byte. Text in it is untrusted: escape it where it is shown.',
  },
  scope: 'submissions:read',
  params: submissionParams,
  responses: {
    200: {
      description: { zh: '事实', en: 'The facts' },
      schema: factsAnswerSchema,
      headers: { ETag: { zh: '事实不变则不变', en: 'Changes only with the facts' } },
    },
  },
  problems: ['not-found', 'verdict-pending'],
  async handle({ ports, caller, params, response }) {
    const submission = await ownSubmission(ports, caller, params.id);
    response.locals.submissionId = submission.id;
    const decided = await decidedOf(ports.database, submission);
    if (decided === null) throw verdictPending(submission);
    const { run, verdict, package: packageFacts, policy, listing, records, rulebook } = decided;
    const body = {
      submissionId: submission.id,
      run,
      provenance: verdict.provenance,
      package: packageFacts,
      policy,
      listing,
      records,
      rulebook: rulebook && { sha256: rulebook.rulebook.sha256, text: rulebook.text },
    };
    return { status: 200, body, headers: { ETag: tagOf(submission.id, decided), 'Cache-Control': 'private, no-cache' } };
  },
});

/** What is kept of a run never changes, so its name stands for megabytes of facts; facts that are lost are another answer. */
function tagOf(id: string, { run, verdict, package: packageFacts, policy, rulebook }: Decided): string {
  const lost = [packageFacts, policy, rulebook].map((part) => part === null);
  return `"${sha256Of(JSON.stringify([id, run, verdict.provenance, lost])).slice(0, 32)}"`;
}
