import { ownSubmission } from '../access/authorise.ts';
import { operation } from '../operation.ts';
import { Problem } from '../problems/problem.ts';
import { submissionSchema } from '../schemas/submission.ts';
import { submissionParams } from './parameters.ts';
import { presentSubmission } from './present.ts';

export const redriveSubmission = operation({
  id: 'redriveSubmission',
  method: 'post',
  path: '/v1/submissions/{id}/redrive',
  tag: 'submissions',
  summary: { zh: '重新发起失败的送审', en: 'Drive a failed submission again' },
  description: { zh: '以新的轮次重新开始，仅限 failed 状态。', en: 'Starts a new run; only for a failed submission.' },
  scope: 'submissions:write',
  params: submissionParams,
  responses: { 202: { description: { zh: '已重新开始', en: 'Started again' }, schema: submissionSchema } },
  problems: ['not-found', 'conflict'],
  async handle({ ports, caller, params, response }) {
    const before = await ownSubmission(ports, caller, params.id);
    response.locals.submissionId = before.id;
    const submission = await ports.database.submissions.redrive(before.id);
    if (submission === null) {
      const { state } = await ownSubmission(ports, caller, params.id);
      const detail = {
        zh: `状态为 ${state}，只有 failed 可以重新发起`,
        en: `Only a failed submission can be driven again; this one is ${state}`,
      };
      throw new Problem('conflict', detail, { state, submissionId: before.id });
    }
    await ports.pipeline.advance(submission).catch((err: unknown) => {
      ports.log.warn({ err, submissionId: submission.id }, 'the queue did not hear of a re-drive; the reconciler will tell it');
    });
    return { status: 202, body: presentSubmission(submission, ports.configuration.publicUrl) };
  },
});
