import { ownSubmission } from '../access/authorise.ts';
import { operation } from '../operation.ts';
import { Problem } from '../problems/problem.ts';
import { submissionSchema } from '../schemas/submission.ts';
import { submissionParams } from './parameters.ts';
import { presentSubmission } from './present.ts';

export const withdrawSubmission = operation({
  id: 'withdrawSubmission',
  method: 'post',
  path: '/v1/submissions/{id}/withdraw',
  tag: 'submissions',
  summary: { zh: '撤回送审', en: 'Withdraw a submission' },
  description: {
    zh: '作出机审结论之前可以撤回，审核员要求重新检查期间也可以；重复撤回不报错。',
    en: 'Possible until there is a verdict, and while a reviewer has it checked again; withdrawing again is no error.',
  },
  scope: 'submissions:write',
  params: submissionParams,
  responses: { 200: { description: { zh: '已撤回', en: 'Withdrawn' }, schema: submissionSchema } },
  problems: ['not-found', 'conflict'],
  async handle({ ports, caller, params, response }) {
    const { submissions } = ports.database;
    const { publicUrl } = ports.configuration;
    let submission = await ownSubmission(ports, caller, params.id);
    response.locals.submissionId = submission.id;
    if (submission.state !== 'withdrawn') {
      const withdrawn = await submissions.apply(submission.id, submission.run, 'withdraw');
      submission = withdrawn ?? (await ownSubmission(ports, caller, params.id));
    }
    if (submission.state === 'withdrawn') return { status: 200, body: presentSubmission(submission, publicUrl) };
    const detail = {
      zh: `状态为 ${submission.state}，不能撤回`,
      en: `A submission that is ${submission.state} cannot be withdrawn`,
    };
    throw new Problem('conflict', detail, { state: submission.state, submissionId: submission.id });
  },
});
